import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binary32, binary64, round, roundDouble } from '#arithmetic/float-format.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';
import type { Code } from '#wasm/code.ts';
import { get, i32 } from '#wasm/instruction.ts';
import { VECTOR, type VectorType, v128, vectors } from '#wasm/vector.ts';
import { hasRelaxed, roundings, where } from './relaxed.ts';
import { running } from './run.ts';

type Lanes = readonly number[];

/** What an instruction makes of vectors: three at most, each of so many lanes. */
function onVectors(
  v: VectorType,
  write: (a: Code, b: Code, c: Code) => Code,
): (...operands: readonly Lanes[]) => number[] {
  const at = (place: number): Code => v128.load(i32.const(64), 16 * place);
  const { run, memory } = running({}, [], () => [v128.store(i32.const(64), write(at(0), at(1), at(2)), 64)]);
  const of = (place: number) => viewOf(v, memory.buffer, 64 + 16 * place);
  return (...operands) => {
    operands.forEach((lanes, place) => {
      of(place).set(lanes);
    });
    run();
    return [...of(4)];
  };
}

function viewOf(v: VectorType, buffer: ArrayBufferLike, place: number): Float64Array | Float32Array {
  return v.format === 'binary64'
    ? new Float64Array(buffer, place, v.lanes)
    : new Float32Array(buffer, place, v.lanes);
}

/** The bits of numbers, as integers as wide. */
function bitsOf(v: VectorType, lanes: Lanes): bigint[] {
  return v.format === 'binary64'
    ? [...new BigInt64Array(Float64Array.from(lanes).buffer)]
    : Array.from(new Int32Array(Float32Array.from(lanes).buffer), BigInt);
}

function ofBits(v: VectorType, bits: readonly bigint[]): number[] {
  return v.format === 'binary64'
    ? [...new Float64Array(BigInt64Array.from(bits).buffer)]
    : [...new Float32Array(Int32Array.from(bits, (one) => Number(BigInt.asIntN(32, one))).buffer)];
}

const numbers = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1.5, 2.5, 5e-324),
);

/** All bits 1 where something holds, as a NaN of those bits; its lanes are compared as numbers. */
const holds = (truth: boolean): number => (truth ? Number.NaN : 0);

const unary = { abs: Math.abs, neg: (a: number) => -a } as const;
const binary = {
  add: (a: number, b: number) => a + b,
  sub: (a: number, b: number) => a - b,
  mul: (a: number, b: number) => a * b,
  div: (a: number, b: number) => a / b,
  pmin: (a: number, b: number) => (b < a ? b : a),
  pmax: (a: number, b: number) => (a < b ? b : a),
  eq: (a: number, b: number) => holds(a === b),
  lt: (a: number, b: number) => holds(a < b),
  gt: (a: number, b: number) => holds(a > b),
} as const;

