import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Code } from '#wasm/code.ts';
import { compile, createMemory, instantiate } from '#wasm/engine.ts';
import {
  call,
  drop,
  f32,
  f64,
  fill,
  get,
  i32,
  loopWhile,
  repeat,
  select,
  set,
  tee,
  type ValueType,
  valueTypes,
  when,
} from '#wasm/instruction.ts';
import { define } from '#wasm/module.ts';
import { onePage, resultOf, running } from './run.ts';

type Meaning = (a: number, b: number) => number | boolean;

const integers = fc.oneof(
  fc.integer(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(2 ** 31 - 1, -(2 ** 31)),
);
const doubles = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324),
);

const ofIntegers: Readonly<Record<string, Meaning>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  ltS: (a, b) => a < b,
  ltU: (a, b) => a >>> 0 < b >>> 0,
  gtS: (a, b) => a > b,
  gtU: (a, b) => a >>> 0 > b >>> 0,
  leU: (a, b) => a >>> 0 <= b >>> 0,
  geU: (a, b) => a >>> 0 >= b >>> 0,
  add: (a, b) => (a + b) | 0,
  sub: (a, b) => (a - b) | 0,
  mul: Math.imul,
  and: (a, b) => a & b,
  shl: (a, b) => a << (b & 31),
  shrU: (a, b) => (a >>> (b & 31)) | 0,
};

const ofReals: Readonly<Record<string, Meaning>> = {
  lt: (a, b) => a < b,
  gt: (a, b) => a > b,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
};

function comparison(name: string): boolean {
  return /^(eq|ne|lt|gt|le|ge)/.test(name);
}

/** Asserts that every operator of two operands means what a table says. */
function testBinary(
  type: 'i32' | 'f32' | 'f64',
  operators: Readonly<Record<string, unknown>>,
  meanings: Readonly<Record<string, Meaning>>,
  operands: Arbitrary<number>,
): void {
  const round = type === 'f32' ? Math.fround : (x: number): number => x;
  for (const [name, meaning] of Object.entries(meanings)) {
    test(`${type}.${name} means what it says`, () => {
      const operator = operators[name] as (a: Code, b: Code) => Code;
      const result = comparison(name) ? 'i32' : type;
      const { run } = running({ a: type, b: type }, [result], ({ of }) => [operator(get(of.a), get(of.b))]);
      fc.assert(
        fc.property(operands.map(round), operands.map(round), (a, b) => {
          const expected = meaning(a, b);
          expect(run(a, b)).toBe(typeof expected === 'boolean' ? Number(expected) : round(expected));
        }),
      );
    });
  }
}

describe('instructions', () => {
  testBinary('i32', i32, ofIntegers, integers);
  testBinary('f64', f64, ofReals, doubles);
  testBinary('f32', f32, ofReals, doubles);
});

test('every type of value has its byte, and a constant its value', () => {
  expect(valueTypes).toEqual({ i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b });
  fc.assert(
    fc.property(integers, doubles, (n, x) => {
      expect(resultOf('i32', i32.const(n))).toBe(n);
      expect(resultOf('f64', f64.const(x))).toBe(x);
      expect(resultOf('f32', f32.const(x))).toBe(Math.fround(x));
    }),
    { numRuns: 20 },
  );
});

test('an address of 2^31 or more is a constant like any other', () => {
  expect(resultOf('i32', i32.const(2 ** 32 - 64))).toBe(-64);
});

test('zero is told from other integers', () => {
  const { run } = running({ a: 'i32' }, ['i32'], ({ of }) => [i32.eqz(get(of.a))]);
  expect([0, 1, -1, 2 ** 31].map((a) => run(a))).toEqual([1, 0, 0, 0]);
});

test('sign and size of numbers', () => {
  for (const [type, operators] of [
    ['f64', f64],
    ['f32', f32],
  ] as const) {
    const abs = running({ a: type }, [type], ({ of }) => [operators.abs(get(of.a))]).run;
    const neg = running({ a: type }, [type], ({ of }) => [operators.neg(get(of.a))]).run;
    for (const a of [0, -0, 1.5, -1.5, Number.NEGATIVE_INFINITY, Number.NaN]) {
      expect([abs(a), neg(a)]).toEqual([Math.abs(a), -a]);
    }
  }
});

