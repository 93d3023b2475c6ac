import { expect, test } from 'vitest';
import { claimProof } from '#coq/proof-file.ts';
import { decidedOf } from './decided.ts';

test('a claim has a file of its name, the same bytes each time', () => {
  const proof = claimProof(decidedOf('q1-expand-once'), 'question 1');
  expect(proof.file?.name).toBe('q1_expand_once.v');
  expect(claimProof(decidedOf('q1-expand-once'), 'question 1')).toEqual(proof);
  expect(proof.file?.text).toContain('Write-up: question 1.');
});

test('a claim that states nothing has none', () => {
  expect(claimProof(decidedOf('q1-recurrence-definition'), '')).not.toHaveProperty('file');
});
