import type { ForAllLengths } from '#claim/statement.ts';
import { invariantsOf } from '#judge/invariants.ts';
import { parityOf } from '#judge/lengths.ts';
import type { Verdict, Witness } from '#judge/verdict.ts';
import { everyLengthFails } from './failure.ts';
import { byInduction } from './induction.ts';
import { definitionsOf, evaluation, forAll, type Opened, open } from './opened.ts';
import { sequenceAt } from './sequence.ts';
import type { Certified, Theorem } from './theorem.ts';

/** A statement about every length: by induction, or refuted at its witness, or both on the two halves of the lengths. */
export function certifyLengths(statement: ForAllLengths, verdict: Verdict): Certified {
  switch (verdict.verdict) {
    case 'proved':
      return { theorems: [holds(open(statement), 'holds')] };
    case 'refuted': {
      const opened = open(statement);
      return {
        theorems: [fails(opened, verdict.witness!), ...everyLengthFails(opened, 'fails_at_every_length', [])],
      };
    }
    case 'conditional':
      return { theorems: halves(statement, verdict.witness!) };
    default:
      return { inexpressible: `a statement about lengths that is ${verdict.verdict}` };
  }
}

/** The witness against the whole, and the two halves of the lengths. */
function halves(statement: ForAllLengths, witness: Witness): readonly Theorem[] {
  const { holds: inside, fails: outside } = parityOf(statement)!;
  const openedOutside = open(outside, 'outside_');
  return [
    fails(open(statement), witness),
    holds(open(inside, 'inside_'), 'inside'),
    ...everyLengthFails(openedOutside, 'outside', definitionsOf(openedOutside)),
  ];
}

/** Left = right at every length, by induction over the blocks with the invariants of the judge. */
function holds(opened: Opened, name: string): Theorem {
  const [left, right] = opened.sides;
  return {
    says: 'Both sides are equal, however many blocks of items follow the first ones.',
    name,
    definitions: definitionsOf(opened),
    statement: forAll(opened),
    proof: byInduction(opened, invariantsOf(opened.statement)!),
    altered: forAll(opened, [left, `${right} + 1`]),
  };
}

/** Not for all sequences, since not for the witness. */
function fails(opened: Opened, witness: Witness): Theorem {
  const args = sequenceAt(opened.statement, witness).join(' ');
  const [left] = opened.sides;
  const premises = opened.premises.map(() => ` ltac:(${evaluation(opened)}; lra)`).join('');
  const injective = opened.statement.readout === 'logistic' ? ['apply logistic_injective in H'] : [];
  return {
    says: 'The sides differ at the witness.',
    name: 'fails',
    definitions: definitionsOf(opened),
    statement: `~ (${forAll(opened)})`,
    proof: [
      'intros H',
      `specialize (H ${args}${premises})`,
      ...injective,
      evaluation(opened, ' in H'),
      'lra',
    ].join(';\n'),
    altered: `~ (${forAll(opened, [left, left])})`,
  };
}
