import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  exactly,
  formatRational,
  fraction,
  parseRational,
  type Rational,
  rationals,
} from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { asWritten, type Matrix, normalised } from '#reference/linear-attention.ts';
import { finalState } from '#reference/rnn.ts';

const digits = 40;
const numbers = fc.integer({ min: -12, max: 12 }).map((n) => n / 4);
const matrices = (rows: number, columns: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(numbers, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const size = fc.integer({ min: 1, max: 4 });
const tokens = fc
  .record({ n: fc.integer({ min: 0, max: 4 }), m: size, dk: size, dv: size })
  .chain(({ n, m, dk, dv }) => fc.record({ q: matrices(n, dk), k: matrices(m, dk), v: matrices(m, dv) }));
const lift = (rows: Matrix<number>): Rational[][] => rows.map((row) => row.map(exactly));

test('the alternating sum is the exact state, printed exactly when it is short', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 9 }), numbers, (x, h0) => {
      const exact = finalState(rationals, x.map(exactly), exactly(h0));
      const printed = evaluate('alternatingSum', { x, h0 }, { digits });
      expect(parseRational(printed)).toEqual(exact);
      expect(printed).not.toMatch(/\.\d*0$/);
    }),
  );
  expect(evaluate('alternatingSum', { x: [], h0: -0 }, { digits })).toBe('0');
  expect(evaluate('alternatingSum', { x: [1e308, 1e-308], h0: -1e308 }, { digits: 5 })).toBe('-2.0000e+308');
  expect(evaluate('alternatingSum', { x: [0.1, 0.2], h0: 0.3 }, { digits: 3 })).toBe('0.400');
});

test('the output is exact at state zero and rounded elsewhere, however far from one half', () => {
  expect(evaluate('output', { x: [], h0: 0 }, { digits })).toBe('0.5');
  expect(evaluate('output', { x: [1, 1], h0: 0 }, { digits: 10 })).toBe('0.5');
  expect(evaluate('output', { x: [0.001], h0: 0 }, { digits: 12 })).toBe('0.731058578630');
  expect(evaluate('output', { x: [0, 1], h0: 0 }, { digits: 12 })).toBe('1.00000000000');
  expect(evaluate('output', { x: [0, 1], h0: -1 }, { digits: 12 })).toBe('0.5');
  expect(evaluate('output', { x: [-1], h0: 0 }, { digits: 24 })).toBe('5.07595889754945676529181e-435');
  expect(evaluate('output', { x: [5e-324], h0: 0 }, { digits: 3 })).toBe('0.500');
  expect(() => evaluate('output', { x: [-1e300], h0: 0 }, { digits })).toThrow(
    new RangeError('result: must lie between e^-(2^40) and e^(2^40) in size, got about e^(-1.00000e+303)'),
  );
});

test('linear attention of the identity is the exact sum of scores times values, and its quotient', () => {
  fc.assert(
    fc.property(tokens, fc.boolean(), fc.boolean(), ({ q, k, v }, causal, normalize) => {
      const keys = coordinates(rationals, k[0]!.length);
      const values = coordinates(rationals, v[0]!.length);
      const run = () =>
        evaluate('linearAttention', { q, k, v, options: { causal, normalize } }, { digits: 60 });
      let expected: readonly (readonly Rational[])[];
      try {
        expected = normalize
          ? normalised(keys, values, lift(q), lift(k), lift(v), causal)
          : asWritten(keys, values, lift(q), lift(k), lift(v), causal);
      } catch {
        expect(run).toThrow(/^result\[\d\]: the normaliser, .*, must be non-zero, got 0$/);
        return;
      }
      const printed = run();
      expect(printed.map((row) => row.length)).toEqual(q.map(() => v[0]!.length));
      expected.flat().forEach((entry, i) => {
        const distance = rationals.sub(entry, parseRational(printed.flat()[i]!));
        const far = rationals.compare(rationals.mul(distance, distance), parseRational('1e-100'));
        expect([far, formatRational(entry)]).toEqual(['less', formatRational(entry)]);
      });
    }),
  );
});

