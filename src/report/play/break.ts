import fc from 'fast-check';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary64 } from '#arithmetic/float-format.ts';
import type { Claim } from '#claim/claim.ts';
import type { ForAllCases } from '#claim/statement.ts';
import { type Case, lift, numbersOf } from '#domain/case.ts';
import type { Grain } from '#domain/grain.ts';
import { asCases, readOut, sidesAt } from '#judge/cases.ts';
import { decideAt } from '#judge/compare.ts';
import { shrink } from '#judge/shrink.ts';
import type { Witness } from '#judge/verdict.ts';
import { certify, exactNumber } from '#judge/witness.ts';
import { inputsText } from '#report/inputs.ts';

/** A case as it flies by: both sides at one entry, in doubles, for the plot. */
export interface Tried {
  readonly inputs: string;
  readonly left: number;
  readonly right: number;
  readonly truth: 'holds' | 'fails' | 'open';
}

/** What a search tells while it runs. */
export type BreakEvent =
  | { readonly kind: 'tried'; readonly tried: Tried }
  /** A simpler case that fails as well, on the way to the witness. */
  | { readonly kind: 'simpler'; readonly tried: Tried }
  | { readonly kind: 'witness'; readonly witness: Witness; readonly inputs: string }
  | { readonly kind: 'none'; readonly cases: number };

/** A reading that can be searched for counterexamples. */
export interface Breakable {
  readonly claim: string;
  readonly reading: string;
  readonly statement: ForAllCases;
}

/** The readings about cases of a domain, about all lengths, and about every beta. */
export function breakables(claims: readonly Claim[]): readonly Breakable[] {
  return claims.flatMap(({ id, readings }) =>
    readings.flatMap(({ name, statement }) => {
      const { kind } = statement;
      if (kind !== 'cases' && kind !== 'lengths' && kind !== 'beta') return [];
      return [{ claim: id, reading: name, statement: asCases(statement) }];
    }),
  );
}

const DIGITS = 25;
const MOST_DIGITS = 200;
const SHRINK_DECISIONS = 3000;
const grains: readonly Grain[] = ['integer', 'dyadic', 'double'];

/**
 * Decides random cases from coarse to fine, then makes the last that failed as simple as it gets and certifies it.
 *
 * @param cases how many a grain
 * @returns lazily; the last event is the witness, or that there was none
 */
export function* breaking(statement: ForAllCases, seed: number, cases: number): Generator<BreakEvent> {
  let found: Case | undefined;
  let count = 0;
  for (const grain of grains) {
    for (const c of fc.sample(statement.domain.arbitrary(grain), { seed, numRuns: cases })) {
      if (!statement.domain.includes(c)) continue;
      count++;
      const tried = triedAt(statement, c);
      if (tried.truth === 'fails') found = c;
      yield { kind: 'tried', tried };
    }
  }
  const ended: BreakEvent = { kind: 'none', cases: count };
  if (found === undefined) {
    yield ended;
    return;
  }
  const steps: Case[] = [];
  const smallest = shrink(statement.domain, found, (c) => failing(statement, c, steps), {
    decisions: SHRINK_DECISIONS,
  });
  for (const c of steps) yield { kind: 'simpler', tried: triedAt(statement, c) };
  const { entry } = decideAt(statement, smallest, DIGITS, MOST_DIGITS);
  const witness = certify(statement, smallest, entry, 2 * DIGITS, 2 * MOST_DIGITS);
  yield witness === undefined
    ? ended
    : { kind: 'witness', witness, inputs: inputsText(witness.inputs, 'decimal') };
}

/** Whether a case fails; if so it is one step of the way. */
function failing(statement: ForAllCases, c: Case, steps: Case[]): boolean {
  const fails = decideAt(statement, c, DIGITS, DIGITS).truth === 'fails';
  if (fails && JSON.stringify(c) !== JSON.stringify(steps.at(-1))) steps.push(c);
  return fails;
}

function triedAt(statement: ForAllCases, c: Case): Tried {
  const { truth, entry } = decideAt(statement, c, DIGITS, MOST_DIGITS);
  const a = floats(binary64);
  const { left, right } = sidesAt(statement, a, lift(c, a.of));
  const place = Math.max(0, entry - 1);
  return {
    inputs: inputsText(
      [...numbersOf(c)].map(([name, value]) => exactNumber(name, value)),
      'decimal',
    ),
    left: readOut(statement, a, left[place] ?? Number.NaN),
    right: readOut(statement, a, right[place] ?? Number.NaN),
    truth: truth === 'holds' || truth === 'fails' ? truth : 'open',
  };
}