test('what is stored at an address and an offset is there, lowest byte first, and is loaded again', () => {
  const places = fc.nat(400);
  const types: readonly (readonly [ValueType, typeof i32 | typeof f64, Arbitrary<number>])[] = [
    ['i32', i32, integers],
    ['f64', f64, doubles],
    ['f32', f32, doubles.map(Math.fround)],
  ];
  for (const [type, { load, store }, values] of types) {
    fc.assert(
      fc.property(places, places, values, (address, offset, value) => {
        const { run, memory } = running({ at: 'i32', value: type }, [type], ({ of }) => [
          store(get(of.at), get(of.value), offset),
          load(get(of.at), offset),
        ]);
        expect(run(address, value)).toBe(value);
        const view = new DataView(memory.buffer);
        const place = address + offset;
        const stored = {
          i32: view.getInt32(place, true),
          f32: view.getFloat32(place, true),
          f64: view.getFloat64(place, true),
          v128: 0,
        };
        expect(stored[type]).toBe(value);
      }),
      { numRuns: 20 },
    );
    expect(load(i32.const(0))).toEqual(load(i32.const(0), 0));
    expect(store(i32.const(0), [])).toEqual(store(i32.const(0), [], 0));
  }
});

test('a fill changes so many bytes from an address on, and no other', () => {
  const { run, memory } = running({ at: 'i32', value: 'i32', bytes: 'i32' }, [], ({ of }) => [
    fill(get(of.at), get(of.value), get(of.bytes)),
  ]);
  run(100, 7, 50);
  const bytes = [...new Uint8Array(memory.buffer)];
  expect(bytes.flatMap((byte, place) => (byte === 7 ? place : []))).toEqual(
    Array.from({ length: 50 }, (_, i) => 100 + i),
  );
  expect(bytes.every((byte) => byte === 0 || byte === 7)).toBe(true);
});

test('a variable keeps what it is given, and a teed value is also there', () => {
  const { run } = running({ a: 'f64', b: 'f64' }, ['f64'], ({ of, local }) => {
    const c = local('f64');
    return [set(c, get(of.b)), drop(get(of.b)), f64.sub(tee(of.a, get(c)), f64.mul(get(of.a), get(of.a)))];
  });
  expect(run(5, 3)).toBe(3 - 3 * 3);
});

test('a variable of two bytes is another than its first', () => {
  const { run } = running({ a: 'i32' }, ['i32'], ({ of, locals }) => {
    const many = locals('i32', 300);
    return [set(many[299]!, get(of.a)), i32.sub(get(many[299]!), get(many[43]!))];
  });
  expect(run(9)).toBe(9);
});

test('a repeated body runs once more than its condition holds, and a loop as often', () => {
  const count = (write: typeof repeat | undefined) =>
    running({ n: 'i32' }, ['i32'], ({ of: { n }, local }) => {
      const times = local('i32');
      const body = [set(times, i32.add(get(times), i32.const(1))), set(n, i32.sub(get(n), i32.const(1)))];
      const condition = i32.gtS(get(n), i32.const(0));
      return [write === undefined ? loopWhile(condition, body) : write(body, condition), get(times)];
    }).run;
  expect([0, 1, 2, 5].map((n) => count(repeat)(n))).toEqual([1, 1, 2, 5]);
  expect([0, 1, 2, 5].map((n) => count(undefined)(n))).toEqual([0, 1, 2, 5]);
});

test('a branch is taken on every integer but zero, and the other one on zero', () => {
  const { run } = running({ a: 'i32' }, ['i32'], ({ of: { a }, local }) => {
    const taken = local('i32');
    return [
      when(get(a), [set(taken, i32.const(1))], [set(taken, i32.const(2))]),
      when(get(a), [set(taken, i32.add(get(taken), i32.const(10)))]),
      get(taken),
    ];
  });
  expect([0, 1, -1, 2 ** 31].map((a) => run(a))).toEqual([2, 11, 11, 11]);
});

test('of two values the first is selected on every integer but zero', () => {
  const { run } = running({ a: 'i32' }, ['f64'], ({ of }) => [
    select(f64.const(1.5), f64.const(2.5), get(of.a)),
  ]);
  expect([0, 1, -7].map((a) => run(a))).toEqual([2.5, 1.5, 1.5]);
});

test('a function is called by its place, its operands in order', () => {
  const minus = define('minus', { a: 'f64', b: 'f64' }, ['f64'], ({ of }) => [f64.sub(get(of.a), get(of.b))]);
  const twice = define('twice', { a: 'f64' }, ['f64'], ({ of }) => [
    call(0, call(0, get(of.a), f64.const(1)), f64.const(10)),
  ]);
  const functions = instantiate(compile([minus, twice], onePage), createMemory(onePage));
  expect([functions.minus!(5, 3), functions.twice!(5)]).toEqual([2, -6]);
});
