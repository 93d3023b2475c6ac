import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case.ts';
import type { Grain } from '#domain/grain.ts';
import type { Law, Part } from '#law/law.ts';
import { referenceSystem } from '#law/reference-system.ts';
import { outcomeAt, trapsCatch } from './check.ts';

/** Small cases looked at, which a narrow domain may drop most of. */
const SMALL = 150;
const SMALL_OF_NARROW = 400;
/** A domain with fewer small cases than this is narrow. */
const FEW = 60;
/** Random cases of each grain. */
const RANDOM = 6;
const grains: readonly Grain[] = ['integer', 'dyadic', 'double'];

/** The small cases of a part, in the order in which a person would try them. */
export function smallCases({ domain }: Part): readonly Case[] {
  const ordinary = [...domain.graded({ cases: SMALL })];
  return ordinary.length < FEW ? [...domain.graded({ cases: SMALL_OF_NARROW })] : ordinary;
}

/** Registers for every law that it holds of the references. */
export function holdOfTheReferences(laws: readonly Law[]): void {
  test.each(laws)('$id: every part holds of the references', ({ parts }) => {
    for (const part of parts) {
      for (const c of smallCases(part)) {
        expect(part.domain.includes(c)).toBe(true);
        const outcome = outcomeAt(part, referenceSystem, c);
        if (outcome !== 'holds') expect({ c, outcome }).toEqual({ c, outcome: 'holds' });
      }
      for (const grain of grains) {
        fc.assert(
          fc.property(part.domain.arbitrary(grain), (c) => {
            fc.pre(part.domain.includes(c));
            expect(outcomeAt(part, referenceSystem, c)).toBe('holds');
          }),
          { numRuns: RANDOM },
        );
      }
    }
  });

  const trapped = laws.filter(({ parts }) => parts.some((part) => 'traps' in part));
  test.each(trapped)('$id: the references fall into its traps when computed in floats', ({ parts }) => {
    expect(parts.every((part) => trapsCatch(part, referenceSystem))).toBe(true);
  });
}
