import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';
import { advanceState, applySegment, joinSegments, type Segment, segment } from '#kernel/rnn/stream.ts';
import { streaming } from '#kernel/rnn/streaming.ts';
import {
  arrayOf,
  everyKind,
  exactState,
  expectSameNumber,
  gamma,
  integers,
  sequences,
  sizeOf,
  unsignedZeros,
  wide,
} from './sequences.ts';

/** Every way to cut a list in two. */
function cuts<T>(list: readonly T[]): readonly (readonly [readonly T[], readonly T[]])[] {
  return [...list.keys(), list.length].map((cut) => [list.slice(0, cut), list.slice(cut)]);
}

/** A map of states as numbers that can be compared. */
function entries({ format, sign, sum }: Segment): readonly unknown[] {
  return [format, sign, ...unsignedZeros([sum])];
}

test('inputs in two pieces give the bits of one run, wherever they are cut', () => {
  fc.assert(
    fc.property(everyKind(12), ({ format, x, h0 }) => {
      const whole = streaming.run(arrayOf(format, x), h0);
      for (const [head, tail] of cuts(x)) {
        expect(advanceState(advanceState(h0, arrayOf(format, head)), arrayOf(format, tail))).toBe(whole);
      }
    }),
  );
});

test('a piece of integers is a map that gives the state after it, and pieces join to the map of them all', () => {
  fc.assert(
    fc.property(sequences(integers, 12), ({ format, x, h0 }) => {
      const whole = segment(arrayOf(format, x));
      expectSameNumber(applySegment(whole, h0), streaming.run(arrayOf(format, x), h0));
      for (const [head, tail] of cuts(x)) {
        const joined = joinSegments(segment(arrayOf(format, head)), segment(arrayOf(format, tail)));
        expect(entries(joined)).toEqual(entries(whole));
      }
    }),
  );
});

test('joining pieces is associative on integers, and a piece without inputs changes nothing', () => {
  fc.assert(
    fc.property(sequences(integers, 6), sequences(integers, 6), sequences(integers, 6), (one, two, three) => {
      const { format } = one;
      const [a, b, c] = [one, two, three].map(({ x }) => segment(arrayOf(format, x)));
      expect(entries(joinSegments(joinSegments(a!, b!), c!))).toEqual(
        entries(joinSegments(a!, joinSegments(b!, c!))),
      );
      const nothing = segment(arrayOf(format, []));
      expect(entries(joinSegments(a!, nothing))).toEqual(entries(a!));
      expect(entries(joinSegments(nothing, a!))).toEqual(entries(a!));
    }),
  );
});

test('two joined pieces are within the bound of as many additions, in their format', () => {
  fc.assert(
    fc.property(sequences(wide, 20), ({ format, x, h0 }) => {
      const sizes = [h0, ...x].map((value) => sizeOf(exactly(value))).reduce(rationals.add);
      const bound = rationals.mul(gamma(format, x.length + 2), sizes);
      for (const [head, tail] of cuts(x)) {
        const joined = joinSegments(segment(arrayOf(format, head)), segment(arrayOf(format, tail)));
        const state = applySegment(joined, h0);
        expect(format === binary32 ? Math.fround(state) : state).toBe(state);
        const error = sizeOf(rationals.sub(exactly(state), exactState(x, h0)));
        expect(rationals.compare(error, bound)).not.toBe('greater');
      }
    }),
    { numRuns: 40 },
  );
});

test('pieces of different formats do not join', () => {
  const [double, single] = [segment(new Float64Array(1)), segment(new Float32Array(1))];
  expect([double.format, single.format]).toEqual([binary64, binary32]);
  expect(() => joinSegments(double, single)).toThrow(
    new TypeError('joinSegments: both must be of one format, got binary64 and binary32'),
  );
});
