import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures, endpointAsRational } from '#arithmetic/enclosure.ts';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { softmaxRowByBalls } from '#evaluation/softmax-row.ts';
import { softmaxValues } from '#evaluation/softmax-values.ts';
import { fromHex, oracle, roundedFrom } from '../vector/oracle.ts';
import { cancelling, caseOf, type SoftmaxCase, softmaxCases } from './softmax-cases.ts';
import { expectHolds, outputsOver, reachable, truthOf, weightsOf } from './softmax-truth.ts';

/** sum W_ij |v_j| of every output. */
function sizesOf({ tokens, settings }: SoftmaxCase): readonly number[] {
  const { n, m, dv, v } = tokens;
  const { weights } = softmaxValues(tokens, settings);
  return Array.from({ length: n * dv }, (_, at) => {
    let size = 0;
    for (let j = 0; j < m; j++)
      size += weights[Math.floor(at / dv) * m + j]! * Math.abs(v[j * dv + (at % dv)]!);
    return size;
  });
}

/** Asserts that the values hold the truth, with a radius of at most 2^-72 of the sizes, or next to nothing. */
function expectKnown(one: SoftmaxCase): void {
  const { outputs } = softmaxValues(one.tokens, one.settings);
  const sizes = sizesOf(one);
  truthOf(one).forEach(({ lo, hi }, at) => {
    expectHolds(outputs, at, lo, hi);
    expect(outputs.radius[at]).toBeLessThanOrEqual(sizes[at]! * 2 ** -71 + 2 ** -1072);
    expect(outputs.high[at]! + outputs.low[at]!).toBe(outputs.high[at]);
  });
}

test.each(['plain', 'spread', 'tied', 'small'] as const)(
  'outputs of %s numbers are within their radius of the definition',
  (kind) => {
    fc.assert(fc.property(softmaxCases(kind).filter(reachable), expectKnown), { numRuns: 30 });
  },
);

test('where scores cancel, outputs are within their radius of the definition', () => {
  fc.assert(fc.property(softmaxCases('spread').map(cancelling).filter(reachable), expectKnown), {
    numRuns: 60,
  });
});

test('double-doubles and balls give the same values', () => {
  fc.assert(
    fc.property(softmaxCases('plain'), ({ tokens, settings }) => {
      const quick = softmaxValues(tokens, settings);
      const slow = softmaxValues(tokens, settings);
      for (let i = 0; i < tokens.n; i++) {
        const seen = settings.causal ? Math.min(tokens.m, i + 1) : tokens.m;
        softmaxRowByBalls(tokens, settings.scale, i, seen, slow);
      }
      quick.outputs.high.forEach((high, at) => {
        const apart = high - slow.outputs.high[at]! + (quick.outputs.low[at]! - slow.outputs.low[at]!);
        expect(Math.abs(apart)).toBeLessThanOrEqual(quick.outputs.radius[at]! + slow.outputs.radius[at]!);
      });
      for (const name of ['scores', 'sizes', 'weights'] as const) {
        quick[name].forEach((x, at) => {
          const slack = name === 'scores' ? quick.sizes[at]! * 2 ** -60 : 2 ** -1070;
          const other = slow[name][at]!;
          expect(Math.abs(x - other)).toBeLessThanOrEqual(Math.abs(other) * 2 ** -40 + slack);
        });
      }
    }),
    { numRuns: 30 },
  );
});

test('weights are those of the definition, and 0 behind the mask', () => {
  fc.assert(
    fc.property(fc.oneof(softmaxCases('plain'), softmaxCases('spread')).filter(reachable), (one) => {
      const { n, m } = one.tokens;
      const { weights } = softmaxValues(one.tokens, one.settings);
      const truth = weightsOf(one);
      for (let at = 0; at < n * m; at++) {
        const exact = truth[Math.floor(at / m)]![at % m] ?? 0;
        expect(Math.abs(weights[at]! - exact)).toBeLessThanOrEqual(exact * 2 ** -40 + 2 ** -1070);
      }
    }),
    { numRuns: 25 },
  );
});

