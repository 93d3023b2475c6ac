import { expect, test } from 'vitest';
import { one, scoresOnly, sumOfWeights } from '#claim/linear-attention/folds.ts';
import { type ForAllLengths, forAllLengths } from '#claim/statement.ts';
import { certifyLengths } from '#coq/lengths.ts';
import { usualBudget } from '#judge/budget.ts';
import { decideForAllLengths } from '#judge/lengths.ts';
import { decidedOf, theoremsOf } from './decided.ts';

test('what is proved holds for every list of blocks', () => {
  const [theorem, ...others] = theoremsOf('q1-final-formula-even-T');
  expect(others).toEqual([]);
  expect(theorem).toMatchObject({
    name: 'holds',
    statement:
      'forall (h0 : R) (blocks : list (R * R)),\n' +
      '  logistic (left_side h0 blocks) = logistic (right_side h0 blocks)',
    altered:
      'forall (h0 : R) (blocks : list (R * R)),\n' +
      '  logistic (left_side h0 blocks) = logistic (right_side h0 blocks + 1)',
  });
});

test('what is refuted fails at its witness, and at every length where the judge proved that', () => {
  const [fails, everywhere] = theoremsOf('q1-final-formula-odd-T');
  expect(fails!.statement).toMatch(/^~ \(forall/);
  expect(fails!.proof).toContain('specialize (H 0 1 [])');
  expect(fails!.altered).toContain('left_side h0 x_1 blocks = left_side h0 x_1 blocks');
  expect(everywhere).toMatchObject({ name: 'fails_at_every_length', definitions: [] });
  expect(everywhere!.statement).toBe(
    'forall n : nat, exists h0 : R, exists x_1 : R, exists blocks : list (R * R),\n' +
      '  length blocks = n /\\ left_side h0 x_1 blocks <> right_side h0 x_1 blocks',
  );
});

test('what is conditional fails at its witness, holds at one half of the lengths and at none of the other', () => {
  const theorems = theoremsOf('q1-flat-alternating');
  expect(theorems.map(({ name }) => name)).toEqual(['fails', 'inside', 'outside']);
  expect(theorems[1]!.statement).toContain('inside_left_side h0 x_1 x_2 blocks = inside_right_side');
  expect(theorems[2]!.definitions.length).toBeGreaterThan(0);
});

test('what divides is said where it is defined', () => {
  const theorem = theoremsOf('q3-normalisation-step', 3)[0]!;
  expect(theorem.statement).toContain('right_defined V q (fold_left');
  expect(theorem.proof).toContain('field; repeat split; first [ tauto');
  expect(theorem.altered).toContain('right_defined V q (fold_left');
});

test('a statement that is undecided is none', () => {
  const { claim } = decidedOf('q1-expand-once');
  const undecided = certifyLengths(claim.readings[0]!.statement as ForAllLengths, {
    verdict: 'undecided',
    tried: [],
  });
  expect(undecided).toEqual({ inexpressible: 'a statement about lengths that is undecided' });
});

test('a refutation shows its divisors not to be zero at the witness', () => {
  const statement = forAllLengths({
    ...scoresOnly,
    first: 1,
    every: 1,
    readout: 'identity',
    left: sumOfWeights,
    right: {
      ...one,
      finish: ({ scalars }) => scalars.of(2),
    },
  });
  const certified = certifyLengths(statement, decideForAllLengths(statement, usualBudget));
  expect(certified).toMatchObject({
    theorems: [{ proof: expect.stringContaining('left_finish left_defined right_side') as string }],
  });
});
