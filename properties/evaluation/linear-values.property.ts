import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Enclosure, enclosures, endpointAsRational } from '#arithmetic/enclosure.ts';
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { linearBalls } from '#evaluation/linear-balls.ts';
import { type LinearQuestion, linearOracle } from '#evaluation/linear-values.ts';
import type { LinearOracle, Values } from '#evaluation/values.ts';
import type { Tokens } from '#kernel/tokens.ts';
import { elu1 } from '#reference/linear-attention.ts';
import { cases, exactEntry, integers, reals } from '../kernel/linear-attention/cases.ts';
import { expectUnknown, power, sizeOf } from './enclosed.ts';

const sizes = { n: 3, m: 3, dk: 3, dv: 2 };

/** The two ways by which the oracle finds values. */
const ways = [
  ['oracle', linearOracle],
  ['balls', (tokens: Tokens, question: LinearQuestion): LinearOracle => linearBalls(tokens, question, 0)],
] as const;

const asked: fc.Arbitrary<LinearQuestion> = fc.record({
  causal: fc.boolean(),
  normalize: fc.boolean(),
  featureMap: fc.constantFrom('identity', 'elu1'),
});

/** Numbers of which some products of three are too small or too large for pairs of doubles. */
const wide = fc
  .tuple(fc.integer({ min: -400, max: 330 }), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }))
  .map(([e, m]) => m * 2 ** (e - 52));

const kinds = fc
  .oneof(
    cases(reals, { sizes }),
    cases(integers, { sizes }),
    cases(wide, { sizes: { n: 2, m: 2, dk: 2, dv: 2 } }),
  )
  .filter(({ tokens: { q, k, v } }) => [...q, ...k, ...v].every(Number.isFinite));

function sum(parts: readonly Rational[]): Rational {
  return parts.reduce(rationals.add, fraction(0n));
}

/** A value as an interval of fractions. */
function ends(
  { high, low, radius }: Values,
  place: number,
): { readonly lo: Rational; readonly hi: Rational } {
  const mid = rationals.add(exactly(high[place]!), exactly(low[place]!));
  const rad = exactly(radius[place]!);
  return { lo: rationals.sub(mid, rad), hi: rationals.add(mid, rad) };
}

function expectWithin(values: Values, place: number, lo: Rational, hi: Rational): void {
  const value = ends(values, place);
  expect(rationals.compare(value.lo, hi)).not.toBe('greater');
  expect(rationals.compare(value.hi, lo)).not.toBe('less');
}

function expectNarrow(values: Values, place: number, size: Rational): void {
  const most = rationals.add(rationals.mul(size, power(-88)), exactly(8 * Number.MIN_VALUE));
  expect(rationals.compare(exactly(values.radius[place]!), most)).not.toBe('greater');
}

function expectNear(computed: number, exact: Rational, size = exact): void {
  const most = rationals.add(rationals.mul(sizeOf(size), power(-40)), exactly(2 * Number.MIN_VALUE));
  expect(rationals.compare(sizeOf(rationals.sub(exactly(computed), exact)), most)).not.toBe('greater');
}

