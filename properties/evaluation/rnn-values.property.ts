import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly, fraction, rationals } from '#arithmetic/rational.ts';
import { finalStateValue, stateValues } from '#evaluation/rnn-values.ts';
import { doubles } from '../arithmetic/arbitrary.ts';
import { cancelling, exactState, integers, sequences, wide } from '../kernel/rnn/sequences.ts';
import { expectEncloses, expectUnknown, power, sizeOf } from './enclosed.ts';

const kinds = fc.oneof(sequences(integers), sequences(wide), cancelling(), sequences(doubles, 12));

test('every state is enclosed by its value, of a radius below 2^-104 of it', () => {
  fc.assert(
    fc.property(kinds, ({ format, x, h0 }) => {
      if (![...x, h0].every(Number.isFinite)) return;
      const array = format.name === 'binary64' ? Float64Array.from(x) : Float32Array.from(x);
      const { states, sizes } = stateValues(array, h0);
      let size = exactly(h0);
      size = sizeOf(size);
      for (let t = 0; t < x.length; t++) {
        size = rationals.add(size, sizeOf(exactly(x[t]!)));
        if (rationals.compare(size, exactly(Number.MAX_VALUE)) !== 'less') return;
        const exact = exactState(x.slice(0, t + 1), h0);
        expectEncloses(states, t, exact);
        const most = rationals.add(rationals.mul(sizeOf(exact), power(-104)), exactly(2 * Number.MIN_VALUE));
        expect(rationals.compare(exactly(states.radius[t]!), most)).not.toBe('greater');
        const off = sizeOf(rationals.sub(exactly(sizes[t]!), size));
        expect(rationals.compare(off, rationals.mul(size, power(-46)))).not.toBe('greater');
      }
    }),
    { numRuns: 80 },
  );
});

test('the final state is the last of all states', () => {
  fc.assert(
    fc.property(kinds, fc.constantFrom(0, -64), ({ x, h0 }, exponent) => {
      if (x.length === 0) return;
      const last = finalStateValue(Float64Array.from(x), h0, exponent);
      const all = stateValues(Float64Array.from(x), h0, exponent);
      const end = <A extends Float64Array>(array: A): unknown[] => [...array.slice(-1)];
      expect([...last.states.high, ...last.states.low, ...last.states.radius, ...last.sizes]).toEqual(
        [all.states.high, all.states.low, all.states.radius, all.sizes].flatMap(end),
      );
    }),
    { numRuns: 60 },
  );
});

test('without inputs the state is the initial one', () => {
  for (const exponent of [0, 3]) {
    const { states, sizes } = finalStateValue(new Float64Array(0), -0.3, exponent);
    const value = -0.3 * 2 ** exponent;
    expect([states.high[0], states.low[0], states.radius[0], sizes[0]]).toEqual([value, 0, 0, -value]);
    expect(stateValues(new Float64Array(0), 1, exponent).states.high.length).toBe(0);
  }
});

test('a state that needs three doubles has a radius, and those of two have none', () => {
  const x = Float64Array.of(1, 2 ** -60, -(2 ** -120), 0, 2 ** -120, 0, 2 ** -60, 1);
  const { states } = stateValues(x, 0);
  expect([...states.radius].map((radius) => radius > 0)).toEqual([
    ...[false, false, true, true],
    ...[false, false, false, false],
  ]);
  expectEncloses(
    states,
    3,
    rationals.sub(
      fraction(2n ** 60n + 0n, 2n ** 120n),
      rationals.add(fraction(1n), fraction(-1n, 2n ** 120n)),
    ),
  );
});

test('states times a power of two are read where they are too large for a double', () => {
  const x = Float64Array.of(Number.MAX_VALUE, -Number.MAX_VALUE, 1);
  const { states } = stateValues(x, 0);
  expect([...states.high.slice(0, 2)]).toEqual([Number.MAX_VALUE, Number.NEGATIVE_INFINITY]);
  expectUnknown(states, 1);
  const shrunk = stateValues(x, 0, -64);
  expect(shrunk.states.high[1]).toBe(-(2 ** 961 - 2 ** 908));
  expect(shrunk.sizes[1]).toBe(2 ** 961 - 2 ** 908);
  expectEncloses(
    shrunk.states,
    2,
    rationals.mul(
      rationals.add(rationals.mul(fraction(2n), exactly(Number.MAX_VALUE)), fraction(1n)),
      power(-64),
    ),
  );
});

test('nothing is known from a number that is not finite on, and all before it', () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    const { states } = stateValues(Float64Array.of(1, 0.1, bad, 2), 3);
    expect([...states.high.slice(0, 2)]).toEqual([-2, 2.1]);
    expectUnknown(states, 2);
    expectUnknown(states, 3);
    expectUnknown(finalStateValue(Float64Array.of(1), bad).states, 0);
    expectUnknown(finalStateValue(new Float64Array(0), bad).states, 0);
  }
});
