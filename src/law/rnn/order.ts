import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { sum } from '#arithmetic/space.ts';
import { realNumber } from '#domain/grain.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { aboveZero } from '#law/attention-cases.ts';
import { derivative, type Law, relation } from '#law/law.ts';
import { alternate, magnitude } from '#law/matrix.ts';
import { finalState, gain } from '#reference/rnn.ts';

const sizes = { T: [0, 1, 2, 3, 4] };
const one = inputs({ name: 'T >= 0, x in R^T, h0 in R', layout: { h0: [], x: ['T'] }, sizes });
const raised = restricted(
  inputs({
    name: 'x, d in R^T, h0 in R',
    layout: { h0: [], x: ['T'], d: ['T'] },
    sizes: { T: [1, 2, 3] },
  }),
  {
    name: 'T >= 1, x, d in R^T, d >= 0, d != 0, h0 in R',
    where: ({ d }) => d.every((entry) => entry >= 0) && d.some((entry) => entry > 0),
    into: (c) => ({ ...c, d: c.d.map((entry) => aboveZero(entry)) }),
  },
);
/** Numbers at which the gain of 1000 leaves the logistic its slope. */
const nearby = inputs({
  name: 'x, z in R^T, h0 in R',
  layout: { h0: [], x: ['T'], z: ['T'] },
  sizes,
  numbers: (grain) => realNumber(grain).map((x) => x / 2 ** 12),
  alphabet: [0, 2 ** -10, -(2 ** -10), 2 ** -12, 1, -2, 10],
});
const away = restricted(one, {
  name: 'x in R^T, h0 in R with |H(x; h0)| >= 1',
  where: ({ h0, x }) => {
    const size = magnitude(exactState(x, h0));
    return rationals.compare(size, fraction(1n)) !== 'less';
  },
});
const lengths = restricted(
  inputs({ name: 'T', layout: { T: [] }, sizes: {}, alphabet: [0, 1, 2, 3, 4, 5, 10] }),
  {
    name: 'T in {0, 1, ..., 64}',
    where: ({ T }) => Number.isInteger(T) && T >= 0 && T <= 64,
    into: ({ T }) => ({ T: Math.round(Math.abs(T)) % 65 }),
  },
);

/** Laws of the recurrence about sizes, signs and order. */
export const orderLaws: readonly Law[] = [
  {
    id: 'r-monotone',
    system: 'rnn',
    says: 'H and Y increase with x_t where T - t is even and decrease with it where T - t is odd',
    parts: [
      relation({
        domain: raised,
        left: (_a, s, { h0, x }) => [s.alternatingSum(x, h0)],
        relation: '<',
        right: (a, s, { h0, x, d }) => [s.alternatingSum(upwards(a.add, a.neg, x, d), h0)],
        inFloats: 'exact only',
      }),
      relation({
        domain: raised,
        left: (_a, s, { h0, x }) => [s.alternatingSum(x, h0), s.output(x, h0)],
        relation: '<=',
        right: (a, s, { h0, x, d }) => {
          const higher = upwards(a.add, a.neg, x, d);
          return [s.alternatingSum(higher, h0), s.output(higher, h0)];
        },
        inFloats: 'bitwise',
      }),
    ],
  },
  {
    id: 'r-lipschitz',
    system: 'rnn',
    says: '|Y(x; h0) - Y(z; h0)| <= 250 sum |x_t - z_t|',
    parts: [
      relation({
        domain: nearby,
        left: (a, s, { h0, x, z }) => {
          const step = a.sub(s.output(x, h0), s.output(z, h0));
          return [step, a.neg(step)];
        },
        relation: '<=',
        right: (a, _s, { x, z }, given) => {
          const distances = x.map((entry, t) =>
            given.x[t]! < given.z[t]! ? a.sub(z[t]!, entry) : a.sub(entry, z[t]!),
          );
          // The slope of the logistic is at most 1/4.
          const most = a.mul(a.of(gain / 4), sum(a, distances));
          return [most, most];
        },
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'r-gradient',
    system: 'rnn',
    says: 'dY/dx_t = 1000 Y (1 - Y) (-1)^(T-t), of one size for all t, and below 5.08e-432 once |H| >= 1',
    parts: [
      derivative({
        domain: one,
        of: (_a, s, { h0, x }) => [s.output(x, h0)],
        by: 'x',
        is: (a, s, { h0, x }) => {
          // 1 - Y as the output of the negated inputs keeps its relative accuracy.
          const slope = a.mul(a.of(gain), a.mul(s.output(x, h0), s.output(x.map(a.neg), a.neg(h0))));
          return x.map((_, t) => alternate(a, x.length - t - 1, slope));
        },
      }),
      relation({
        domain: away,
        left: (a, s, { h0, x }) => [
          a.mul(a.of(gain), a.mul(s.output(x, h0), s.output(x.map(a.neg), a.neg(h0)))),
        ],
        relation: '<',
        // 1000 e^-1000 = 5.0759...e-432, and 5.08e-432 = 508 / 10^434.
        right: (a) => {
          const tens = Array.from({ length: 31 }, () => a.of(1e14));
          return [tens.reduce((share, power) => a.div(share, power), a.of(508))];
        },
        inFloats: 'exact only',
      }),
    ],
  },
  {
    id: 'r-not-bibo-stable',
    system: 'rnn',
    says: 'x_t = (-1)^t from h0 = 0 gives H = (-1)^T T: bounded inputs, unbounded state',
    parts: [
      relation({
        domain: lengths,
        left: (a, s, _c, { T }) => [s.alternatingSum(alternating(T).map(a.of), a.of(0))],
        relation: '=',
        right: (a, _s, { T }, given) => [alternate(a, given.T, T)],
        inFloats: 'bitwise',
      }),
    ],
  },
  {
    id: 'r-inverse-filter',
    system: 'rnn',
    says: 'x_t = h_t + h_(t-1), and the states of h_t + h_(t-1) are h_t: inputs and states determine each other',
    parts: [
      relation({
        domain: one,
        left: (a, s, { h0, x }) => {
          const h = [h0, ...s.states(x, h0)];
          return x.map((_, t) => a.add(h[t + 1]!, h[t]!));
        },
        relation: '=',
        right: (_a, _s, { x }) => x,
        inFloats: 'within bound',
      }),
      relation({
        domain: one,
        left: (a, s, { h0, x }) => {
          const h = [h0, ...x];
          return s.states(
            x.map((_, t) => a.add(h[t + 1]!, h[t]!)),
            h0,
          );
        },
        relation: '=',
        right: (_a, _s, { x }) => x,
        inFloats: 'within bound',
      }),
    ],
  },
];

/** The state of the recurrence on doubles, exactly. */
function exactState(x: readonly number[], h0: number): Rational {
  return finalState(rationals, x.map(exactly), exactly(h0));
}

/** Inputs moved by d, each in the direction in which the state rises. */
function upwards<N>(add: (x: N, y: N) => N, neg: (x: N) => N, x: readonly N[], d: readonly N[]): N[] {
  return x.map((entry, t) => add(entry, (x.length - t) % 2 === 1 ? d[t]! : neg(d[t]!)));
}

/** -1, 1, -1, ... */
function alternating(length: number): number[] {
  return Array.from({ length }, (_, t) => (t % 2 === 0 ? -1 : 1));
}
