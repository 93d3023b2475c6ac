import { binary64 } from '#arithmetic/float-format.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { type Law, relation } from '#law/law.ts';
import { alternate } from '#law/matrix.ts';

const sizes = { T: [0, 1, 2, 3, 4], U: [0, 1, 2] };
const one = inputs({ name: 'T >= 0, x in R^T, h0 in R', layout: { h0: [], x: ['T'] }, sizes });
const fromZero = inputs({ name: 'T >= 0, x in R^T, h0 = 0', layout: { x: ['T'] }, sizes });
const withNumber = inputs({ name: 'x in R^T, h0, c in R', layout: { h0: [], c: [], x: ['T'] }, sizes });
const withPower = restricted(
  inputs({ name: 'x in R^T, h0 in R', layout: { h0: [], k: [], x: ['T'] }, sizes }),
  {
    name: 'x in R^T, h0 in R, integers k with |k| <= 20',
    where: ({ k }) => Number.isInteger(k) && Math.abs(k) <= 20,
    into: (c) => ({ ...c, k: Math.round(c.k) % 21 }),
  },
);

/** Laws of the recurrence whose inputs are moved, negated, permuted, padded and scaled. */
export const symmetryLaws: readonly Law[] = [
  {
    id: 'r-shift-invariance-even',
    system: 'rnn',
    says: 'H(x + c; h0) = H(x; h0) for even T, H(x; h0) + c for odd T',
    parts: [
      relation({
        domain: withNumber,
        left: (a, s, { h0, c, x }) => [
          s.alternatingSum(
            x.map((entry) => a.add(entry, c)),
            h0,
          ),
        ],
        relation: '=',
        right: (a, s, { h0, c, x }) => {
          const h = s.alternatingSum(x, h0);
          return [x.length % 2 === 0 ? h : a.add(h, c)];
        },
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'r-negation-symmetry',
    system: 'rnn',
    says: 'H(-x; -h0) = -H(x; h0) and Y(-x; -h0) + Y(x; h0) = 1',
    parts: [
      relation({
        domain: one,
        left: (a, s, { h0, x }) => [s.alternatingSum(x.map(a.neg), a.neg(h0))],
        relation: '=',
        right: (a, s, { h0, x }) => [a.neg(s.alternatingSum(x, h0))],
        inFloats: 'bitwise',
      }),
      relation({
        domain: one,
        left: (a, s, { h0, x }) => [a.add(s.output(x.map(a.neg), a.neg(h0)), s.output(x, h0))],
        relation: '=',
        right: (a) => [a.of(1)],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'r-reversal',
    system: 'rnn',
    says: 'from h0 = 0, H(reversed x) = (-1)^(T-1) H(x): Y stays for odd T and is complemented for even T',
    parts: [
      relation({
        domain: fromZero,
        left: (a, s, { x }) => [s.alternatingSum(x.toReversed(), a.of(0))],
        relation: '=',
        right: (a, s, { x }) => [alternate(a, x.length + 1, s.alternatingSum(x, a.of(0)))],
        inFloats: 'within bound',
      }),
      relation({
        domain: fromZero,
        left: (a, s, { x }) => {
          const [y, back] = [s.output(x, a.of(0)), s.output(x.toReversed(), a.of(0))];
          return [x.length % 2 === 0 ? a.add(y, back) : back];
        },
        relation: '=',
        right: (a, s, { x }) => [x.length % 2 === 0 ? a.of(1) : s.output(x, a.of(0))],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'r-parity-permutation',
    system: 'rnn',
    says: 'H is kept when even positions change places, and odd ones; even T, h0 = 0: swapping the classes negates H',
    parts: [
      relation({
        domain: inputs({
          name: 'T >= 2, x in R^T, h0 in R',
          layout: { h0: [], x: ['T'] },
          sizes: { T: [2, 3, 5, 6] },
        }),
        left: (_a, s, { h0, x }) => {
          const [odd, even] = [0, 1].map((parity) => x.filter((_, t) => t % 2 === parity));
          const turn = [...even!.slice(1), ...even!.slice(0, 1)];
          const back = odd!.toReversed();
          return [
            s.alternatingSum(
              x.map((_, t) => (t % 2 === 0 ? back : turn)[Math.floor(t / 2)]!),
              h0,
            ),
          ];
        },
        relation: '=',
        right: (_a, s, { h0, x }) => [s.alternatingSum(x, h0)],
        inFloats: 'within bound',
      }),
      relation({
        domain: inputs({
          name: 'even T >= 2, x in R^T, h0 = 0',
          layout: { x: ['T'] },
          sizes: { T: [2, 4, 6] },
          allows: (_size, T) => T >= 2 && T % 2 === 0,
        }),
        left: (a, s, { x }) => [
          s.alternatingSum(
            x.map((_, t) => x[t % 2 === 0 ? t + 1 : t - 1]!),
            a.of(0),
          ),
        ],
        relation: '=',
        right: (a, s, { x }) => [a.neg(s.alternatingSum(x, a.of(0)))],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'r-append-zero',
    system: 'rnn',
    says: 'H(x || 0; h0) = -H(x; h0) and Y(x || 0; h0) + Y(x; h0) = 1',
    parts: [
      relation({
        domain: one,
        left: (a, s, { h0, x }) => [s.alternatingSum([...x, a.of(0)], h0)],
        relation: '=',
        right: (a, s, { h0, x }) => [a.neg(s.alternatingSum(x, h0))],
        inFloats: 'bitwise',
      }),
      relation({
        domain: one,
        left: (a, s, { h0, x }) => [a.add(s.output([...x, a.of(0)], h0), s.output(x, h0))],
        relation: '=',
        right: (a) => [a.of(1)],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'r-prepend-zero',
    system: 'rnn',
    says: 'each 0 put before x negates the initial state: from h0 = 0 it changes nothing',
    parts: [
      relation({
        domain: one,
        left: (a, s, { h0, x }) => {
          const zero = a.of(0);
          return [s.alternatingSum([zero, ...x], h0), s.alternatingSum([zero, zero, ...x], h0)];
        },
        relation: '=',
        right: (a, s, { h0, x }) => [s.alternatingSum(x, a.neg(h0)), s.alternatingSum(x, h0)],
        inFloats: 'bitwise',
      }),
      relation({
        domain: fromZero,
        left: (a, s, { x }) => [s.alternatingSum([a.of(0), ...x], a.of(0))],
        relation: '=',
        right: (a, s, { x }) => [s.alternatingSum(x, a.of(0))],
        inFloats: 'bitwise',
      }),
    ],
  },
  {
    id: 'r-append-pair',
    system: 'rnn',
    says: 'H(x || c, c; h0) = H(x; h0)',
    parts: [
      relation({
        domain: withNumber,
        left: (_a, s, { h0, c, x }) => [s.alternatingSum([...x, c, c], h0)],
        relation: '=',
        right: (_a, s, { h0, x }) => [s.alternatingSum(x, h0)],
        inFloats: 'within bound',
        traps: [{ format: binary64, at: { h0: 0.1, c: 0.4, x: [] } }],
      }),
    ],
  },
  {
    id: 'r-power-of-two-scaling',
    system: 'rnn',
    says: 'H(2^k x; 2^k h0) = 2^k H(x; h0)',
    parts: [
      relation({
        domain: withPower,
        left: (a, s, { h0, x }, { k }) => {
          const scale = a.of(2 ** k);
          return [
            s.alternatingSum(
              x.map((entry) => a.mul(scale, entry)),
              a.mul(scale, h0),
            ),
          ];
        },
        relation: '=',
        right: (a, s, { h0, x }, { k }) => [a.mul(a.of(2 ** k), s.alternatingSum(x, h0))],
        inFloats: 'bitwise',
      }),
    ],
  },
];
