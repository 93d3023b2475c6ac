import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import {
  checkApart,
  checkFlag,
  checkLength,
  checkNumber,
  checkNumbers,
  checkOptions,
  checkSize,
  checkTokens,
  freshNumbers,
  overlap,
  runInto,
  shown,
} from '#kernel/arguments.ts';
import { allocate } from '#kernel/memory.ts';
import { workspace } from '#kernel/simd/workspace.ts';
import { goodTokens } from './wrong-calls.ts';

test.each([
  [0, '0'],
  [-0, '-0'],
  [Number.NaN, 'NaN'],
  [1e300, '1e+300'],
  [3n, '3n'],
  [true, 'true'],
  [undefined, 'undefined'],
  [null, 'null'],
  ['a "word"\n', '"a \\"word\\"\\n"'],
  ['x'.repeat(41), `"${'x'.repeat(40)}..."`],
  [Symbol('s'), 'Symbol(s)'],
  [[1, 2], 'Array'],
  [{}, 'Object'],
  [new Uint8Array(2), 'Uint8Array'],
  [new Map(), 'Map'],
  [Math.max, 'a function'],
])('shows what came in a few characters: %s', (value, expected) => {
  expect(shown(value)).toBe(expected);
});

test('two arrays overlap exactly when a byte is in both', () => {
  const places = fc.record({ at: fc.nat(12), length: fc.nat(6), wide: fc.boolean() });
  fc.assert(
    fc.property(places, places, fc.boolean(), (one, other, sameBuffer) => {
      const buffer = new ArrayBuffer(160);
      const of = ({ at, length, wide }: typeof one, on: ArrayBuffer) =>
        wide ? new Float64Array(on, 8 * at, length) : new Float32Array(on, 8 * at, length);
      const [a, b] = [of(one, buffer), of(other, sameBuffer ? buffer : new ArrayBuffer(160))];
      const bytes = ({ byteOffset, byteLength }: typeof a) =>
        Array.from({ length: byteLength }, (_, i) => byteOffset + i);
      const common = bytes(a).some((byte) => bytes(b).includes(byte));
      expect(overlap(a, b)).toBe(sameBuffer && common);
      if (sameBuffer && common) {
        expect(() => {
          checkApart('f', 'a', a, 'b', b);
        }).toThrow(new RangeError('f: a must not overlap b, got arrays with bytes in common'));
      } else checkApart('f', 'a', a, 'b', b);
    }),
  );
});

test('arrays of the workspace overlap also when it has grown between them', () => {
  const early = allocate('binary64', 8);
  const { memory, view, take } = workspace();
  take(memory.buffer.byteLength);
  const late = view(binary64, early.byteOffset + 56, 2);
  expect(late.buffer).not.toBe(early.buffer);
  late[0] = 5;
  expect(early[7]).toBe(5);
  expect(overlap(early, late)).toBe(true);
  expect(overlap(early.subarray(0, 7), late)).toBe(false);
  expect(overlap(early, new Float64Array(early.byteOffset / 8 + 8))).toBe(false);
  expect(overlap(new Float64Array(early.byteOffset / 8 + 8), early)).toBe(false);
});

test('lets pass what is right', () => {
  checkOptions('f', { a: 1, b: undefined }, ['a', 'b']);
  checkOptions('f', {}, []);
  expect([checkFlag('f', 'a', undefined), checkFlag('f', 'a', false), checkFlag('f', 'a', true)]).toEqual([
    false,
    false,
    true,
  ]);
  for (const size of [0, 1, 2 ** 53 - 1]) checkSize('f', 'n', size, 0);
  for (const array of [new Float64Array(0), new Float32Array(new SharedArrayBuffer(8))])
    checkNumbers('f', 'x', array);
  for (const value of [0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** -149])
    checkNumber('f', 'h', value, binary32);
  checkNumber('f', 'h', 0.1, binary64);
  checkLength('f', 'q', new Float64Array(6), 'n dk', 2, 3);
});

test('options are looked for in what they inherit as well', () => {
  expect(() => {
    checkOptions('f', Object.create({ c: 1 }), ['a', 'b']);
  }).toThrow(new TypeError('f: options must be among a, b, got "c"'));
});

test('an array of another realm is not taken for one of the other format', () => {
  // Kernels tell formats by their constructors: what has neither must not reach them.
  class Foreign {
    get [Symbol.toStringTag]() {
      return 'Float64Array';
    }
  }
  expect(() => {
    checkNumbers('f', 'x', new Foreign());
  }).toThrow(new TypeError('f: x must be a Float64Array or a Float32Array, got Float64Array'));
});

test('a copy of the record of tokens is checked once, and cannot change afterwards', () => {
  const tokens = { ...goodTokens() };
  const checked = checkTokens('f', tokens);
  tokens.n = 100;
  expect(checked).toEqual(goodTokens());
  expect(checked.q).toBe(tokens.q);
});

test('zeros are of the format that is asked for, or more than memory can hold', () => {
  expect(freshNumbers('f', 'out must have n dv numbers', binary64, 6)).toEqual(new Float64Array(6));
  expect(freshNumbers('f', 'out must have n dv numbers', binary32, 0)).toEqual(new Float32Array(0));
  for (const length of [2 ** 40, 2 ** 53 - 1, 2 ** 80, Number.POSITIVE_INFINITY]) {
    expect(() => freshNumbers('f', 'out must have n dv numbers', binary64, length)).toThrow(
      new RangeError(`f: out must have n dv numbers that memory can hold, got ${length}`),
    );
  }
});

test('a fault of a kernel that is not about memory is passed on as it is', () => {
  const fault = new Error('a fault');
  const kernel = {
    run: () => {
      throw fault;
    },
  };
  expect(() => runInto('f', kernel, goodTokens(), {}, new Float64Array(1))).toThrow(fault);
  const none = new Float64Array(0);
  expect(runInto('f', kernel, goodTokens(), {}, none)).toBe(none);
});