describe.each(['binary64', 'binary32'] as const)('%s', (name) => {
  const v = vectors(name, 'deterministic');
  const format = name === 'binary64' ? binary64 : binary32;
  const lanes: Arbitrary<number[]> = fc.array(
    numbers.map((x) => roundDouble(format, x)),
    { minLength: v.lanes, maxLength: v.lanes },
  );
  const rounded = (x: number): number => (name === 'binary64' ? x : Math.fround(x));

  test('a vector holds 128 bits of numbers', () => {
    expect([v.format, v.scalar, v.lanes * v.bytes]).toEqual([name, name === 'binary64' ? 'f64' : 'f32', 16]);
    expect(v.bytes).toBe(name === 'binary64' ? 8 : 4);
  });

  test.each(Object.entries(unary))('%s is applied in every lane', (operator, meaning) => {
    const run = onVectors(v, v[operator as keyof typeof unary]);
    fc.assert(
      fc.property(lanes, (a) => {
        expect(run(a)).toEqual(a.map(meaning));
      }),
    );
  });

  test.each(Object.entries(binary))('%s is applied lane by lane, and rounded once', (operator, meaning) => {
    const run = onVectors(v, v[operator as keyof typeof binary]);
    fc.assert(
      fc.property(lanes, lanes, (a, b) => {
        expect(run(a, b)).toEqual(a.map((x, i) => rounded(meaning(x, b[i]!))));
      }),
    );
  });

  test('a multiply-add rounds twice', () => {
    const run = onVectors(v, v.mulAdd);
    fc.assert(
      fc.property(lanes, lanes, lanes, (a, b, c) => {
        expect(run(a, b, c)).toEqual(a.map((x, i) => rounded(rounded(x * b[i]!) + c[i]!)));
      }),
    );
    const [a, c] = [1 + format.unitRoundoff * 2, -1 - format.unitRoundoff * 4];
    expect(run(v1(a), v1(a), v1(c))).toEqual(v1(0));
  });

  const v1 = (x: number): number[] => new Array<number>(v.lanes).fill(x);

  test(`a relaxed multiply-add rounds once or twice${where}`, () => {
    const run = onVectors(v, vectors(name, roundings.at(-1)!).mulAdd);
    const finite = fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => roundDouble(format, x));
    const some = fc.array(finite, { minLength: v.lanes, maxLength: v.lanes });
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        run(a, b, c).forEach((computed, i) => {
          const [x, y, z] = [a[i]!, b[i]!, c[i]!];
          const once = round(format, rationals.add(rationals.mul(exactly(x), exactly(y)), exactly(z)));
          expect([once + 0, rounded(rounded(x * y) + z) + 0]).toContain(computed + 0);
        });
      }),
    );
  });

  test(`relaxed vectors differ by their multiply-add alone${where}`, () => {
    const { mulAdd, rounding, ...rest } = vectors(name, 'relaxed');
    expect(rest).toEqual({ ...v, mulAdd: undefined, rounding: undefined });
    expect([v.rounding, rounding]).toEqual(['deterministic', 'relaxed']);
    expect(mulAdd([], [], [])).not.toEqual(v.mulAdd([], [], []));
    expect(hasRelaxed).toBe(roundings.includes('relaxed'));
  });

  test('a number stands in every lane: a constant, a scalar, and one that is loaded', () => {
    const [few, many] = [{ numRuns: 10 }, { numRuns: 50 }];
    const number = numbers.map((x) => roundDouble(format, x));
    fc.assert(
      fc.property(number, (x) => {
        expect(onVectors(v, () => v.const(x))()).toEqual(v1(x));
      }),
      few,
    );
    const splat = onVectors(v, () => v.splat(v.scalar === 'f64' ? loadScalar(0x2b) : loadScalar(0x2a)));
    const loaded = onVectors(v, () => v.loadSplat(i32.const(64), v.bytes));
    fc.assert(
      fc.property(lanes, (a) => {
        expect(splat(a)).toEqual(v1(a[1]!));
        expect(loaded(a)).toEqual(v1(a[1]!));
      }),
      many,
    );
    expect(v.loadSplat(i32.const(3))).toEqual(v.loadSplat(i32.const(3), 0));
  });

  const loadScalar = (opcode: number): Code => [...i32.const(64), opcode, 0, v.bytes];

  test('a lane is extracted by its number', () => {
    for (let lane = 0; lane < v.lanes; lane++) {
      const { run, memory } = running({}, [v.scalar], () => [v.extract(v128.load(i32.const(64)), lane)]);
      viewOf(v, memory.buffer, 64).set(Array.from({ length: v.lanes }, (_, i) => i + 0.5));
      expect(run()).toBe(lane + 0.5);
    }
  });

  test('lanes as integers are added, subtracted and shifted, and wrap around', () => {
    const width = 8 * v.bytes;
    const wrapped = (one: bigint): bigint => BigInt.asIntN(width, one);
    const patterns = fc.array(fc.bigInt({ min: 0n, max: (1n << BigInt(width)) - 1n }).map(wrapped), {
      minLength: v.lanes,
      maxLength: v.lanes,
    });
    // Patterns that spell NaN may lose their bits on the way through numbers of JavaScript; none of these does.
    const pure = (bits: readonly bigint[]): boolean => !ofBits(v, bits).some(Number.isNaN);
    const counts = [0, 1, 23, 52].filter((count) => count < width);
    const [add, sub] = [onVectors(v, v.integerAdd), onVectors(v, v.integerSub)];
    const left = counts.map((count) => onVectors(v, (a) => v.shiftLeft(a, count)));
    const right = counts.map((count) => onVectors(v, (a) => v.shiftRightSigned(a, count)));
    const expectBits = (computed: Lanes, expected: readonly bigint[]): void => {
      if (pure(expected)) expect(bitsOf(v, computed)).toEqual(expected);
    };
    fc.assert(
      fc.property(patterns.filter(pure), patterns.filter(pure), (a, b) => {
        const [x, y] = [ofBits(v, a), ofBits(v, b)];
        expectBits(
          add(x, y),
          a.map((one, i) => wrapped(one + b[i]!)),
        );
        expectBits(
          sub(x, y),
          a.map((one, i) => wrapped(one - b[i]!)),
        );
        counts.forEach((count, i) => {
          expectBits(
            left[i]!(x),
            a.map((one) => wrapped(one << BigInt(count))),
          );
          expectBits(
            right[i]!(x),
            a.map((one) => one >> BigInt(count)),
          );
        });
      }),
    );
  });
});

