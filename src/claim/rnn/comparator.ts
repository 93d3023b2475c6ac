import type { Claim } from '#claim/claim.ts';
import { forAllCases, forAllLengths, type Statement } from '#claim/statement.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { sequences } from '#domain/sequence.ts';
import { finalState, gain, logistic, output } from '#reference/rnn.ts';
import { evenMinusOdd, fromZero } from './folds.ts';

const integers = { params: {}, item: { x: 'scalar' } } as const;

/** sigmoid(-1000 S) <= sigmoid(-1000) for S >= 1: how far the output is from a step, on either side of zero. */
const tailIsSmall: Statement = forAllCases({
  domain: inputs({
    name: 'S >= 1',
    layout: { S: [] },
    sizes: {},
    admits: (S) => S >= 1,
    conditions: (a, { S }) => [{ left: a.of(1), is: '<=', right: S }],
  }),
  left: (a, { S }) => [a.neg(a.mul(a.of(gain), S))],
  relation: '<=',
  right: (a) => [a.of(-gain)],
  readout: 'logistic',
  shapes: [{ S: 1 }],
  least: { S: 1 },
});

const integerInputs: Statement = {
  kind: 'all',
  parts: [
    {
      says: 'with H_0 = 0 and even T the state is S, the even sum less the odd sum, an integer for integer inputs',
      statement: forAllLengths({
        ...integers,
        first: 0,
        every: 2,
        left: fromZero,
        right: evenMinusOdd,
        readout: 'identity',
      }),
    },
    {
      says: 'S = 0: the output is exactly 1/2',
      statement: forAllCases({
        domain: inputs({
          name: 'S = 0',
          layout: { S: [] },
          sizes: {},
          admits: (S) => S === 0,
          conditions: (a, { S }) => [{ left: S, is: '=', right: a.of(0) }],
        }),
        left: (a) => [output(a, [], a.of(0))],
        relation: '=',
        right: (a) => [a.div(a.of(1), a.of(2))],
        shapes: [{ S: 0 }],
      }),
    },
    {
      says: 'the distance to 1 is the output at -S: 1 - sigmoid(z) = sigmoid(-z) for every real z',
      statement: forAllCases({
        domain: inputs({ name: 'z in R', layout: { z: [] }, sizes: {} }),
        left: (a, { z }) => [a.sub(a.of(1), logistic(a, z))],
        relation: '=',
        right: (a, { z }) => [logistic(a, a.neg(z))],
        shapes: [{ z: 0 }],
      }),
    },
    { says: 'the output at -S, S >= 1, is at most sigmoid(-1000)', statement: tailIsSmall },
  ],
};

/** What the unit is for, though the write-up does not say so: comparing two sums. */
export const comparatorClaims: readonly Claim[] = [
  {
    id: 'q1-output-is-a-comparator',
    source: { question: 'Q1', part: 'intended answer (not stated)', lines: [20] },
    kind: 'additional',
    core: true,
    says: 'The unit reports whether the even-position inputs sum to more than the odd-position ones.',
    domain: 'T even, H_0 = 0; S = even sum - odd sum',
    readings: [
      {
        name: 'integer inputs',
        says: 'for all even T >= 0, integer X, H_0 = 0: |Y_T - step(S)| <= sigmoid(-1000), step = 0, 1/2, 1 for S < 0, = 0, > 0',
        latex: 'S\\in\\mathbb Z:\\;|Y_T-\\mathrm{step}(S)|\\le\\sigma(-1000)',
        statement: integerInputs,
      },
      {
        name: '"1 if greater, 0 otherwise"',
        says: 'for all X in R^2 with integer S = X_2 - X_1 <= 0: Y_2 <= sigmoid(-1000)',
        latex: 'S\\le0\\Rightarrow Y\\le\\sigma(-1000)',
        statement: forAllCases({
          domain: restricted(sequences({ ...integers, first: 2, every: 2 }), {
            name: 'T = 2, integer x, x2 <= x1',
            where: ({ x }) => x.length === 2 && x.every(Number.isInteger) && x[1]! <= x[0]!,
            conditions: (_a, { x }) => [
              ...x.map((integer) => ({ integer })),
              { left: x[1]!, is: '<=', right: x[0]! },
            ],
          }),
          left: (a, { x }) => [a.mul(a.of(gain), finalState(a, x, a.of(0)))],
          relation: '<=',
          right: (a) => [a.of(-gain)],
          readout: 'logistic',
        }),
      },
      {
        name: 'real inputs',
        says: 'for all X in R^2, H_0 = 0: Y_2 lies outside (1/10, 4/10) and (6/10, 9/10), so within 1/10 of 0, 1/2 or 1',
        latex: '\\min_{c\\in\\{0,\\frac12,1\\}}|Y_2-c|\\le\\tfrac1{10}',
        statement: forAllCases({
          // The gain shrinks what is a unit for the logistic to a thousandth for the inputs.
          domain: inputs({
            name: 'x in R^2',
            layout: { x: ['T'] },
            sizes: { T: [2] },
            allows: (_size, T) => T === 2,
            alphabet: [0, 1 / gain, -1 / gain, 2 / gain, -2 / gain, 1, -1],
          }),
          left: (a, { x }) => {
            const y = output(a, x, a.of(0));
            const from = (tenths: number) => a.sub(y, a.div(a.of(tenths), a.of(10)));
            return [a.mul(from(1), from(4)), a.mul(from(6), from(9))];
          },
          relation: '>=',
          right: (a) => [a.of(0), a.of(0)],
        }),
      },
    ],
  },
];
