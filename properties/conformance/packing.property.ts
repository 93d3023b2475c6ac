import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPacking, type Region } from '#conformance/packing.ts';
import { anyText } from './any-text.ts';

const packing = createPacking();

function region(words: number): Region {
  const buffer = new SharedArrayBuffer(8 * words);
  return { words: new Float64Array(buffer), bytes: new Uint8Array(buffer) };
}

function through(values: readonly unknown[]): unknown[] {
  const shared = region(10_000);
  expect(packing.write(shared, values)).toBeGreaterThan(0);
  return packing.read(shared);
}

const number = fc.double();
const vector = fc.array(number);
const field = fc.oneof(number, anyText, fc.boolean(), fc.constant(null));
const value = fc.oneof(
  number,
  vector,
  fc.array(vector, { maxLength: 5 }),
  anyText,
  fc.uint8Array(),
  fc.dictionary(
    anyText.filter((name) => name !== '__proto__'),
    field,
    { maxKeys: 4, noNullPrototype: true },
  ),
);

test('everything comes out as it went in', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 5 }), (values) => {
      expect(through(values)).toEqual(values);
    }),
  );
});

test('rows may be ragged or empty', () => {
  const rows = [[], [1, 2], [3]];
  expect(through([rows, [[], []], []])).toEqual([rows, [[], []], []]);
});

test('one object stays one, and equal objects stay two', () => {
  const rows = [[1]];
  const [first, same, other] = through([rows, rows, [[1]]]);
  expect(same).toBe(first);
  expect(other).not.toBe(first);
  expect(other).toEqual(first);
});

test('equal numbers and texts are not taken for one object', () => {
  expect(through([1, 1, 'a', 'a'])).toEqual([1, 1, 'a', 'a']);
});

test('half a pair and a text that looks like a number stay what they are', () => {
  const values = ['\ud83d', { a: 'null', b: '-0', c: -0, d: Number.NaN, e: null }];
  expect(through(values)).toEqual(values);
});

test('lists may follow one another, and each tells where the next begins', () => {
  const shared = region(100);
  const first = packing.write(shared, [[1, 2], 'a'], 3);
  packing.write(shared, [5], first);
  expect(packing.read(shared, 3)).toEqual([[1, 2], 'a']);
  expect(shared.words[3]).toBe(first);
  expect(packing.read(shared, first)).toEqual([5]);
});

test('what it reads does not change with the region', () => {
  const shared = region(100);
  packing.write(shared, [[1, 2], new Uint8Array([7])]);
  const [numbers, bytes] = packing.read(shared);
  shared.words.fill(5);
  expect([numbers, bytes]).toEqual([[1, 2], new Uint8Array([7])]);
});

test('a field that is undefined is left out', () => {
  expect(Object.keys(through([{ a: undefined, b: true }])[0] as object)).toEqual(['b']);
});

test('refuses what does not fit, and writes nothing then', () => {
  const shared = region(8);
  shared.words.fill(9);
  for (const large of [
    [[1, 2, 3, 4, 5, 6]],
    ['seven'.repeat(2)],
    [new Uint8Array(60)],
    [{ abc: 1, def: 2 }],
  ]) {
    expect(packing.write(shared, large)).toBe(0);
  }
  expect(shared.words).toEqual(new Float64Array(8).fill(9));
  expect(packing.write(shared, [[1, 2, 3, 4]])).toBe(8);
  expect(packing.write(shared, [[1, 2, 3, 4]], 0, 7)).toBe(0);
  expect(packing.write(shared, [[1, 2, 3, 4]], 1)).toBe(0);
});

test('never writes beyond what it says that it takes', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 3 }), fc.integer({ min: 1, max: 60 }), (values, words) => {
      const buffer = new SharedArrayBuffer(8 * (words + 50));
      const whole = new Float64Array(buffer).fill(9);
      packing.write({ words: whole.subarray(0, words), bytes: new Uint8Array(buffer, 0, 8 * words) }, values);
      expect(whole.subarray(words)).toEqual(new Float64Array(50).fill(9));
    }),
  );
});
