import { expect, test } from 'vitest';
import { certifyClaim, certifyStatement } from '#coq/certify.ts';
import { certifiedOf, decidedOf } from './decided.ts';

test('each reading has a module of its own, and a repair that is a statement of its own has one too', () => {
  const { readings } = certifiedOf('q1-final-formula-odd-T');
  expect(readings.map(({ module, name }) => [module, name])).toEqual([
    ['Reading1', 'floor: sum to (T-1)/2'],
    ['Reading2', 'ceil, missing X_{T+1} := 0'],
    ['Repair', 'repair'],
  ]);
  expect(readings.map(({ verdict }) => verdict.verdict)).toEqual(['refuted', 'refuted', 'proved']);
});

test('a repair that is another reading is stated there', () => {
  expect(certifiedOf('q1-flat-alternating').readings).toHaveLength(3);
});

test('a definition states nothing', () => {
  expect(certifyStatement({ kind: 'definition' }, { verdict: 'definition' })).toEqual({
    inexpressible: 'introduces a notation',
  });
});

test('the same verdicts give the same theorems', () => {
  const decided = decidedOf('q1-regrouping-is-harmless');
  expect(certifyClaim(decided)).toEqual(certifyClaim(decided));
});
