import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64, roundDouble } from '#arithmetic/float-format.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';
import { stateAllowance, statesAllowance } from '#bound/rnn.ts';
import { inOrder } from '#kernel/declaration.ts';
import type { StateKernel } from '#kernel/kernel.ts';
import { compensated } from '#kernel/rnn/compensated.ts';
import { lanes } from '#kernel/rnn/lanes.ts';
import { paired } from '#kernel/rnn/paired.ts';
import { scan } from '#kernel/rnn/scan.ts';
import { streaming, streamingStates } from '#kernel/rnn/streaming.ts';
import { doubles } from '../arithmetic/arbitrary.ts';
import {
  cancelling,
  everyKind,
  exactState,
  gamma,
  sequences,
  sizeOf,
  stateBound,
} from '../kernel/rnn/sequences.ts';
import { arrayIn, expectAllowed, formats, share } from './allowed.ts';
import { climb, randomFrom } from './climb.ts';

const kernels = [streaming, paired, lanes, compensated];

/** Numbers of all exponents, near the largest, and subnormal: in either format. */
const extreme = fc.oneof(
  doubles,
  fc.double({ min: 2 ** 1018, noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -(2 ** -1060), max: 2 ** -1060 }),
  fc.double({ min: 2 ** 122, max: 2 ** 128 }),
  fc.double({ min: -(2 ** -140), max: 2 ** -140 }),
);

const kinds = fc.oneof(everyKind(), sequences(extreme, 12), cancelling());

test('every kernel of the final state stays within its allowance, in both formats', () => {
  fc.assert(
    fc.property(kinds, ({ format, x, h0 }) => {
      for (const kernel of kernels) {
        const array = arrayIn(format, x);
        expectAllowed(stateAllowance(array, h0, kernel.declares(format)), [kernel.run(array, h0)]);
      }
    }),
    { numRuns: 150 },
  );
});

test('every state of the kernels of all states stays within its allowance', () => {
  fc.assert(
    fc.property(kinds, ({ format, x, h0 }) => {
      for (const kernel of [streamingStates, scan]) {
        const array = arrayIn(format, x);
        const out = array.slice();
        kernel.run(array, h0, out);
        expectAllowed(statesAllowance(array, h0, kernel.declares(format)), out);
      }
    }),
    { numRuns: 80 },
  );
  const long = arrayIn(
    binary32,
    Array.from({ length: 700 }, (_, t) => Math.sin(t * t)),
  );
  const out = long.slice();
  scan.run(long, 0.5, out);
  expectAllowed(statesAllowance(long, 0.5, scan.declares(binary32)), out);
});

test('the bound is the one of the theorem, rounded up by less than a part in 2^27', () => {
  fc.assert(
    fc.property(sequences(fc.double({ min: -1e9, max: 1e9, noNaN: true })), ({ format, x, h0 }) => {
      for (const kernel of kernels) {
        const declares = kernel.declares(format);
        const { bound } = stateAllowance(arrayIn(format, x), h0, declares);
        const exact = stateBound(declares, x, h0);
        const slack = rationals.add(
          rationals.mul(exact, exactly(1 + 2 ** -27)),
          exactly(4 * Number.MIN_VALUE),
        );
        expect(rationals.compare(exactly(bound[0]!), slack)).not.toBe('greater');
        // What underflows in the bound is below what a result can be off by, a whole number of smallest subnormals.
        const least = rationals.sub(exact, exactly(Number.MIN_VALUE));
        expect(rationals.compare(exactly(bound[0]!), least)).toBe('greater');
      }
    }),
    { numRuns: 12 },
  );
});

/** The largest share of the allowance that inputs of a length are found to take: one addend of 1, and others lost beside it. */
function largestShare(kernel: StateKernel, T: number): number {
  const random = randomFrom(T);
  let most = 0;
  for (const format of formats) {
    const declares = kernel.declares(format);
    const lost = format.unitRoundoff;
    const scored = (numbers: readonly number[]): number => {
      const x = arrayIn(format, numbers.slice(1));
      return share(stateAllowance(x, numbers[0]!, declares), 0, kernel.run(x, numbers[0]!));
    };
    for (let first = 0; first < 3; first++) {
      let numbers: number[] = Array.from({ length: T + 1 }, (_, i) => (i === first ? 1 : 0));
      for (let pass = 0; pass < 2; pass++) {
        for (let i = 0; i <= T; i++) {
          if (i === first) continue;
          for (const candidate of [lost, -lost, lost / 2, -lost / 2]) {
            const changed = numbers.with(i, candidate);
            if (scored(changed) > scored(numbers)) numbers = changed;
          }
        }
      }
      most = Math.max(
        most,
        climb(format, random, () => [...numbers], scored, { starts: 1, steps: 50 }).score,
      );
    }
  }
  return most;
}

