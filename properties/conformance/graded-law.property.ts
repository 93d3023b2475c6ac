import { expect, test } from 'vitest';
import { atOnce, held } from '#conformance/graded-law.ts';

test('a law without cases is skipped, and one with cases passed', () => {
  expect(held(0)).toEqual({ status: 'skipped', cases: 0, why: 'the subject serves none of its cases' });
  expect(held(0, undefined, 'so')).toEqual({ status: 'skipped', cases: 0, why: 'so' });
  expect(held(3)).toEqual({ status: 'passed', cases: 3 });
  const worst = { share: 0.5, where: 'there' };
  expect(held(3, worst)).toEqual({ status: 'passed', cases: 3, worst });
});

test('what is found at once needs one step', () => {
  expect(atOnce(() => held(1)).next()).toEqual({ done: true, value: held(1) });
});