test('a normaliser of zero is an error that names the row', () => {
  const args = { q: [[1], [2]], k: [[1], [-1]], v: [[3], [4]], options: { normalize: true } };
  expect(() => evaluate('linearAttention', args, { digits })).toThrow(
    'result[0]: the normaliser, the sum over keys of <phi(q_0), phi(k_j)>, must be non-zero, got 0',
  );
  const masked = { ...args, options: { normalize: true, causal: true } };
  expect(() => evaluate('linearAttention', masked, { digits })).toThrow(/^result\[1\]: .*phi\(q_1\)/);
  const elu1 = { ...args, options: { normalize: true, featureMap: 'elu1' } } as const;
  expect(evaluate('linearAttention', elu1, { digits: 8 })).toEqual([['3.1553624'], ['3.1553624']]);
});

test('elu1 keeps relative accuracy where 1 + (e^x - 1) has none, and finds exact zeros and sums', () => {
  const elu1 = (q: number, k: readonly number[], v: readonly number[]): string =>
    evaluate(
      'linearAttention',
      { q: [[q]], k: k.map((x) => [x]), v: v.map((x) => [x]), options: { featureMap: 'elu1' } },
      { digits: 20 },
    )[0]![0]!;
  expect(elu1(0, [-800], [1])).toBe('3.6678745841776872135e-348');
  expect(elu1(-1, [-1, -1], [1, -1])).toBe('0');
  // e^-1 e^0 - 3 e^-1 + 2 e^-1 e^0: the terms cancel though each is irrational.
  expect(elu1(-1, [0, 2, -0], [1, -1, 2])).toBe('0');
  expect(elu1(2, [0.5], [3])).toBe('13.5');
});

test('softmax attention is exact when the groups of equal scores have one mean, and only then', () => {
  const softmax = (k: Matrix<number>, v: Matrix<number>, options = {}): readonly string[] =>
    evaluate('softmaxAttention', { q: [[2, 0]], k, v, options }, { digits: 12 })[0]!;
  expect(
    softmax(
      [
        [1, 0],
        [1, 5],
        [3, 0],
        [3, 1],
      ],
      [[1], [3], [0], [4]],
    ),
  ).toEqual(['2']);
  expect(
    softmax(
      [
        [1, 0],
        [1, 5],
        [3, 0],
        [3, 1],
      ],
      [[1], [3], [0], [4.5]],
    ),
  ).toEqual(['2.24550344751']);
  expect(
    softmax(
      [
        [1, 0],
        [2, 5],
      ],
      [
        [7, 1],
        [7, 2],
      ],
    ),
  ).toEqual(['7', '1.88079707798']);
  expect(
    softmax(
      [
        [1, 0],
        [2, 5],
      ],
      [[1], [2]],
      { scale: 0 },
    ),
  ).toEqual(['1.5']);
  expect(
    softmax(
      [
        [1, 0],
        [2, 5],
      ],
      [[1], [2]],
      { causal: true },
    ),
  ).toEqual(['1']);
  expect(
    evaluate('softmaxAttention', { q: [[], []], k: [[], [], []], v: [[1], [2], [6]] }, { digits }),
  ).toEqual([['3'], ['3']]);
  expect(evaluate('softmaxAttention', { q: [], k: [[1]], v: [[1]] }, { digits })).toEqual([]);
});

test('huge scores are certified where the result is a number of ordinary size, and refused in words elsewhere', () => {
  const huge = (v: readonly number[]) =>
    evaluate(
      'softmaxAttention',
      { q: [[1e300]], k: [[1e300], [-1e300]], v: v.map((x) => [x]) },
      { digits: 5 },
    );
  expect(huge([1, 2])).toEqual([['1.0000']]);
  expect(huge([3, 3])).toEqual([['3']]);
  expect(() => huge([0, 1])).toThrow(
    /^result\[0\]\[0\]: must lie between .*, got about e\^\(-2\.00000e\+600\)$/,
  );
});

test('arguments are checked, and the digits too', () => {
  expect(() => evaluate('alternatingSum', { x: [Number.NaN], h0: 0 }, { digits })).toThrow(
    'args.x[0]: must be a finite number, got NaN',
  );
  expect(() => evaluate('alternatingSum', { x: [], h0: 0 }, { digits: 0 })).toThrow(
    'digits: must be an integer from 1 to 1000, got 0',
  );
});

test('a state of 100,000 steps is exact', () => {
  const x = Array.from({ length: 100_000 }, (_, t) => 2 ** (t % 50));
  // Pairs (2^2i, 2^(2i+1)) add 2^2i each: (4^25 - 1) / 3 a period of 50.
  expect(parseRational(evaluate('alternatingSum', { x, h0: 0 }, { digits }))).toEqual(
    fraction((2000n * (4n ** 25n - 1n)) / 3n),
  );
});
