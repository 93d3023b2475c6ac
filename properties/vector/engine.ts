import { balls, endpoints } from '#arithmetic/ball.ts';
import { enclosures, endpointAsRational } from '#arithmetic/enclosure.ts';
import { fraction, fromDyadic, type Rational, rationals } from '#arithmetic/rational.ts';
import type { Analytic, Ordered } from '#arithmetic/ring.ts';
import { roundedFrom } from './oracle.ts';

/** An enclosing arithmetic with the ends of its elements as fractions. */
export interface Engine<N> {
  readonly name: string;
  readonly arithmetic: Analytic<N> & Ordered<N> & { readonly fromRational: (r: Rational) => N };
  readonly ends: (value: N) => { readonly lo: Rational; readonly hi: Rational };
}

/** What is to be done with an engine, whatever its elements are. */
export type WithEngine = <N>(engine: Engine<N>) => void;

const decimal = (digits: number) => ({
  name: `enclosures of ${digits} digits`,
  arithmetic: enclosures(digits),
  ends: ({ lo, hi }: ReturnType<ReturnType<typeof enclosures>['of']>) => ({
    lo: endpointAsRational(lo),
    hi: endpointAsRational(hi),
  }),
});

const binary = (bits: number) => ({
  name: `balls of ${bits} bits`,
  arithmetic: balls(bits),
  ends: (value: ReturnType<ReturnType<typeof balls>['of']>) => {
    const { lo, hi } = endpoints(value);
    return { lo: fromDyadic(lo), hi: fromDyadic(hi) };
  },
});

/** Runs over both engines, below the precision of the oracle and above it. */
export function overEngines(run: WithEngine): void {
  run(decimal(30));
  run(binary(230));
}

/**
 * What is wrong with an enclosure of a value that the oracle gives rounded, or undefined.
 *
 * @param width most relative width that is accepted, so that an enclosure of everything does not pass; absent where a
 *   value may cancel to less than any share of its terms
 */
export function disagreement<N>(
  { name, ends }: Engine<N>,
  value: N,
  decimalText: string,
  width?: Rational,
): string | undefined {
  const found = ends(value);
  const rounded = roundedFrom(decimalText);
  const disjoint =
    rationals.compare(found.hi, rounded.lo) === 'less' ||
    rationals.compare(found.lo, rounded.hi) === 'greater';
  if (disjoint) return `${name}: enclosure misses ${decimalText}`;
  if (width === undefined) return undefined;
  const spread = rationals.sub(found.hi, found.lo);
  const size = rounded.hi.num < 0n ? rationals.neg(rounded.hi) : rounded.hi;
  const most = rationals.mul(size, width);
  return rationals.compare(spread, most) === 'greater'
    ? `${name}: enclosure of ${decimalText} is too wide`
    : undefined;
}

/** 10^-places. */
export function tenth(places: number): Rational {
  return fraction(1n, 10n ** BigInt(places));
}
