import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { loader, runHere } from '#kernel/simd/job.ts';
import { workspace } from '#kernel/simd/workspace.ts';
import { f64, get } from '#wasm/instruction.ts';
import { define, type WasmFunction } from '#wasm/module.ts';
import type { VectorType } from '#wasm/vector.ts';

test('a job is done call by call with one scratch, in order', () => {
  const seen: number[][] = [];
  const note = (...operands: readonly number[]): number => seen.push([...operands]);
  const loaded = { name: 'noting', module: {}, functions: { note } };
  const calls = [1, 2].map((operand) => ({ name: 'note', operands: [operand, 7] }));
  const room = workspace();
  room.scratch(() => {
    const before = room.take(0);
    runHere({ loaded, calls, scratchBytes: 64 });
    expect(seen).toEqual([
      [before, 1, 7],
      [before, 2, 7],
    ]);
    expect(room.take(0)).toBe(before + 64);
  });
});

test('a module is written when it is first asked for, once for each subject, format and rounding', () => {
  const written: string[] = [];
  const write = (v: VectorType): readonly WasmFunction[] => {
    written.push(v.format);
    return [define('read', { at: 'i32' }, ['f64'], ({ of }) => [f64.load(get(of.at))])];
  };
  const load = loader('a subject', 'deterministic', write);
  expect(written).toEqual([]);
  const first = load(binary64);
  expect(load(binary64)).toBe(first);
  const others = [
    load(binary32),
    loader('a subject', 'relaxed', write)(binary64),
    loader('another subject', 'deterministic', write)(binary64),
  ];
  expect(new Set([first, ...others]).size).toBe(4);
  expect(new Set([first, ...others].map(({ name }) => name)).size).toBe(4);
  expect(written).toEqual(['binary64', 'binary32', 'binary64', 'binary64']);
  const room = workspace();
  room.scratch(() => {
    const at = room.take(8);
    room.view(binary64, at, 1).set([2.5]);
    expect(first.functions.read!(at)).toBe(2.5);
  });
});
