import { coordinates } from '#arithmetic/space.ts';
import type { ForAllBeta, ForAllCases, ForAllLengths, Relation } from '#claim/statement.ts';
import { forAllCases, forAllLengths } from '#claim/statement.ts';
import type { Domain } from '#domain/domain.ts';
import { inputs } from '#domain/layout.ts';
import { tokens } from '#domain/matrix.ts';
import type { Fold, Shape } from '#reference/fold.ts';
import { gain, type Initial, type Input, recurrence } from '#reference/rnn.ts';
import { attentionWeights } from '#reference/softmax-attention.ts';

/** A statement about one real x. */
export function aboutX(
  left: ForAllCases<{ x: number }>['left'],
  relation: Relation,
  right: ForAllCases<{ x: number }>['right'],
  more: Partial<ForAllCases<{ x: number }>> = {},
): ForAllCases {
  const domain: Domain<{ x: number }> = inputs({ name: 'x in R', layout: { x: [] }, sizes: {} });
  return forAllCases({ domain, left, relation, right, ...more });
}

const shape = { params: { h0: 'scalar' }, item: { x: 'scalar' }, first: 2, every: 2 } as const;
const times = (factor: number): typeof recurrence => ({
  ...recurrence,
  finish: ({ scalars }, { h }) => (factor === 1 ? h : scalars.mul(scalars.of(factor), h)),
});

/** sigmoid(1000 h_T) = sigmoid(h_T) for even T >= 2: false. */
export const factorDropped: ForAllLengths = forAllLengths({
  ...shape,
  left: times(gain),
  right: times(1),
  readout: 'logistic',
});

/** The true twin: the same factor on both sides. */
export const factorKept: ForAllLengths = forAllLengths({
  ...shape,
  left: times(gain),
  right: times(gain),
  readout: 'logistic',
});

/** The weights of two orthogonal tokens of norm beta against those of the identity: false. */
export const copies: ForAllBeta = {
  kind: 'beta',
  vectors: 2,
  zeroIncluded: false,
  left: (space, { vectors }) => attentionWeights(space, vectors, vectors).flat(),
  relation: '=',
  right: ({ scalars }) => [1, 0, 0, 1].map(scalars.of),
};

/** Every weight is at most the one on the diagonal: false, the longer token wins. */
export const diagonalWins: ForAllCases = forAllCases({
  domain: tokens,
  left: (a, { x }) => {
    const weights = attentionWeights(coordinates(a, x[0]!.length), x, x);
    return weights.flatMap((row, i) => row.map(() => row[i]!));
  },
  relation: '>=',
  right: (a, { x }) => attentionWeights(coordinates(a, x[0]!.length), x, x).flat(),
});

/** left = right over the inputs of the recurrence, for the lengths first + k * every. */
export function equality<L extends Shape, R extends Shape>(
  left: Fold<Initial, Input, L>,
  right: Fold<Initial, Input, R>,
  first: number,
  every: number,
): ForAllLengths {
  const shapes = { params: { h0: 'scalar' }, item: { x: 'scalar' } } as const;
  return forAllLengths({ ...shapes, first, every, left, right, readout: 'identity' });
}
