import { afterEach, expect, test, vi } from 'vitest';
import { compile, createMemory, hasEngine, instantiate, supports } from '#wasm/engine.ts';
import { f64, get, i32 } from '#wasm/instruction.ts';
import { define } from '#wasm/module.ts';
import { hasRelaxed, where } from './relaxed.ts';
import { onePage } from './run.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const sum = define('sum', { at: 'i32' }, ['f64'], ({ of }) => [
  f64.add(f64.load(get(of.at)), f64.load(get(of.at), 8)),
]);

test('functions work on the memory that they are given', () => {
  const module = compile([sum], onePage);
  const [one, other] = [createMemory(onePage), createMemory(onePage)];
  new Float64Array(one.buffer).set([1, 2], 5);
  new Float64Array(other.buffer).set([10, 20], 5);
  expect(instantiate(module, one).sum!(40)).toBe(3);
  expect(instantiate(module, other).sum!(40)).toBe(30);
});

test('a memory has one page, and grows up to its maximum', () => {
  for (const shared of [false, true]) {
    const memory = createMemory({ shared, maximumPages: 3 });
    expect(memory.buffer.byteLength).toBe(65_536);
    expect(memory.buffer instanceof SharedArrayBuffer).toBe(shared);
    memory.grow(2);
    expect(memory.buffer.byteLength).toBe(3 * 65_536);
    expect(() => memory.grow(1)).toThrow(RangeError);
  }
});

test('a function of a shared memory works on a shared memory only', () => {
  const limits = { shared: true, maximumPages: 1 };
  expect(instantiate(compile([sum], limits), createMemory(limits)).sum!(0)).toBe(0);
  expect(() => instantiate(compile([sum], limits), createMemory(onePage))).toThrow(/memory/);
});

test('what is no module is refused when it is compiled', () => {
  const wrong = define('wrong', {}, ['f64'], () => [i32.const(1)]);
  expect(() => compile([wrong], onePage)).toThrow(/f64/);
});

test('this engine has vectors, over both kinds of memory', () => {
  expect([supports('deterministic', false), supports('deterministic', true)]).toEqual([true, true]);
  expect(hasEngine()).toBe(true);
});

test(`this engine has relaxed vectors where it says so${where}`, () => {
  expect([supports('relaxed', false), supports('relaxed', true)]).toEqual([hasRelaxed, hasRelaxed]);
});

test('an engine that refuses the instructions does not support them, and is asked anew each time', () => {
  const validate = vi.fn(() => false);
  vi.stubGlobal('WebAssembly', { validate });
  expect([supports('deterministic', false), supports('relaxed', true)]).toEqual([false, false]);
  validate.mockReturnValue(true);
  expect([supports('deterministic', false), supports('relaxed', true)]).toEqual([true, true]);
});

test('the engine is asked about the instructions and the memory that are meant', () => {
  const asked: string[] = [];
  vi.stubGlobal('WebAssembly', {
    validate: (bytes: Uint8Array) => asked.push([...bytes].join(' ')) > 0,
  });
  for (const rounding of ['deterministic', 'relaxed'] as const) {
    for (const shared of [false, true]) supports(rounding, shared);
  }
  expect(new Set(asked).size).toBe(4);
  // 0xfd and 0x107 as LEB128: the relaxed multiply-add.
  expect(asked.map((bytes) => bytes.includes('253 135 2'))).toEqual([false, false, true, true]);
});

test('without an engine nothing is supported, and asking for one is an error in words', () => {
  vi.stubGlobal('WebAssembly', undefined);
  expect([hasEngine(), supports('deterministic', false)]).toEqual([false, false]);
  const words = /^wasm: must be run by an engine with WebAssembly, got none$/;
  expect(() => createMemory(onePage)).toThrow(words);
  expect(() => compile([sum], onePage)).toThrow(words);
  expect(() => instantiate({}, { buffer: new ArrayBuffer(0), grow: () => 0 })).toThrow(words);
});
