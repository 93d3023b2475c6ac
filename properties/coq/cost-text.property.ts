import { expect, test } from 'vitest';
import { indeterminate, polynomials } from '#arithmetic/polynomial.ts';
import { certified, compared, failsAt, forAll, introduced, quantified, written } from '#coq/cost-text.ts';

const T = indeterminate('T');

test('a claim is about natural numbers from 1 on', () => {
  expect(forAll(['T', 'd'], 'T = d')).toBe('forall T d : nat, (1 <= T)%nat -> (1 <= d)%nat -> \n  (T = d)%Z');
  expect([quantified([]), introduced([]), introduced(['T'])]).toEqual(['', '', 'intros T H_T; ']);
});

test('a difference is certified where nothing is subtracted once every size is 1 + w', () => {
  expect(certified(polynomials.sub(T, polynomials.of(1)), false)).toBe('w_T');
  expect(certified(polynomials.sub(T, polynomials.of(2)), false)).toBeUndefined();
});

test('relations are turned to < and <=, and their twins round', () => {
  const proofs = (['<', '<=', '>', '>='] as const).map((relation) =>
    compared('x', ['T'], 'T', relation, '2', 'w_T'),
  );
  expect(proofs.map(({ altered }) => /T ([<>=]+) 2/.exec(altered)![1])).toEqual(['>', '>', '<', '<']);
  expect(proofs.map(({ proof }) => /(apply .*?);? ?apply|apply/.exec(proof)![1])).toEqual([
    undefined,
    undefined,
    'apply Z.lt_gt',
    'apply Z.le_ge',
  ]);
  expect(proofs[0]!.proof).toContain('apply (above_by (w_T)); [ ring | above_zero ]');
  expect(proofs[3]!.proof).toContain('apply (at_least_by (w_T)); [ ring | not_negative ]');
});

test('a failure names its sizes, and a formula is written as it stands', () => {
  const fails = failsAt(['T'], { T: 3 }, 'T = 2', 'T = T');
  expect(fails.proof).toContain('specialize (H 3%nat ltac:(lia))');
  expect(fails.altered).toContain('(T = T)%Z');
  expect(written((r, { T: t }) => r.mul(r.of(2), r.add(t!, r.of(1))), ['T'])).toBe('2 * (T + 1)');
});
