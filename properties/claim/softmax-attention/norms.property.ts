import { expect, test } from 'vitest';
import { coordinates } from '#arithmetic/space.ts';
import { normClaims } from '#claim/softmax-attention/norms.ts';
import type { ForAllBeta } from '#claim/statement.ts';
import { enclosed, middle, sampleBetas, sampling } from './truth.ts';

const statements = normClaims.flatMap(({ id, readings }) =>
  readings.map(({ name, statement }) => ({ id, name, statement: statement as ForAllBeta })),
);

/** The two sides of a reading at one beta, as doubles. */
function sides(id: string, name: string, beta: number): readonly [number[], number[]] {
  const { statement } = statements.find((reading) => reading.id === id && reading.name === name)!;
  const value = (side: ForAllBeta['left']) => enclosed(side, statement.vectors, beta).map(middle);
  return [value(statement.left), value(statement.right)];
}

test('norms are compared for every beta >= 0, in frames of four vectors', () => {
  for (const { statement } of statements) {
    expect(statement).toMatchObject({ kind: 'beta', vectors: 4, zeroIncluded: true, relation: '=' });
  }
});

test.each(['q2a-norm-x1-additive', 'q2a-norm-x3-additive'])('%s compares sqrt(2) beta with 2 beta', (id) => {
  for (const beta of sampleBetas) {
    const [[left], [right]] = sides(id, 'literal', beta);
    expect(left).toBeCloseTo(Math.SQRT2 * beta, 14);
    expect(right).toBe(2 * beta);
    expect(sides(id, 'charitable', beta)).toEqual([[2 * beta * beta], [2 * beta * beta]]);
  }
});

test('the chain compares 2 beta with sqrt(2) beta, and they meet at 0 only', () => {
  const [[left], [right]] = sides('q2a-chain-additive-to-pythagoras', 'literal', 3);
  expect(left).toBe(6);
  expect(right).toBeCloseTo(3 * Math.SQRT2, 14);
  expect(sides('q2a-chain-additive-to-pythagoras', 'literal', 0)).toEqual([[0], [0]]);
});

test('norms of x_1 and x_3 are sqrt(2) beta on both sides, and that of x_2 is beta', () => {
  for (const id of ['q2a-norm-x1-pythagoras', 'q2a-norm-x1-value', 'q2a-norm-x3-value']) {
    for (const side of sides(id, 'literal', 3)) expect(side[0]).toBeCloseTo(3 * Math.SQRT2, 14);
  }
  expect(sides('q2a-norm-x2', 'literal', 3)).toEqual([
    [3, 3],
    [3, 3],
  ]);
});

/** Both sides along axes of lengths 7, 2, 3, 4 for a, b, c, d and with beta = 1, so that none passes for another. */
function unequal(id: string, name: string): readonly (readonly number[])[] {
  const { statement } = statements.find((reading) => reading.id === id && reading.name === name)!;
  const vectors = [7, 2, 3, 4].map((length, i) => [0, 1, 2, 3].map((c) => sampling.of(c === i ? length : 0)));
  const frame = { beta: sampling.of(1), vectors, entries: <V>(v: V) => v };
  return [statement.left, statement.right].map((side) => side(coordinates(sampling, 4), frame).map(middle));
}

test('every norm is that of the vector it is said to be of', () => {
  // |d + b| = sqrt(16 + 4) against 4 + 2, and squares 20 and 20; |c + d| = 5 against 3 + 4, and squares 25 and 25.
  expect(unequal('q2a-norm-x1-additive', 'literal')).toEqual([[Math.sqrt(20)], [6]]);
  expect(unequal('q2a-norm-x1-additive', 'charitable')).toEqual([[20], [20]]);
  expect(unequal('q2a-norm-x3-additive', 'literal')).toEqual([[5], [7]]);
  expect(unequal('q2a-norm-x3-additive', 'charitable')).toEqual([[25], [25]]);
  expect(unequal('q2a-norm-x1-pythagoras', 'literal')[0]).toEqual([Math.sqrt(20)]);
  expect(unequal('q2a-norm-x3-value', 'literal')[0]).toEqual([5]);
});

test('x_2 and a have the norm of a, and the last of the chain is beta', () => {
  expect(unequal('q2a-norm-x2', 'literal')).toEqual([
    [7, 7],
    [7, 1],
  ]);
});