test('the bound is sharp: inputs of 2 and of 32 numbers are found that take 9 tenths of it', () => {
  for (const kernel of [streaming, paired, lanes]) {
    expect(largestShare(kernel, 2)).toBeGreaterThan(0.9);
    expect(largestShare(kernel, 32)).toBeGreaterThan(0.9);
  }
  expect(largestShare(compensated, 2)).toBeGreaterThan(0.9);
  expect(largestShare(compensated, 32)).toBeGreaterThan(0.9);
});

test('no input allows nothing but the initial state', () => {
  for (const format of formats) {
    const { exact, bound, fates } = stateAllowance(arrayIn(format, []), 0.5, streaming.declares(format));
    expect([exact.high[0], exact.low[0], exact.radius[0], bound[0], fates[0]]).toEqual([
      0.5,
      0,
      0,
      0,
      'bounded',
    ]);
    expect(statesAllowance(arrayIn(format, []), 0.5, streaming.declares(format)).fates).toEqual([]);
  }
});

test('a state beyond the largest number overflows, near it nothing is promised, and below it the result is finite', () => {
  for (const { largest, ...rest } of formats) {
    const format = rest.name === 'binary64' ? binary64 : binary32;
    const fate = (numbers: readonly number[]): string =>
      stateAllowance(arrayIn(format, numbers), 0, streaming.declares(format)).fates[0]!;
    expect(fate([largest / 2, -largest / 4])).toBe('bounded');
    expect(fate([-largest, largest])).toBe('overflows');
    expect(fate([largest, -largest])).toBe('overflows');
    // The exact state is small, but an order of the sum could exceed the format on the way.
    expect(fate([-largest, largest, largest])).toBe('open');
    expect(fate([largest, -largest * 2 ** -60])).toBe('open');
  }
});

test('states are foretold one by one, up to the first number that is not finite', () => {
  const x = Float64Array.of(1, Number.MAX_VALUE, -Number.MAX_VALUE, 0, Number.NaN, 1);
  const { fates, bound } = statesAllowance(x, 0, streamingStates.declares(binary64));
  expect(fates).toEqual(['bounded', 'open', 'overflows', 'overflows', 'open', 'open']);
  expect(bound.map((entry) => (Number.isFinite(entry) ? 1 : 0))).toEqual(Float64Array.of(1, 0, 0, 0, 0, 0));
});

test('differences of compensated sums have room for four times as much', () => {
  const x = Float64Array.of(Number.MAX_VALUE / 3);
  expect(stateAllowance(x, 0, lanes.declares(binary64)).fates).toEqual(['bounded']);
  expect(stateAllowance(x, 0, compensated.declares(binary64)).fates).toEqual(['open']);
  expect(
    stateAllowance(
      x.map((entry) => entry / 2),
      0,
      compensated.declares(binary64),
    ).fates,
  ).toEqual(['bounded']);
});

test('more additions allow more, and so many that nothing is known allow nothing to be said', () => {
  const x = Float32Array.of(1, 1 / 3);
  const bounds = [1, 2, 100].map((depth) => {
    const declares = { ...inOrder, format: binary32, additions: () => depth };
    return stateAllowance(x, 0, declares).bound[0]!;
  });
  const size = rationals.add(exactly(1), exactly(roundDouble(binary32, 1 / 3)));
  bounds.forEach((bound, i) => {
    const exact = rationals.mul(gamma(binary32, [1, 2, 100][i]!), size);
    const off = sizeOf(rationals.sub(exactly(bound), exact));
    expect(rationals.compare(off, rationals.mul(exact, exactly(2 ** -27)))).toBe('less');
  });
  const unknown = { ...inOrder, format: binary32, additions: () => 2 ** 24 };
  expect(stateAllowance(x, 0, unknown).fates).toEqual(['open']);
});

test('the exact value beside the bound is the state', () => {
  const { exact } = stateAllowance(Float64Array.of(0.1, 0.2, 0.3), 0.4, streaming.declares(binary64));
  const sum = rationals.add(exactly(exact.high[0]!), exactly(exact.low[0]!));
  expect(sum).toEqual(exactState([0.1, 0.2, 0.3], 0.4));
});