test.for(ways)(
  '%s: under the identity everything is what the definition says, exactly or nearly',
  ([, evaluate]) => {
    fc.assert(
      fc.property(kinds, asked, ({ tokens }, { causal, normalize }) => {
        const oracle = evaluate(tokens, { causal, normalize, featureMap: 'identity' });
        const { n, m, dv } = tokens;
        const ones = { ...tokens, v: new Float64Array(m).fill(1), dv: 1 };
        for (let i = 0; i < n; i++) {
          const seen = causal ? Math.min(i + 1, m) : m;
          const Z = exactEntry(ones, i, 0, seen);
          expectWithin(oracle.denominators, i, Z.value, Z.value);
          expectNarrow(oracle.denominators, i, Z.size);
          expectNear(oracle.denominatorSizes[i]!, Z.size);
          for (let c = 0; c < dv; c++) {
            const place = i * dv + c;
            const N = exactEntry(tokens, i, c, seen);
            expectWithin(oracle.numerators, place, N.value, N.value);
            expectNarrow(oracle.numerators, place, N.size);
            expectNear(oracle.numeratorSizes[place]!, N.size);
            if (!normalize) expect(ends(oracle.outputs, place)).toEqual(ends(oracle.numerators, place));
            else if (Z.value.num === 0n) expectUnknown(oracle.outputs, place);
            else if (oracle.outputs.radius[place]! < Number.POSITIVE_INFINITY) {
              const y = rationals.div(N.value, Z.value);
              expectWithin(oracle.outputs, place, y, y);
              const distances = Array.from({ length: seen }, (_, j) => {
                const score = exactEntry({ ...ones, k: tokens.k.slice(j * tokens.dk) }, i, 0, 1);
                return rationals.mul(score.size, sizeOf(rationals.sub(exactly(tokens.v[j * dv + c]!), y)));
              });
              const spread = sum(distances);
              expectNear(
                oracle.spreads[place]!,
                spread,
                rationals.add(spread, rationals.mul(sizeOf(y), Z.size)),
              );
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  },
);

test.for(ways)(
  '%s: under elu1 everything encloses what the definition gives in decimal enclosures',
  ([, evaluate]) => {
    const a = enclosures(50);
    const feature = (x: number): Enclosure => elu1(a, x);
    fc.assert(
      fc.property(
        cases(fc.oneof(integers, reals), { sizes: { n: 2, m: 2, dk: 2, dv: 1 } }),
        fc.boolean(),
        ({ tokens }, causal) => {
          const { q, k, v, n, m, dk, dv } = tokens;
          const oracle = evaluate(tokens, { causal, normalize: true, featureMap: 'elu1' });
          for (let i = 0; i < n * dv; i++) {
            const seen = causal ? Math.min(i + 1, m) : m;
            if (seen * dk === 0) continue;
            const scores = Array.from({ length: seen }, (_, j) =>
              Array.from({ length: dk }, (__, l) =>
                a.mul(feature(q[i * dk + l]!), feature(k[j * dk + l]!)),
              ).reduce(a.add),
            );
            const Z = scores.reduce(a.add);
            const N = scores.map((score, j) => a.mul(score, a.of(v[j]!))).reduce(a.add);
            const y = a.div(N, Z);
            for (const [values, exact] of [
              [oracle.numerators, N],
              [oracle.denominators, Z],
              [oracle.outputs, y],
            ] as const) {
              expectWithin(values, i, endpointAsRational(exact.lo), endpointAsRational(exact.hi));
            }
            expectNear(oracle.denominatorSizes[i]!, endpointAsRational(Z.hi));
            expectNarrow(oracle.denominators, i, endpointAsRational(Z.hi));
            expectNarrow(oracle.numerators, i, exactly(oracle.numeratorSizes[i]! * 1.01));
          }
        },
      ),
      { numRuns: 30 },
    );
  },
);

test('both ways agree on everything that one of them knows', () => {
  fc.assert(
    fc.property(kinds, asked, ({ tokens }, question) => {
      const [one, other] = ways.map(([, evaluate]) => evaluate(tokens, question));
      for (const part of ['outputs', 'numerators', 'denominators'] as const) {
        one![part].high.forEach((_, place) => {
          if (!(one![part].radius[place]! < Number.POSITIVE_INFINITY)) return;
          const { lo, hi } = ends(other![part], place);
          expectWithin(one![part], place, lo, hi);
        });
      }
    }),
    { numRuns: 60 },
  );
});

function row(q: readonly number[], k: readonly number[], v: readonly number[]): Tokens {
  const of = (numbers: readonly number[]): Float64Array => Float64Array.from(numbers);
  return { q: of(q), k: of(k), v: of(v), n: q.length, m: k.length, dk: 1, dv: 1 };
}

const plain: LinearQuestion = { causal: false, normalize: false, featureMap: 'identity' };

test('a product beyond the doubles is unknown, and known times a power of two', () => {
  const tokens = row([2 ** 600], [2 ** 600], [-3]);
  expectUnknown(linearOracle(tokens, plain).outputs, 0);
  expect(linearOracle(tokens, plain).numeratorSizes[0]).toBe(Number.POSITIVE_INFINITY);
  const { outputs, numeratorSizes } = linearOracle(tokens, plain, -1000);
  expect([outputs.high[0], outputs.radius[0], numeratorSizes[0]]).toEqual([-3 * 2 ** 200, 0, 3 * 2 ** 200]);
});

test('what depends on a number that is not finite is unknown, and nothing else', () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
    for (const featureMap of ['identity', 'elu1'] as const) {
      const question = { ...plain, causal: true, normalize: true, featureMap };
      const inKey = linearOracle(row([1, 1], [1, bad], [3, 3]), question);
      expect(inKey.outputs.high[0]).toBe(3);
      for (const part of ['outputs', 'numerators', 'denominators'] as const) expectUnknown(inKey[part], 1);
      const inValue = linearOracle(row([1, 1], [1, 1], [3, bad]), question);
      expectUnknown(inValue.outputs, 1);
      expect(inValue.denominators.radius[1]).toBeLessThan(2 ** -80);
      expectUnknown(linearOracle(row([bad], [1], [3]), question).numerators, 0);
    }
  }
});

test('features too small for pairs of doubles, and those that vanish, are found by balls', () => {
  const elu = { ...plain, featureMap: 'elu1' } as const;
  for (const x of [-511, -512, -513, -600, -740]) {
    const { denominators } = linearOracle(row([x], [0], [1]), elu);
    expect(Math.abs(denominators.high[0]! / Math.exp(x) - 1)).toBeLessThan(2 ** -20);
    expect(denominators.radius[0]).toBeLessThan(denominators.high[0]! * 2 ** -80 + 2 * Number.MIN_VALUE);
  }
  const vanished = linearOracle(row([-1e300], [1e10], [1]), elu);
  expect([vanished.outputs.high[0], vanished.outputs.radius[0]! < 4 * Number.MIN_VALUE]).toEqual([0, true]);
});

test('the radius of a quotient covers those of its numerator and of its denominator', () => {
  fc.assert(
    fc.property(cases(reals, { sizes }), ({ tokens }) => {
      const { outputs, numerators, denominators } = linearOracle(tokens, { ...plain, normalize: true });
      outputs.radius.forEach((radius, place) => {
        const i = Math.floor(place / tokens.dv);
        const moved = numerators.radius[place]! + Math.abs(outputs.high[place]!) * denominators.radius[i]!;
        const least = (moved / Math.abs(denominators.high[i]!)) * (1 - 2 ** -20);
        if (radius < Number.POSITIVE_INFINITY) expect(radius).toBeGreaterThanOrEqual(least);
      });
    }),
  );
});
