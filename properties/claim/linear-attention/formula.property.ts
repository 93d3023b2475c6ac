import { expect, test } from 'vitest';
import { linearFormulaClaims, softmaxFormulaClaims } from '#claim/linear-attention/formula.ts';
import { decided, witnessText, words } from './decided.ts';

test('the softmax formula has three faults and one way to be right', () => {
  const claim = decided(softmaxFormulaClaims, 'q3-softmax-formula');
  expect(words(claim)).toEqual(['ill-posed', 'refuted', 'refuted', 'ill-posed', 'proved', 'proved']);
  expect(claim.verdict).toMatchObject({
    fault: {
      faults: [
        'index i is free on the left side and bound by the sum',
        'softmax of <q_i, k_i>, a scalar: it is defined on a row of scores',
        '(softmax(<q_i, k_i>), v_i): 2 parts with no operation between them',
      ],
    },
  });
  const [shadowed, diagonal, comma] = claim.readings;
  expect(witnessText(shadowed!.verdict)).toBe('q1 = 0, k1_1 = 0, k2_1 = 0, v1_1 = 0, v2_1 = 1: 1 = 0.5');
  expect(witnessText(diagonal!.verdict)).toBe(
    'q1_1 = 0, q2_1 = 1, k1_1 = 0, k2_1 = 1, v1_1 = 0, v2_1 = 1: 0.731058 = 0.5',
  );
  expect(comma!.verdict).toMatchObject({
    fault: { faults: [expect.stringMatching(/^inner product of W_ij, a scalar, /), expect.any(String)] },
  });
});

test('the linear formula has one fault and one way to be right', () => {
  const claim = decided(linearFormulaClaims, 'q3-linear-formula-triple');
  expect(words(claim)).toEqual(['ill-posed', 'proved', 'refuted', 'ill-posed', 'proved']);
  expect(claim.verdict).toMatchObject({
    fault: { faults: ['(q_i, k_j, v_j): 3 parts with no operation between them'] },
  });
  const [, swapped, trilinear] = claim.readings;
  expect(witnessText(swapped!.verdict)).toBe('q1 = 0, q2 = 1, k1_1 = 0, k1_2 = 1, v1_1 = 1, v1_2 = 0: 0 = 1');
  expect(trilinear!.verdict).toMatchObject({
    fault: { faults: ['y_i is a vector of size dv, but the right side is a scalar'] },
  });
});
