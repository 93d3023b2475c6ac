import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { counting, type Tally } from '#arithmetic/tally.ts';
import {
  asWritten,
  chunkwise,
  elu1,
  features,
  identityFeature,
  keyValueState,
  type Matrix,
  normalised,
  reassociated,
  recurrent,
} from '#reference/linear-attention.ts';

const numbers = fc.integer({ min: -12, max: 12 }).map((n) => fraction(BigInt(n), 4n));
const matrices = (rows: number, columns: number): fc.Arbitrary<Rational[][]> =>
  fc.array(fc.array(numbers, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const size = fc.integer({ min: 1, max: 5 });

/** Queries, keys and values; n and m, dk and dv differ as a rule. */
const unequal = fc
  .record({ n: fc.integer({ min: 0, max: 4 }), m: size, dk: fc.integer({ min: 0, max: 4 }), dv: size })
  .chain(({ n, m, dk, dv }) =>
    fc.record({
      dk: fc.constant(dk),
      dv: fc.constant(dv),
      q: matrices(n, dk),
      k: matrices(m, dk),
      v: matrices(m, dv),
    }),
  );
/** As many queries as keys, as the causal forms have it. */
const equal = fc.record({ n: fc.integer({ min: 0, max: 6 }), dk: size, dv: size }).chain(({ n, dk, dv }) =>
  fc.record({
    dk: fc.constant(dk),
    dv: fc.constant(dv),
    q: matrices(n, dk),
    k: matrices(n, dk),
    v: matrices(n, dv),
  }),
);

/** y_ic by its definition, from indices alone. */
function byDefinition(
  q: Matrix<Rational>,
  k: Matrix<Rational>,
  v: Matrix<Rational>,
  causal: boolean,
): Rational[][] {
  return q.map((qi, i) =>
    v[0]!.map((_, c) => {
      let total = fraction(0n);
      k.forEach((kj, j) => {
        if (causal && j > i) return;
        kj.forEach((entry, l) => {
          total = rationals.add(total, rationals.mul(rationals.mul(qi[l]!, entry), v[j]![c]!));
        });
      });
      return total;
    }),
  );
}

function nulls(rows: number, columns: number): null[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
}

test('the form as written is the sum over keys of score times value, masked or not', () => {
  fc.assert(
    fc.property(unequal, fc.boolean(), ({ dk, dv, q, k, v }, causal) => {
      const written = asWritten(coordinates(rationals, dk), coordinates(rationals, dv), q, k, v, causal);
      expect(written).toEqual(byDefinition(q, k, v, causal));
    }),
  );
});

test('reassociating changes nothing, whatever the shape', () => {
  fc.assert(
    fc.property(unequal, ({ dk, dv, q, k, v }) => {
      const keys = coordinates(rationals, dk);
      expect(reassociated(keys, q, k, v)).toEqual(asWritten(keys, coordinates(rationals, dv), q, k, v));
    }),
  );
});

test('the recurrent form and every chunk length give the causal form exactly', () => {
  fc.assert(
    fc.property(equal, ({ dk, dv, q, k, v }) => {
      const keys = coordinates(rationals, dk);
      const values = coordinates(rationals, dv);
      const written = asWritten(keys, values, q, k, v, true);
      expect(recurrent(keys, q, k, v)).toEqual(written);
      for (let chunk = 1; chunk <= q.length + 1; chunk++) {
        expect(chunkwise(keys, values, q, k, v, chunk)).toEqual(written);
      }
    }),
  );
});

test('the shared state is one vector a column of the values, of the width of the keys', () => {
  const state = keyValueState(
    coordinates(rationals, 3),
    [[1, 2, 3].map(exactly), [4, 5, 6].map(exactly)],
    [[10, 100].map(exactly), [1, 0].map(exactly)],
    2,
  );
  expect(state.map((column) => column.map((entry) => entry.num))).toEqual([
    [14n, 25n, 36n],
    [100n, 200n, 300n],
  ]);
});

test('no queries give no rows and no keys give zero', () => {
  const plane = coordinates(rationals, 2);
  const one = [exactly(1), exactly(1)];
  const nought = fraction(0n);
  expect(asWritten(plane, plane, [], [one], [one])).toEqual([]);
  expect(reassociated(plane, [], [one], [one])).toEqual([]);
  expect(recurrent(plane, [], [], [])).toEqual([]);
  expect(reassociated(plane, [plane.zero], [], [])).toEqual([[]]);
  expect(chunkwise(plane, plane, [], [], [], 3)).toEqual([]);
  expect(normalised(plane, plane, [], [one], [one])).toEqual([]);
  expect(asWritten(plane, plane, [one], [], [])).toEqual([[nought, nought]]);
});

test('a chunk that is not a positive integer is refused', () => {
  const line = coordinates(rationals, 1);
  for (const chunk of [0, -1, 1.5, Number.NaN]) {
    expect(() => chunkwise(line, line, [], [], [], chunk)).toThrow(
      new RangeError(`chunkwise: chunk must be a positive integer, got ${chunk}`),
    );
  }
});

test('the normalised form is the plain form over the sum of its scores', () => {
  fc.assert(
    fc.property(unequal, fc.boolean(), ({ dk, dv, q, k, v }, causal) => {
      const keys = coordinates(rationals, dk);
      const values = coordinates(rationals, dv);
      const ones = k.map(() => [fraction(1n)]);
      const totals = byDefinition(q, k, ones, causal).map(([total]) => total!);
      const run = (): Rational[][] => normalised(keys, values, q, k, v, causal);
      if (totals.some((total) => total.num === 0n)) {
        expect(run).toThrow(RangeError);
        return;
      }
      const plain = byDefinition(q, k, v, causal);
      expect(run()).toEqual(plain.map((row, i) => row.map((entry) => rationals.div(entry, totals[i]!))));
    }),
  );
});

test('a normaliser of zero is refused, and a negative one keeps its sign', () => {
  const line = coordinates(rationals, 1);
  const column = (...entries: number[]): Rational[][] => entries.map((entry) => [exactly(entry)]);
  expect(() => normalised(line, line, column(1), column(1, -1), column(3, 4))).toThrow(RangeError);
  // (1 * 1 - 2 * -2) / (1 - 2): outside the hull of the values.
  expect(normalised(line, line, column(1), column(1, -2), column(1, -2))).toEqual(column(-5));
});

test('each form costs what its doc comment says', () => {
  fc.assert(
    fc.property(size, size, size, size, (n, m, dk, dv) => {
      const count = (run: (a: ReturnType<typeof counting>['arithmetic']) => void): Tally => {
        const { arithmetic, tally } = counting();
        run(arithmetic);
        return tally();
      };
      const none = { div: 0, exp: 0, sqrt: 0 };
      const [q, k, v] = [nulls(n, dk), nulls(m, dk), nulls(m, dv)];
      const written = count((a) => asWritten(coordinates(a, dk), coordinates(a, dv), q, k, v));
      expect(written).toEqual({ ...none, mul: n * m * (dk + dv), add: n * m * (dk - 1) + n * (m - 1) * dv });
      const state = count((a) => keyValueState(coordinates(a, dk), k, v, dv));
      expect(state).toEqual({ ...none, mul: m * dk * dv, add: (m - 1) * dk * dv });
      const t = m;
      const tokens = nulls(t, dk);
      const fast = count((a) => reassociated(coordinates(a, dk), tokens, tokens, v));
      expect(fast).toEqual({ ...none, mul: 2 * t * dk * dv, add: 2 * t * dk * dv - dk * dv - t * dv });
      const streamed = count((a) => recurrent(coordinates(a, dk), tokens, tokens, v));
      expect(streamed.mul).toBe(2 * dk * dv * t);
    }),
  );
});

test('chunks cost what is documented: linear in the number of tokens for a fixed chunk', () => {
  const [dk, dv] = [2, 3];
  const multiplications = (T: number, chunk: number): number => {
    const { arithmetic, tally } = counting();
    const [keys, values] = [coordinates(arithmetic, dk), coordinates(arithmetic, dv)];
    chunkwise(keys, values, nulls(T, dk), nulls(T, dk), nulls(T, dv), chunk);
    return tally().mul;
  };
  const documented = (T: number, chunk: number): number => {
    let total = 0;
    for (let start = 0; start < T; start += chunk) {
      const C = Math.min(chunk, T - start);
      total +=
        ((C * (C + 1)) / 2) * (dk + dv) +
        (start > 0 ? C * dk * dv : 0) +
        (start + chunk < T ? C * dk * dv : 0);
    }
    return total;
  };
  for (const T of [1, 4, 5, 6, 12]) {
    for (const chunk of [1, 2, 3, 5, 20]) expect(multiplications(T, chunk)).toBe(documented(T, chunk));
  }
  const [small, middle, large] = [8, 12, 16].map((T) => multiplications(T, 4));
  expect(large! - middle!).toBe(middle! - small!);
});

test('the identity feature map enters doubles exactly', () => {
  const a = enclosures(20);
  expect(features(a, identityFeature, [[0.5, -3]])).toEqual([[a.of(0.5), a.of(-3)]]);
});

test('elu1 is x + 1 above zero and e^x elsewhere: positive and increasing', () => {
  const a = enclosures(30);
  expect(features(a, elu1, [[2, 0.5, 0, -0]])).toEqual([[a.of(3), a.of(1.5), a.of(1), a.of(1)]]);
  expect(elu1(a, -1)).toEqual(a.exp(a.of(-1)));
  expect(elu1(a, -800).lo.gt(0)).toBe(true);
  const doubles = fc.double({ min: -90, max: 90, noNaN: true });
  fc.assert(
    fc.property(doubles, doubles, (x, y) => {
      fc.pre(Math.abs(x - y) > 1e-9 && x < y);
      const wide = enclosures(60);
      expect(wide.compare(elu1(wide, x), elu1(wide, y))).toBe('less');
    }),
    { numRuns: 20 },
  );
});
