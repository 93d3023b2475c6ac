import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case.ts';
import type { Law, Part, SystemOver } from '#law/law.ts';
import { referenceSystem } from '#law/reference-system.ts';
import type { Specimen } from '../specimen/specimen.ts';
import { specimens } from '../specimen/specimens.ts';
import { outcomeAt } from './check.ts';
import { smallCases } from './held.ts';

/** Cases on which specimens are tried: the same in every run, so that the table of rejections is. */
const SAMPLES = { numRuns: 10, seed: 1 };
const SMALL = 40;

const known = new Map<Part, ReadonlySet<string>>();

/** @returns whether a part is broken by a specimen at one of a few cases */
export function rejects(part: Part, { over, changes }: Specimen): boolean {
  const used = known.get(part) ?? usedBy(part);
  known.set(part, used);
  if (!changes.some((name) => used.has(name))) return false;
  for (const c of triedCases(part)) if (outcomeAt(part, over, c, 1) === 'broken') return true;
  return false;
}

/** Registers for every law that each of its parts rejects a specimen. */
export function bite(laws: readonly Law[]): void {
  test.each(laws)('$id: every part rejects a specimen', (law) => {
    const distance = ({ system, caughtBy }: Specimen): number =>
      caughtBy === law.id ? 0 : system === law.system ? 1 : 2;
    const nearFirst = specimens.toSorted((x, y) => distance(x) - distance(y));
    const toothless = law.parts.filter((part) => !nearFirst.some((one) => rejects(part, one)));
    expect(toothless).toEqual([]);
  });
}

/** The functions of a system that a part calls at its first cases; at one alone there may be nothing to say. */
function usedBy(part: Part): ReadonlySet<string> {
  const used = new Set<string>();
  const recording: SystemOver = (a) =>
    new Proxy(referenceSystem(a), {
      get: (system, name) => {
        used.add(String(name));
        return Reflect.get(system, name) as unknown;
      },
    });
  for (const c of smallCases(part).slice(0, 20)) outcomeAt(part, recording, c);
  return used;
}

function* triedCases(part: Part): Generator<Case> {
  const { domain } = part;
  for (const grain of ['integer', 'double'] as const) {
    for (const c of fc.sample(domain.arbitrary(grain), SAMPLES)) if (domain.includes(c)) yield c;
  }
  yield* smallCases(part).slice(0, SMALL);
}
