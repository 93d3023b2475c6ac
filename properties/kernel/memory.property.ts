import { expect, test } from 'vitest';
import { binary64 } from '#arithmetic/float-format.ts';
import { allocate } from '#kernel/memory.ts';
import { workspace, workspaceBytes } from '#kernel/simd/workspace.ts';
import { onBareEngine } from './bare-engine.ts';
import { expectRefused } from './wrong-calls.ts';

test('arrays are zeros of the format, in the memory of vector code and apart from each other', () => {
  workspace().scratch(() => {
    const { take, view } = workspace();
    view(binary64, take(4096), 512).fill(7);
  });
  const [wide, narrow, none] = [allocate('binary64', 100), allocate('binary32', 33), allocate('binary64', 0)];
  expect([wide, narrow, none]).toEqual([new Float64Array(100), new Float32Array(33), new Float64Array(0)]);
  const [at, next] = [wide, narrow].map((array) => workspace().addressOf(array));
  expect(next).toBeGreaterThanOrEqual(at! + wide.byteLength);
  expect(workspaceBytes()).toBeGreaterThanOrEqual(next! + narrow.byteLength);
});

test('arrays keep what is in them when more are allocated', () => {
  const first = allocate('binary32', 10).fill(3);
  allocate('binary64', 100_000).fill(5);
  expect(first).toEqual(new Float32Array(10).fill(3));
});

test.each([
  ['format must be one of binary64, binary32, got "f64"', RangeError, 'f64', 1],
  ['format must be one of binary64, binary32, got undefined', TypeError, undefined, 1],
  ['length must be a whole number from 0 to 2^53 - 1, got -1', RangeError, 'binary64', -1],
  ['length must be a whole number from 0 to 2^53 - 1, got 0.5', RangeError, 'binary64', 0.5],
  ['length must be a whole number from 0 to 2^53 - 1, got undefined', TypeError, 'binary64', undefined],
  [
    'length must leave the array within the 4 GiB that vector code reaches, got 1000000000',
    RangeError,
    'binary64',
    1e9,
  ],
])('refuses before any work: %s', (says, kind, format, length) => {
  const before = workspaceBytes();
  expectRefused({ what: '', kind, says }, 'allocate', before, () =>
    allocate(format as 'binary64', length as number),
  );
  expect(workspaceBytes()).toBe(before);
});

test('where there are no vectors it is an array like any other', () => {
  onBareEngine(() => {
    const array = allocate('binary32', 3);
    expect(array).toEqual(new Float32Array(3));
    expect(array.buffer).toBeInstanceOf(ArrayBuffer);
    expect(() => allocate('binary64', 2 ** 50)).toThrow(
      new RangeError(`allocate: length must be of an array that memory can hold, got ${2 ** 50}`),
    );
  });
});
