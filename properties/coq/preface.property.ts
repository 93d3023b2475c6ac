import { expect, test } from 'vitest';
import { preface } from '#coq/preface.ts';

test('the preface has at most 150 lines, none wider than a page', () => {
  const lines = preface.split('\n');
  expect(lines.length).toBeLessThanOrEqual(151);
  expect(lines.filter((line) => line.length > 110)).toEqual([]);
});

test('the preface assumes nothing and leaves no proof open', () => {
  expect(preface).not.toMatch(/\b(Axiom|Axioms|Parameter|Admitted|admit|Conjecture|Hypothesis)\b/);
  expect(preface.match(/\bProof\b/g)?.length).toBe(preface.match(/\b(Qed|Defined)\b/g)?.length);
});
