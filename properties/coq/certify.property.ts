import { expect, test } from 'vitest';
import { writeUp } from '#claim/write-up.ts';
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

test('what is refuted is stated as failing, what is proved is not, and nothing is stated by no theorem', () => {
  const failing = ['fails', 'fails_everywhere', 'outgrows'];
  let seen = 0;
  for (const claim of writeUp) {
    for (const [i, { name, verdict, certified }] of certifiedOf(claim.id).readings.entries()) {
      if ('inexpressible' in certified) continue;
      const says = [claim.id, name, certified.theorems.some((theorem) => failing.includes(theorem.name))];
      expect([claim.id, name, certified.theorems.length > 0]).toEqual([claim.id, name, true]);
      // What is said not to hold is proved by its failing, and refuted by its holding.
      const isNot = claim.readings[i]?.statement.kind === 'not';
      const fails = verdict.verdict === 'refuted' ? !isNot : verdict.verdict === 'proved' && isNot;
      if (verdict.verdict === 'refuted' || verdict.verdict === 'proved') {
        expect(says).toEqual([claim.id, name, fails]);
        seen++;
      }
    }
  }
  expect(seen).toBeGreaterThan(100);
});
