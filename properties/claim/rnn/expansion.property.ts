import { expect, test } from 'vitest';
import { expansionClaims } from '#claim/rnn/expansion.ts';
import { decideClaim } from '#judge/decide.ts';
import { ample } from '../../judge/budget.ts';
import { witnesses } from './witnesses.ts';

const decided = (id: string) => decideClaim(expansionClaims.find((claim) => claim.id === id)!, ample).verdict;

test('the smallest counterexamples are those a person would write', () => {
  expect(witnesses(expansionClaims, 'q1-flat-alternating')).toEqual({
    'literal (all T>=1; tail -X_1 + H_0)': 'h0=0 x1=1',
    'signs counted from the head': 'h0=1 x1=0',
  });
  expect(witnesses(expansionClaims, 'q1-even-split-sums')).toEqual({
    'greedy scope (H_0 inside the second sum)': 'h0=1 x1=0 x2=0',
  });
});

test('the line with index T-3 is missing its terms at T = 2 and holds from T = 4 on', () => {
  expect(decided('q1-expand-earlier-steps')).toMatchObject({
    verdict: 'conditional',
    region: { condition: 'T even, T >= 4' },
    missing:
      'T = 2: X_0 does not exist, indices of X start at 1; H_-1 does not exist, indices of H start at 0',
  });
});

test('the displayed nested form lacks a closing bracket', () => {
  expect(decided('q1-nested-form')).toMatchObject({
    verdict: 'ill-posed',
    fault: { faults: ['( at character 8 is never closed', '5 ( against 4 )'] },
  });
});
