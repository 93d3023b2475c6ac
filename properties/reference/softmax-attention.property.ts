import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { fraction } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { counting } from '#arithmetic/tally.ts';
import {
  type ExponentialQuotient,
  exponentialQuotients as exact,
  rationalValue,
} from '#evaluation/exponential-quotient.ts';
import { attentionWeights, softmax, softmaxAttention } from '#reference/softmax-attention.ts';

const numbers = fc.integer({ min: -12, max: 12 }).map((n) => n / 4);
const matrices = (rows: number, columns: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(numbers, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const size = fc.integer({ min: 1, max: 4 });
const tokens = fc
  .record({ n: fc.integer({ min: 0, max: 4 }), m: size, dk: fc.integer({ min: 0, max: 3 }), dv: size })
  .chain(({ n, m, dk, dv }) =>
    fc.record({
      dk: fc.constant(dk),
      dv: fc.constant(dv),
      q: matrices(n, dk),
      k: matrices(m, dk),
      v: matrices(m, dv),
    }),
  );

const lift = (rows: readonly (readonly number[])[]): ExponentialQuotient[][] =>
  rows.map((row) => row.map(exact.of));
/** Whether two elements of the exact field are equal. */
const same = (a: ExponentialQuotient, b: ExponentialQuotient): boolean =>
  rationalValue(exact.sub(a, b))?.num === 0n;

test('a weight is the exponential of its score over the sum of all of them', () => {
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 5 }), (scores) => {
      const weights = softmax(exact, scores.map(exact.of));
      expect(weights).toHaveLength(scores.length);
      expect(rationalValue(weights.reduce(exact.add))).toEqual(fraction(1n));
      weights.forEach((weight, i) => {
        const ratio = exact.exp(exact.of(scores[i]! - scores[0]!));
        expect(same(exact.div(weight, weights[0]!), ratio)).toBe(true);
      });
    }),
  );
});

test('weights stand at the row of their query, and a causal row holds those of the keys up to its own', () => {
  fc.assert(
    fc.property(tokens, ({ dk, q, k }) => {
      const space = coordinates(exact, dk);
      const all = attentionWeights(space, lift(q), lift(k));
      const masked = attentionWeights(space, lift(q), lift(k), { causal: true });
      expect(all.map((row) => row.length)).toEqual(q.map(() => k.length));
      q.forEach((qi, i) => {
        const seen = k.slice(0, i + 1);
        expect(masked[i]).toHaveLength(seen.length);
        const scores = seen.map((kj) => exact.of(kj.reduce((sum, entry, l) => sum + entry * qi[l]!, 0)));
        softmax(exact, scores).forEach((weight, j) => {
          expect(same(masked[i]![j]!, weight)).toBe(true);
        });
      });
    }),
    { numRuns: 40 },
  );
});

test('the scale multiplies every score, and is 1 when absent', () => {
  fc.assert(
    fc.property(tokens, numbers, ({ dk, q, k }, scale) => {
      const space = coordinates(exact, dk);
      const scaled = attentionWeights(space, lift(q), lift(k), { scale: exact.of(scale) });
      const longer = attentionWeights(space, lift(q.map((row) => row.map((x) => x * scale))), lift(k));
      scaled.flat().forEach((weight, i) => {
        expect(same(weight, longer.flat()[i]!)).toBe(true);
      });
    }),
    { numRuns: 40 },
  );
});

test('an output is the sum of the values with the weights of its row', () => {
  fc.assert(
    fc.property(tokens, fc.boolean(), ({ dk, dv, q, k, v }, causal) => {
      const space = coordinates(exact, dk);
      const outputs = softmaxAttention(space, coordinates(exact, dv), lift(q), lift(k), lift(v), { causal });
      const weights = attentionWeights(space, lift(q), lift(k), { causal });
      expect(outputs).toHaveLength(q.length);
      outputs.forEach((row, i) => {
        expect(row).toHaveLength(dv);
        row.forEach((entry, c) => {
          const sum = weights[i]!.map((weight, j) => exact.mul(weight, exact.of(v[j]![c]!))).reduce(
            exact.add,
          );
          expect(same(entry, sum)).toBe(true);
        });
      });
    }),
    { numRuns: 40 },
  );
});

test('keys of width zero give the plain mean, and a single key its value', () => {
  const none = coordinates(exact, 0);
  const values = coordinates(exact, 1);
  const mean = softmaxAttention(none, values, [[]], [[], [], []], lift([[1], [2], [6]]));
  expect(mean.flat().map(rationalValue)).toEqual([fraction(3n)]);
  const line = coordinates(exact, 1);
  const only = softmaxAttention(line, values, lift([[5]]), lift([[-146]]), lift([[7]]));
  expect(only.flat().map(rationalValue)).toEqual([fraction(7n)]);
  expect(softmaxAttention(line, values, [], lift([[1]]), lift([[1]]))).toEqual([]);
});

test('enclosed weights hold the exact ones: e^0, e^1 and e^2 over their sum', () => {
  const a = enclosures(40);
  const [row] = attentionWeights(coordinates(a, 1), [[a.of(1)]], [[a.of(0)], [a.of(1)], [a.of(2)]]);
  // Weights of an exponential family: w1^2 = w0 w2, and they grow.
  expect(a.compare(a.mul(row![1]!, row![1]!), a.mul(row![0]!, row![2]!))).toBe('overlap');
  expect(a.compare(a.div(row![1]!, row![0]!), a.exp(a.of(1)))).toBe('overlap');
});

test('n queries on m keys cost n m (dk + dv) multiplications, n m exponentials and n m divisions', () => {
  fc.assert(
    fc.property(size, size, size, size, (n, m, dk, dv) => {
      const { arithmetic, tally } = counting();
      const nulls = (rows: number, columns: number): null[][] =>
        Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
      const [keys, values] = [coordinates(arithmetic, dk), coordinates(arithmetic, dv)];
      softmaxAttention(keys, values, nulls(n, dk), nulls(m, dk), nulls(m, dv));
      const additions = n * m * (dk - 1) + n * (m - 1) * (1 + dv);
      expect(tally()).toEqual({ mul: n * m * (dk + dv), add: additions, exp: n * m, div: n * m, sqrt: 0 });
      const row = counting();
      softmax(row.arithmetic, nulls(m, 1).flat());
      expect(row.tally()).toEqual({ mul: 0, add: m - 1, exp: m, div: m, sqrt: 0 });
    }),
  );
});
