import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { POWERS_ADDRESS, tableOfPowers } from '#kernel/simd/powers.ts';
import {
  bytesOf,
  createWorkspace,
  memoryImport,
  type Workspace,
  workspace,
  workspaceBytes,
} from '#kernel/simd/workspace.ts';

const PAGE = 65_536;

function small(shared = true, maximumPages = 4): Workspace {
  return createWorkspace({ shared, maximumPages });
}

test('pieces do not overlap, are on lines of the cache, leave out address 0, and have a line behind them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 12 }), (sizes) => {
      const room = workspace();
      room.scratch(() => {
        let end = 64;
        for (const bytes of sizes) {
          const address = room.take(bytes);
          expect(address % 64).toBe(0);
          expect(address).toBeGreaterThanOrEqual(end);
          end = address + bytes;
          expect(end + 64).toBeLessThanOrEqual(room.memory.buffer.byteLength);
        }
      });
    }),
  );
});

test('what is taken inside a scratch is free after it, also when it ends by an error', () => {
  const room = small();
  const first = room.scratch(() => room.take(1000));
  expect(() => {
    room.scratch(() => {
      room.take(500);
      throw new Error('on purpose');
    });
  }).toThrow('on purpose');
  expect(room.scratch(() => room.take(8))).toBe(first);
  const kept = room.take(100);
  expect([kept, room.take(8)]).toEqual([first, first + 128]);
});

test('the memory grows by as many pages as are needed, and what is in it stays', () => {
  const room = small();
  const address = room.take(16);
  room.view(binary64, address, 2).set([1.5, 2.5]);
  room.take(PAGE - 64 - tableOfPowers.byteLength - 64 - 64);
  expect(room.memory.buffer.byteLength).toBe(PAGE);
  room.take(1);
  expect(room.memory.buffer.byteLength).toBe(2 * PAGE);
  room.take(2 * PAGE - 64);
  expect(room.memory.buffer.byteLength).toBe(3 * PAGE);
  expect([...room.view(binary64, address, 2)]).toEqual([1.5, 2.5]);
});

test('the table of powers stands before all pieces, and stays when the memory grows', () => {
  const room = small();
  const end = POWERS_ADDRESS + tableOfPowers.byteLength;
  expect(room.take(2 * PAGE)).toBe(end);
  expect([...room.view(binary64, POWERS_ADDRESS, tableOfPowers.length)]).toEqual([...tableOfPowers]);
});

test('a memory that cannot grow as far is an error that says how far, and nothing is taken', () => {
  const room = small();
  const before = room.take(0);
  expect(() => room.take(4 * PAGE)).toThrow(
    new RangeError('workspace: must fit in what memory the engine gives, got 327680 bytes'),
  );
  expect(room.take(0)).toBe(before);
});

test('an array in the workspace is known by its address, and no other array is', () => {
  for (const format of [binary64, binary32]) {
    const room = small();
    const array = room.allocate(format, 5);
    expect(array).toEqual(format === binary64 ? new Float64Array(5) : new Float32Array(5));
    const address = room.addressOf(array)!;
    expect(room.addressOf(array.subarray(2))).toBe(address + 2 * bytesOf(format));
    array[1] = 2.5;
    expect(room.view(format, address, 2)[1]).toBe(2.5);
    expect(room.take(0)).toBe(address + 64);
    room.take(2 * PAGE);
    expect(room.addressOf(array)).toBe(address);
    expect(room.addressOf(room.allocate(format, 1))).toBe(room.take(0) - 64);
    for (const other of [array.slice(), small().allocate(format, 5), new Float64Array(0)]) {
      expect(room.addressOf(other)).toBeUndefined();
    }
  }
});

test('where the memory is not shared, an array is allocated outside, for growth would cut it off', () => {
  const room = small(false);
  for (const format of [binary64, binary32]) {
    const array = room.allocate(format, 3);
    expect(array).toEqual(format === binary64 ? new Float64Array(3) : new Float32Array(3));
    expect(room.addressOf(array)).toBeUndefined();
  }
  const address = room.take(8);
  room.view(binary32, address, 2).set([1, 2]);
  room.take(PAGE);
  expect([...room.view(binary32, address, 2)]).toEqual([1, 2]);
});

test('a thread has one workspace, whose size is told', () => {
  expect(workspace()).toBe(workspace());
  expect(workspaceBytes()).toBe(workspace().memory.buffer.byteLength);
  expect(memoryImport).toEqual({ shared: true, maximumPages: PAGE });
  expect([bytesOf(binary64), bytesOf(binary32)]).toEqual([8, 4]);
});
