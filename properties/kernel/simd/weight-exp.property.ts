import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balls, endpoints } from '#arithmetic/ball.ts';
import { dyadics } from '#arithmetic/dyadic.ts';
import { binary64, type FloatFormat, next, previous, roundDouble } from '#arithmetic/float-format.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';
import { EXP_ULP, exps } from '#kernel/exp.ts';
import { POWERS } from '#kernel/simd/powers.ts';
import { partsOfLn2, seriesOfTable, weightExp } from '#kernel/simd/weight-exp.ts';
import { get, set } from '#wasm/instruction.ts';
import { define } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';
import { hasRelaxed, where } from '../../wasm/relaxed.ts';
import { errorInUlps, finiteArguments } from '../exp-accuracy.ts';
import { formats } from '../softmax-attention/cases.ts';
import { functionsOf, onWorkspace, place, vectorsOf } from './placed.ts';

const TOGETHER = 2;

/** The exponentials of as many numbers as two vectors hold, which are replaced together. */
function exponentials(format: FloatFormat, v: VectorType) {
  const run = define('run', { at: 'i32' }, [], ({ of: { at }, local, locals }) => {
    const exp = weightExp(v, local);
    const x = locals(VECTOR, TOGETHER);
    return [
      exp.prepare,
      ...x.map((one, i) => set(one, v128.load(get(at), 16 * i))),
      exp.apply(...x),
      ...x.map((one, i) => v128.store(get(at), get(one), 16 * i)),
    ];
  });
  const functions = functionsOf([run]);
  const apply = (numbers: readonly number[]): number[] =>
    onWorkspace(() => {
      const { address, array } = place(format, numbers);
      functions.run!(address);
      return [...array];
    });
  return { apply, count: TOGETHER * v.lanes };
}

/** Vectors that take the relaxed way: where the engine has no relaxed instructions, with products that round. */
function relaxedVectors(format: FloatFormat): VectorType {
  const relaxed = vectorsOf(format, 'relaxed');
  return hasRelaxed ? relaxed : roundedProducts(format);
}

function roundedProducts(format: FloatFormat): VectorType {
  return { ...vectorsOf(format, 'deterministic'), rounding: 'relaxed' };
}

const smallestNormal = ({ precision, quantum }: FloatFormat): number => 2 ** (quantum + precision - 1);

describe.each(formats)('$name', (format) => {
  const normal = smallestNormal(format);
  const least = roundDouble(format, Math.log(normal)) * (1 - 4 * format.unitRoundoff);
  const [tiny, flushed] = [least - 1, least - 50];

  test('deterministic vectors have the bits of the plain exponential', () => {
    const { apply, count } = exponentials(format, vectorsOf(format, 'deterministic'));
    const numbers = Array.from({ length: count }, (_, i) => roundDouble(format, -i * 31.7));
    expect(apply(numbers)).toEqual(numbers.map((x) => exps(format)(x)));
  });

  describe.each([
    [`fused products${where}`, relaxedVectors(format)],
    ['rounded products', roundedProducts(format)],
  ] as const)('%s', (title, v) => {
    const { apply, count } = exponentials(format, v);
    /** Asserts that y is within EXP_ULP of e^x, and of half a subnormal where a product may have been one. */
    const expectNear = (x: number, y: number): void => {
      const { ulps } = errorInUlps(format, x, y);
      const ulp = 2 ** (Math.floor(Math.log2(y)) - format.precision + 1);
      const subnormal = title === 'rounded products' ? format.smallestSubnormal / 2 / ulp : 0;
      expect(ulps).toBeLessThanOrEqual(EXP_ULP + subnormal);
    };
    const all = (x: number): number[] => apply(new Array<number>(count).fill(x));

    test('every lane is within EXP_ULP where e^x is a normal number', () => {
      const admitted = finiteArguments(format)
        .map((x) => -Math.abs(x))
        .filter((x) => x >= least);
      fc.assert(
        fc.property(fc.array(admitted, { minLength: count, maxLength: count }), (numbers) => {
          apply(numbers).forEach((y, i) => {
            expectNear(numbers[i]!, y);
          });
        }),
        { numRuns: 100 },
      );
    });

    test('every lane is as accurate next to the smallest normal number, where products are subnormal', () => {
      for (let i = 0; i < 150; i++) {
        const x = roundDouble(format, least + (i * i) / 3000);
        for (const y of all(x)) expectNear(x, y);
      }
    });

    test('e^x is as accurate on both sides of where its table has another entry, and its exponent another value', () => {
      const step = Math.LN2 / POWERS;
      for (let n = -1; n * step > least; n -= n > -70 ? 1 : 211) {
        const x = roundDouble(format, (n + 0.5) * step);
        const numbers = [previous(format, x), x, next(format, x), roundDouble(format, n * step)];
        const padded = Array.from({ length: count }, (__, i) => numbers[i % 4]!);
        apply(padded).forEach((y, i) => {
          expectNear(padded[i]!, y);
        });
      }
    });

    test('below the smallest normal number e^x is between 0 and it, and 0 for what is far below', () => {
      for (let x = least - 0.001; x > tiny; x -= 0.02) {
        const [y] = all(roundDouble(format, x));
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(normal);
      }
      for (const x of [tiny, flushed, -1e4, -format.largest, Number.NEGATIVE_INFINITY]) {
        expect(all(roundDouble(format, x)).every((y) => Object.is(y, 0))).toBe(true);
      }
    });

    test('e^x is 1 at zero, and NaN of NaN', () => {
      for (const x of [0, -0, -format.smallestSubnormal]) expect(all(x)).toEqual(all(0).fill(1));
      expect(all(Number.NaN)).toEqual(all(0).fill(Number.NaN));
    });
  });
});

test('both parts of ln 2 are those of the plain exponential, and n times the high one is exact', () => {
  const [high] = partsOfLn2;
  for (let n = -1023 * POWERS; n <= 0; n += 61) {
    expect(exactly(n * high)).toEqual(rationals.mul(exactly(n), exactly(high)));
  }
  const arithmetic = balls(200);
  const sum = partsOfLn2.map(arithmetic.of).reduce(arithmetic.add);
  // e^(64 (high + low)) / 2 - 1 is what they are off, and a little more.
  const power = arithmetic.exp(arithmetic.mul(sum, arithmetic.of(POWERS)));
  expectWithin(arithmetic.sub(arithmetic.div(power, arithmetic.of(2)), arithmetic.of(1)), 2 ** -84);
});

test('the polynomial is as near to e^r as it says', () => {
  const arithmetic = balls(160);
  const [one, steps] = [arithmetic.of(1), 150];
  for (let i = -steps; i <= steps; i++) {
    const r = arithmetic.of(((Math.LN2 / (2 * POWERS)) * i) / steps);
    const q = seriesOfTable
      .map(arithmetic.of)
      .reduceRight((so, c) => arithmetic.add(arithmetic.mul(so, r), c));
    const square = arithmetic.mul(r, r);
    const polynomial = arithmetic.add(one, arithmetic.add(r, arithmetic.mul(square, q)));
    expectWithin(arithmetic.sub(polynomial, arithmetic.exp(r)), 0.05 * binary64.unitRoundoff);
  }
});

/** Asserts that a ball lies between two opposite numbers. */
function expectWithin(ball: Parameters<typeof endpoints>[0], bound: number): void {
  const { lo, hi } = endpoints(ball);
  const arithmetic = balls(200);
  const { hi: most } = endpoints(arithmetic.of(bound));
  expect(dyadics.compare(hi, most)).not.toBe('greater');
  expect(dyadics.compare(lo, dyadics.neg(most))).not.toBe('less');
}
