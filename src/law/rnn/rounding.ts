import { bfloat16, binary16, binary32, binary64 } from '#arithmetic/float-format.ts';
import { exactly, fraction, type Rational, rationals, sign } from '#arithmetic/rational.ts';
import { sum } from '#arithmetic/space.ts';
import { realNumber } from '#domain/grain.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { type Law, relation, rounded } from '#law/law.ts';
import { magnitude } from '#law/matrix.ts';
import { finalState, gain, logistic } from '#reference/rnn.ts';

const sizes = { T: [0, 1, 2, 3, 4] };
const one = inputs({ name: 'T >= 0, x in R^T, h0 in R', layout: { h0: [], x: ['T'] }, sizes });
const evenIntegers = inputs({
  name: 'even T, x in Z^T, h0 = 0',
  layout: { x: ['T'] },
  sizes: { T: [0, 2, 4] },
  allows: (_size, T) => T % 2 === 0,
  admits: Number.isInteger,
  numbers: () => realNumber('integer'),
});

/** What is put on the grid of a format of p bits: r + 2^(p - 8) (h0, x) has an absolute sum of at most 2^p. */
const onGrid = restricted(
  inputs({
    name: 'integers',
    layout: { h0: [], r: [], x: ['T'] },
    sizes,
    admits: Number.isInteger,
    alphabet: [0, 1, -1, 255, -127, 64, 2, 100],
  }),
  {
    name: 'integers h0, r, x_1 ... x_T with |h0| + |x_1| + ... <= 255 and |r| <= 1',
    where: ({ h0, r, x }) => Math.abs(r) <= 1 && [h0, ...x].reduce((all, e) => all + Math.abs(e), 0) <= 255,
    into: ({ h0, r, x }) => ({
      h0: Math.round(h0) % 51,
      r: Math.sign(Math.round(r)),
      x: x.map((entry) => Math.round(entry) % 51),
    }),
  },
);

/** Laws of the recurrence about what is left of it in computed numbers. */
export const roundingLaws: readonly Law[] = [
  {
    id: 'r-integer-exactness',
    system: 'rnn',
    says: 'inputs in 2^k Z with |h0| + sum |x_t| <= 2^(p+k), p the significant bits: H is computed exactly',
    parts: [
      rounded({
        domain: onGrid,
        formats: [binary64, binary32, binary16, bfloat16],
        left: (computed, { h0, r, x }, { precision }) => {
          const unit = 2 ** (precision - 8);
          return [exactly(computed.alternatingSum([r, ...x.map((entry) => entry * unit)], h0 * unit))];
        },
        relation: '=',
        right: (_computed, { h0, r, x }, { precision }) => {
          const unit = 2 ** (precision - 8);
          return [exactState([r, ...x.map((entry) => entry * unit)], h0 * unit)];
        },
        // An absolute sum of 2^p + 1 is too much: 2^p - (-1) has no place in the format.
        traps: [{ format: binary64, at: { h0: 0, r: -1, x: [256] } }],
      }),
    ],
  },
  {
    id: 'r-comparator',
    system: 'rnn',
    says: 'integers, h0 = 0, even T: Y is within sigmoid(-1000) of the step of the even sum less the odd sum',
    parts: [
      relation({
        domain: evenIntegers,
        left: (a, s, { x }, given) =>
          stepOf(given.x) === 1 ? [s.output(x.map(a.neg), a.of(0))] : [s.output(x, a.of(0))],
        relation: '<=',
        right: (a, _s, _c, given) => [stepOf(given.x) === 0.5 ? a.of(0.5) : logistic(a, a.of(-gain))],
        inFloats: 'within bound',
      }),
      relation({
        domain: evenIntegers,
        left: (a, _s, _c, given) => [stepOf(given.x) === 0.5 ? a.of(0.5) : a.of(0)],
        relation: '<=',
        right: (a, s, { x }, given) =>
          stepOf(given.x) === 1 ? [s.output(x.map(a.neg), a.of(0))] : [s.output(x, a.of(0))],
        inFloats: 'within bound',
      }),
      rounded({
        domain: evenIntegers,
        formats: [binary64, binary32],
        left: (computed, { x }) => [exactly(computed.output(x, 0))],
        relation: '=',
        right: (_computed, { x }) => [exactly(stepOf(x))],
      }),
    ],
  },
  {
    id: 'r-certified-sign',
    system: 'rnn',
    says: 'a computed H above u sum |computed h_t| in size has the sign of H',
    parts: [
      rounded({
        domain: one,
        formats: [binary64, binary16, bfloat16],
        left: (computed, { h0, x }, { unitRoundoff }) => [
          certified(computed.states(x, h0), unitRoundoff)
            ? signOf(exactly(computed.alternatingSum(x, h0)))
            : zero,
        ],
        relation: '=',
        right: (computed, { h0, x }, { unitRoundoff }) => [
          certified(computed.states(x, h0), unitRoundoff) ? signOf(exactState(x, h0)) : zero,
        ],
      }),
    ],
  },
];

const zero = fraction(0n);

/** The state of the recurrence on doubles, exactly. */
function exactState(x: readonly number[], h0: number): Rational {
  return finalState(rationals, x.map(exactly), exactly(h0));
}

/** 1, 1/2 or 0, as the even sum is above, equal to or below the odd sum. */
function stepOf(x: readonly number[]): number {
  return (1 + sign(exactState(x, 0))) / 2;
}

function signOf(r: Rational): Rational {
  return fraction(BigInt(sign(r)));
}

/** Whether the error bound u sum |h_t|, from the computed states alone, leaves no doubt about the sign of the last. */
function certified(states: readonly number[], unitRoundoff: number): boolean {
  const magnitudes = states.map((h) => magnitude(exactly(h)));
  const bound = rationals.mul(exactly(unitRoundoff), sum(rationals, magnitudes));
  return states.length > 0 && rationals.compare(magnitudes.at(-1)!, bound) === 'greater';
}
