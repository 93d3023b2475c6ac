import { type Entry, meaningOfU, setting } from './beta-entry.ts';
import { type Located, type Stretch, signsBetween, stretchesOf } from './located.ts';
import { certifyMonotone } from './monotone.ts';
import type { Obligation, Proof, Region, Threshold } from './verdict.ts';

/** A quantity, a bound, and where the one is at most the other. */
export interface Bounded {
  readonly name: string;
  /** Which entry of the quantity, from 0. */
  readonly index: number;
  readonly entry: Entry;
  readonly eps: string;
  readonly located: Located;
}

/** Where all quantities are at most eps, for each eps, and why there and nowhere else. */
export function regionOf(
  bounded: readonly Bounded[],
  thresholds: readonly Threshold[],
  parts: number,
): Region {
  const { decreasing, obligations } = evidence(bounded);
  const shape = decreasing
    ? 'Each quantity strictly decreases as beta grows'
    : `Each quantity less eps changes its sign only where Sturm's theorem counts a root in u > 1 (${meaningOfU(parts)})`;
  const proof = (rest: string): Proof => ({
    method: 'signs of coefficients',
    argument: `${setting(parts)} ${shape}; at the doubles on both sides of each threshold it is enclosed. ${rest}`,
    obligations,
  });
  return {
    condition: conditionOf(bounded),
    inside: proof('So it is at most eps throughout the region.'),
    outside: proof('So some quantity is above eps everywhere else.'),
    thresholds,
  };
}

/** Certificates that quantities decrease; of the sign on every piece for those that were not shown to. */
function evidence(bounded: readonly Bounded[]): {
  readonly decreasing: boolean;
  readonly obligations: readonly Obligation[];
} {
  const first = bounded.filter(({ eps }) => eps === bounded[0]!.eps);
  const monotone = new Map<number, Obligation>();
  for (const { name, index, entry } of first) {
    const falls = certifyMonotone(entry, 'decreasing', `${name} decreases as beta grows`);
    if (falls !== undefined) monotone.set(index, falls);
  }
  const others = bounded
    .filter(({ index }) => !monotone.has(index))
    .flatMap(({ name, entry, located }) => signsBetween(entry, located, name));
  return { decreasing: monotone.size === first.length, obligations: [...monotone.values(), ...others] };
}

/** The region in words, eps by eps: one lower bound when there is no other kind, else every stretch by name. */
function conditionOf(bounded: readonly Bounded[]): string {
  const everyEps = [...new Set(bounded.map(({ eps }) => eps))];
  return everyEps
    .map((eps) => `eps = ${eps}: ${conditionFor(bounded.filter((b) => b.eps === eps))}`)
    .join('; ');
}

function conditionFor(same: readonly Bounded[]): string {
  const stretches = same.map(({ name, located }) => ({ name, on: stretchesOf(located) }));
  if (stretches.some(({ on }) => on[0]!.to !== undefined)) {
    return stretches.map(({ name, on }) => `${name} where ${on.map(stretchText).join(' or ')}`).join(' and ');
  }
  const last = stretches.reduce((a, b) => ((b.on[0]!.from ?? 0) > (a.on[0]!.from ?? 0) ? b : a));
  const from = last.on[0]!.from;
  if (from === undefined) return 'every beta > 0';
  return `beta >= ${from}${same.length > 1 ? ` (${last.name} is the last)` : ''}`;
}

function stretchText({ from, to }: Stretch): string {
  if (from === undefined) return to === undefined ? 'beta > 0' : `0 < beta <= ${to}`;
  return to === undefined ? `beta >= ${from}` : `${from} <= beta <= ${to}`;
}