describe('128 bits', () => {
  const v = vectors('binary64', 'deterministic');
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
  const onBytes = (write: (a: Code, b: Code, c: Code) => Code) => {
    const at = (place: number): Code => v128.load(i32.const(64 + 16 * place));
    const { run, memory } = running({}, [], () => [v128.store(i32.const(128), write(at(0), at(1), at(2)))]);
    return (...operands: readonly Uint8Array[]): number[] => {
      operands.forEach((operand, place) => {
        new Uint8Array(memory.buffer).set(operand, 64 + 16 * place);
      });
      run();
      return [...new Uint8Array(memory.buffer, 128, 16)];
    };
  };

  test.each([
    ['and', v128.and, (a: number, b: number) => a & b],
    ['andnot', v128.andnot, (a: number, b: number) => a & ~b & 255],
    ['or', v128.or, (a: number, b: number) => a | b],
    ['xor', v128.xor, (a: number, b: number) => a ^ b],
  ] as const)('%s is taken bit by bit', (_, operator, meaning) => {
    const run = onBytes(operator);
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(run(a, b)).toEqual(Array.from(a, (byte, i) => meaning(byte, b[i]!)));
      }),
    );
  });

  test('words are compared without sign: the larger one, and whether it is the first', () => {
    const [larger, above] = [onBytes(v128.maxWords), onBytes(v128.gtWords)];
    const words = (some: ArrayLike<number>): number[] => [...new Uint32Array(Uint8Array.from(some).buffer)];
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(words(larger(a, b))).toEqual(words(a).map((word, i) => Math.max(word, words(b)[i]!)));
        expect(words(above(a, b))).toEqual(
          words(a).map((word, i) => (word > words(b)[i]! ? 2 ** 32 - 1 : 0)),
        );
        expect(words(above(a, a))).toEqual([0, 0, 0, 0]);
      }),
    );
  });

  test('a mask chooses bits of the first operand where it is 1', () => {
    const run = onBytes(v128.bitselect);
    fc.assert(
      fc.property(bytes, bytes, bytes, (a, b, mask) => {
        expect(run(a, b, mask)).toEqual(
          Array.from(a, (byte, i) => (byte & mask[i]!) | (b[i]! & ~mask[i]! & 255)),
        );
      }),
    );
  });

  test('bytes of two operands are shuffled by their numbers, and a constant is its bytes', () => {
    fc.assert(
      fc.property(bytes, bytes, fc.array(fc.nat(31), { minLength: 16, maxLength: 16 }), (a, b, indices) => {
        expect(onBytes((x, y) => v128.shuffle(x, y, indices))(a, b)).toEqual(
          indices.map((index) => [...a, ...b][index]),
        );
        expect(onBytes(() => v128.const([...a]))()).toEqual([...a]);
      }),
      { numRuns: 20 },
    );
  });

  test('any bit that is 1 makes a vector true', () => {
    const { run, memory } = running({}, ['i32'], () => [v128.anyTrue(v128.load(i32.const(64)))]);
    expect(run()).toBe(0);
    for (let bit = 0; bit < 128; bit++) {
      const all = new Uint8Array(memory.buffer, 64, 16).fill(0);
      all[bit >> 3] = 1 << (bit & 7);
      expect(run()).toBe(1);
    }
  });

  test('a vector is loaded and stored at an address and an offset, and kept by a variable', () => {
    const { run, memory } = running({ from: 'i32', to: 'i32' }, [], ({ of }) => [
      v128.store(get(of.to), v128.load(get(of.from), 16), 200),
    ]);
    const all = new Float64Array(memory.buffer);
    all.set([1, 2, 3, 4, 5, 6]);
    run(8, 64);
    expect([...all.subarray(32, 37)]).toEqual([0, 4, 5, 0, 0]);
    expect(VECTOR).toBe('v128');
    expect(v128.load(i32.const(1))).toEqual(v128.load(i32.const(1), 0));
    expect(v128.store(i32.const(1), v.const(0))).toEqual(v128.store(i32.const(1), v.const(0), 0));
  });

  test('8 bytes are loaded alone, or behind 8 others, and a word is taken out by its number', () => {
    const low = onBytes(() => v128.loadLow(i32.const(64), 8));
    const high = onBytes((_, b) => v128.loadHigh(i32.const(64), b, 8));
    const words = [0, 1, 2, 3].map((index) =>
      running({}, ['i32'], () => [v128.word(v128.load(i32.const(64)), index)]),
    );
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(low(a, b)).toEqual([...a.subarray(8), ...new Array<number>(8).fill(0)]);
        expect(high(a, b)).toEqual([...b.subarray(0, 8), ...a.subarray(8)]);
        words.forEach(({ run, memory }, index) => {
          new Uint8Array(memory.buffer).set(a, 64);
          expect(run()).toBe(new Int32Array(a.slice().buffer)[index]);
        });
      }),
    );
    expect(v128.loadLow(i32.const(3))).toEqual(v128.loadLow(i32.const(3), 0));
    expect(v128.loadHigh(i32.const(3), [])).toEqual(v128.loadHigh(i32.const(3), [], 0));
  });
});