test('the values are those of the oracle', () => {
  for (const { q, k, v, scale, causal, result } of oracle.softmax) {
    const lists = [q, k, v].map((rows) => rows.flat().map(fromHex));
    const [dk, dv] = [q[0]!.length, v[0]!.length];
    const one = caseOf(binary64, lists, { n: q.length, dk, dv, scale: fromHex(scale), causal });
    const { outputs } = softmaxValues(one.tokens, one.settings);
    result.flat().forEach((value, at) => {
      const { lo, hi } = roundedFrom(value);
      expectHolds(outputs, at, lo, hi);
    });
  }
});

test('decimal enclosures meet the values', () => {
  fc.assert(
    fc.property(softmaxCases('plain', 3).filter(reachable), (one) => {
      const { outputs } = softmaxValues(one.tokens, one.settings);
      outputsOver(enclosures(40), one).forEach(({ lo, hi }, at) => {
        expectHolds(outputs, at, endpointAsRational(lo), endpointAsRational(hi));
      });
    }),
    { numRuns: 10 },
  );
});

test('a key whose weight is far below 2^-460 counts by its own value alone', () => {
  // y = e^-700: what is left out of the double-doubles is all there is.
  const one = caseOf(binary64, [[1], [0, -700], [0, 1]]);
  expectKnown(one);
  expect(softmaxValues(one.tokens, one.settings).outputs.high[0]).toBeCloseTo(0, 300);
  expect(softmaxValues(one.tokens, one.settings).outputs.high[0]).toBe(9.859676543759771e-305);
  expectKnown(caseOf(binary64, [[1], [0, -330, -500], [1, 3, -7]]));
  expectKnown(caseOf(binary64, [[1], [-700, -330, 0], [1e300, 0, 0]]));
});

test('scores of which most digits cancel beyond double-doubles are summed exactly', () => {
  const one = caseOf(
    binary64,
    [
      [2 ** 120, 1, -(2 ** 120)],
      [2 ** 120, 1, 2 ** 120, 2 ** 120, 3, 2 ** 120],
      [5, 7],
    ],
    { dk: 3 },
  );
  expectKnown(one);
  expect([...softmaxValues(one.tokens, one.settings).scores]).toEqual([1, 3]);
  // Far below the largest, but for what cancels in it.
  const far = [2 ** 60, -(2 ** 60), 1];
  expectKnown(caseOf(binary64, [far, [2 ** 42, 2 ** 42, -500, 0, 0, 1], [5, 7]], { dk: 3 }));
});

test('numbers whose products leave the doubles are exact nevertheless', () => {
  const tied = caseOf(
    binary64,
    [
      [1e300, 1],
      [1e300, 0, 1e300, 0],
      [1, 4],
    ],
    { dk: 2 },
  );
  expect(softmaxValues(tied.tokens, tied.settings).outputs).toEqual({
    high: Float64Array.of(2.5),
    low: Float64Array.of(0),
    radius: Float64Array.of(0),
  });
  expectKnown(caseOf(binary32, [[2 ** -149], [2 ** -149, 0], [2 ** -149, 3]], { scale: 2 ** 100 }));
  expectKnown(
    caseOf(binary64, [[2 ** -1074], [2 ** 1000, -(2 ** 1000)], [2 ** -1074, 2 ** -1074]], { scale: 2 ** 70 }),
  );
});

test('without keys nothing is known, and without coordinates the output is the mean', () => {
  const none = caseOf(binary64, [[1], [], []]);
  expect([...softmaxValues(none.tokens, none.settings).outputs.radius]).toEqual([Number.POSITIVE_INFINITY]);
  const mean = caseOf(binary64, [[], [], [1, 2, 6]], { dk: 0 });
  const { outputs } = softmaxValues(mean.tokens, mean.settings);
  expect([outputs.high[0], outputs.low[0]]).toEqual([3, 0]);
});

test('earlier results stay as they are', () => {
  const [one, other] = [caseOf(binary64, [[1], [1, 2], [3, 4]]), caseOf(binary64, [[5], [3, 2], [1, 9]])];
  const first = softmaxValues(one.tokens, one.settings);
  const copy = structuredClone(first);
  softmaxValues(other.tokens, other.settings);
  expect(first).toEqual(copy);
});

test('a number that is not finite is refused', () => {
  const { tokens, settings } = caseOf(binary64, [[Number.NaN], [1], [1]]);
  expect(() => softmaxValues(tokens, settings)).toThrow(RangeError);
});
