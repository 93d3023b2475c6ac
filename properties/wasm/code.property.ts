import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bytesOfDouble,
  bytesOfSingle,
  type Code,
  listed,
  named,
  sequence,
  signed,
  sized,
  unsigned,
} from '#wasm/code.ts';

const bytes = fc.array(fc.nat(255), { maxLength: 300 });

/** The number that seven bits a byte spell, lowest first, and whether the bytes end where they say. */
function decoded(code: Code): { readonly value: bigint; readonly bits: number; readonly ends: boolean } {
  const value = code.reduce((sum, byte, i) => sum + (BigInt(byte & 127) << BigInt(7 * i)), 0n);
  return { value, bits: 7 * code.length, ends: code.every((byte, i) => byte >= 128 === i < code.length - 1) };
}

/** As few bytes as hold a number, by trying: `fits` says whether so many bits do. */
function fewest(fits: (bits: bigint) => boolean): number {
  let count = 1;
  while (!fits(BigInt(7 * count))) count++;
  return count;
}

test('an unsigned number is spelled by seven bits a byte, in as few bytes as hold it', () => {
  const boundaries = fc
    .nat(31)
    .chain((power) => fc.integer({ min: -1, max: 1 }).map((by) => 2 ** power + by));
  fc.assert(
    fc.property(fc.oneof(fc.nat(300), boundaries, fc.nat(2 ** 32 - 1)), (value) => {
      const code = unsigned(value);
      expect(decoded(code)).toMatchObject({ value: BigInt(value), ends: true });
      expect(code.length).toBe(fewest((bits) => BigInt(value) < 1n << bits));
    }),
  );
});

test("a signed number is spelled in two's complement, in as few bytes as hold its sign", () => {
  const boundaries = fc
    .tuple(fc.nat(30), fc.constantFrom(1, -1), fc.integer({ min: -1, max: 1 }))
    .map(([power, sign, by]) => sign * 2 ** power + by);
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: -300, max: 300 }), boundaries, fc.integer()), (value) => {
      const code = signed(value);
      const { value: spelled, bits, ends } = decoded(code);
      expect([BigInt.asIntN(bits, spelled), ends]).toEqual([BigInt(value), true]);
      const half = (count: bigint): bigint => 1n << (count - 1n);
      expect(code.length).toBe(
        fewest((count) => BigInt(value) >= -half(count) && BigInt(value) < half(count)),
      );
    }),
  );
});

test('the least and the greatest 32-bit integers keep their sign', () => {
  expect(signed(-(2 ** 31))).toEqual([128, 128, 128, 128, 120]);
  expect(signed(2 ** 31 - 1)).toEqual([255, 255, 255, 255, 7]);
});

test('bytes come after their length, and items after their number', () => {
  fc.assert(
    fc.property(bytes, fc.array(bytes, { maxLength: 4 }), (some, items) => {
      expect(sized(some)).toEqual([...unsigned(some.length), ...some]);
      expect(listed(items)).toEqual([...unsigned(items.length), ...items.flat()]);
      expect(sequence(...items)).toEqual(items.flat());
    }),
  );
});

test('a name is its letters after their number', () => {
  expect(named('memory')).toEqual([6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79]);
});

test('a number in binary64 and binary32 is its bits, lowest byte first', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      const bits = new DataView(Uint8Array.from(bytesOfDouble(value)).buffer);
      expect(bits.getFloat64(0, true)).toBe(value);
      expect(new DataView(Uint8Array.from(bytesOfSingle(value)).buffer).getFloat32(0, true)).toBe(
        Math.fround(value),
      );
      expect([bytesOfDouble(value).length, bytesOfSingle(value).length]).toEqual([8, 4]);
    }),
  );
});
