import { expect, test } from 'vitest';
import { outputClaims } from '#claim/softmax-attention/outputs.ts';
import type { AsBetaGrows, ForAllBeta } from '#claim/statement.ts';
import { exactAt } from './exact.ts';

/** Outputs and tokens along a, b, c, d where e^(beta^2) = 2 and beta = 1, by hand. */
const byHand = [
  { y: ['1/7', '4/7', '2/7', '6/7'], x: ['0', '1', '0', '1'], error: ['1/7', '-3/7', '2/7', '-1/7'] },
  { y: ['1/2', '1/4', '1/4', '1/2'], x: ['1', '0', '0', '0'], error: ['-1/2', '1/4', '1/4', '1/2'] },
  { y: ['1/7', '2/7', '4/7', '6/7'], x: ['0', '0', '1', '1'], error: ['1/7', '2/7', '-3/7', '-1/7'] },
];

test.each(byHand.map((wanted, i) => [i + 1, wanted] as const))(
  'output %i is compared with token %i',
  (row, wanted) => {
    const { id, readings } = outputClaims[row]!;
    expect(id).toBe(`q2b-y${row}-equals-x${row}`);
    const literal = readings[0]!.statement as ForAllBeta;
    expect(exactAt(literal.left, 4, 2)).toEqual(wanted.y);
    expect(exactAt(literal.right, 4, 2)).toEqual(wanted.x);
    expect(literal).toMatchObject({ zeroIncluded: false, inFloats: true });
    const limit = readings[1]!.statement as AsBetaGrows;
    expect(exactAt(limit.quantity, 4, 2)).toEqual(wanted.error);
  },
);

test('no coordinate of an output is that of its token at any beta > 0 tried', () => {
  for (const { readings } of outputClaims.slice(1)) {
    const { left, right } = readings[0]!.statement as ForAllBeta;
    for (const u of [1 + 2 ** -10, 2, 1024]) {
      const x = exactAt(right, 4, u);
      expect(exactAt(left, 4, u).filter((entry, c) => entry === x[c])).toEqual([]);
    }
  }
});
