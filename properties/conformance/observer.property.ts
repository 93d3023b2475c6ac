import vm from 'node:vm';
import { expect, test } from 'vitest';
import { createObserver, type Observation } from '#conformance/observer.ts';

type Seen = readonly (readonly [Observation['seen'], string, string])[];

/** What is seen of one call of an implementation. */
function seenOf(act: (...args: never[]) => unknown, args: readonly unknown[] = [], frozen = false): Seen {
  const observer = createObserver();
  observer.before(args, frozen);
  const { observations } = observer.after(act(...(args as never[])));
  return observations.map(({ seen, at, got }) => [seen, at, got]);
}

/** What is seen of the last of some results of one subject. */
function lastSeen(...results: readonly (() => unknown)[]): Seen {
  const observer = createObserver();
  let last: Seen = [];
  for (const result of results) {
    observer.before([], false);
    last = observer.after(result()).observations.map(({ seen, at, got }) => [seen, at, got]);
  }
  return last;
}

test.each([[5], [Number.NaN], [[]], [[[]]], [[[1, -0], [Number.NaN]]]])('%j is plain', (result) => {
  expect(seenOf(() => result)).toEqual([]);
  expect(createObserver().after(result).plain).toBe(result);
});

test('an array of another realm is plain', () => {
  expect(seenOf(() => vm.runInNewContext('[[1], [2]]') as unknown)).toEqual([]);
  expect(seenOf(() => vm.runInNewContext('class Own extends Array {} ; new Own()') as unknown)).toEqual([
    ['not plain', 'result', 'a subclass of Array, Own'],
  ]);
});

class Rows extends Array<number[]> {}

const throwing = new Proxy([], {
  get() {
    throw new Error('no');
  },
});

test.each<[() => unknown, string, string]>([
  [() => undefined, 'result', 'undefined'],
  [() => null, 'result', 'null'],
  [() => '1', 'result', 'the string "1"'],
  [() => 1n, 'result', 'a value of type bigint'],
  [() => new Float64Array([1]), 'result', 'an object of class Float64Array'],
  [() => new Rows([1]), 'result', 'a subclass of Array, Rows'],
  [() => Object.setPrototypeOf([[1]], [2]) as unknown, 'result', 'a subclass of Array, Array'],
  [() => Object.create(null) as unknown, 'result', 'an object'],
  [() => Promise.resolve(1), 'result', 'a promise'],
  [() => throwing, 'result', 'an object that cannot be read'],
  [() => [1], 'result, row 0', '1'],
  [() => [[1], new Float32Array(1)], 'result, row 1', 'an object of class Float32Array'],
  [() => [[1], { length: 1 }], 'result, row 1', 'an object of class Object'],
  [() => Array(2) as unknown, 'result, row 0', 'a hole'],
  [() => [undefined], 'result, row 0', 'undefined'],
  [() => [[1, '2']], 'result, row 0, column 1', 'the string "2"'],
  [() => [[1, 2, [3]]], 'result, row 0, column 2', 'an array of length 1'],
  [() => [[1], Array(1)], 'result, row 1, column 0', 'a hole'],
  [() => [[undefined]], 'result, row 0, column 0', 'undefined'],
])('%s is not plain', (result, at, got) => {
  expect(seenOf(result)).toEqual([['not plain', at, got]]);
  expect(createObserver().after(result()).plain).toBeUndefined();
});

type Change = (x: number[], q: number[][], options: { scale?: number }) => unknown;

test.each<[string, Change, string, string]>([
  ['an entry', (x) => x.fill(-0, 1), 'argument 0, entry 1', '-0 instead of 0'],
  ['the length', (x) => x.push(3), 'argument 0', 'length 3 instead of 2'],
  ['an entry of a row', (_x, q) => q[1]!.fill(9, 0, 1), 'argument 1, row 1, entry 0', '9 instead of 3'],
  ['the length of a row', (_x, q) => q[0]!.pop(), 'argument 1, row 0', 'length 1 instead of 2'],
  [
    'a row',
    (_x, q) => q.fill([1], 0, 1),
    'argument 1, entry 0',
    'an array of length 1 instead of an array of length 2',
  ],
  [
    'an option',
    (_x, _q, options) => Object.assign(options, { scale: 1 }),
    'argument 2, entry 1',
    '1 instead of 2',
  ],
  [
    'the options',
    (_x, _q, options) => Reflect.deleteProperty(options, 'scale'),
    'argument 2',
    'length 0 instead of 2',
  ],
])('sees that %s was changed', (_what, act, at, got) => {
  const args = [
    [1, 0],
    [
      [1, 2],
      [3, 4],
    ],
    { scale: 2 },
  ];
  const change = (...given: never[]): number => {
    (act as (...args: never[]) => void)(...given);
    return 0;
  };
  expect(seenOf(change, args)).toEqual([['argument changed', at, got]]);
});

test('freezes arguments to their depth, so that nothing can be changed', () => {
  const args = [[1], [[1]], { scale: 2 }, 5];
  expect(seenOf(() => 0, args, true)).toEqual([]);
  expect(args.every(Object.isFrozen)).toBe(true);
  expect(Object.isFrozen((args[1] as number[][])[0])).toBe(true);
  expect(() => (args[1] as number[][])[0]!.push(1)).toThrow(TypeError);
});

test('an argument that is not changed is not said to be, NaN and all', () => {
  expect(seenOf(() => 0, [[Number.NaN, -0], [[Number.NaN], []], {}, null, 3])).toEqual([]);
});

test('sees an argument, or a row of one, that is returned', () => {
  const q = [[1], [2]];
  expect(seenOf(() => q, [q])).toEqual([['argument returned', 'result', 'an array of length 2']]);
  expect(seenOf(() => [[5], q[0]], [[1], q])).toEqual([
    ['argument returned', 'result, row 1', 'an array of length 1'],
  ]);
});

test('sees an earlier result, or a row of one, that is returned, however long ago', () => {
  const old = [[1], [2]];
  const between = Array.from({ length: 50 }, (_, i) => () => [[i]]);
  expect(
    lastSeen(
      () => old,
      ...between,
      () => old,
    ),
  ).toEqual([['earlier result returned', 'result', 'an array of length 2']]);
  expect(
    lastSeen(
      () => old,
      ...between,
      () => [[1], old[1]],
    ),
  ).toEqual([['earlier result returned', 'result, row 1', 'an array of length 1']]);
});

test('sees one row that stands in two places', () => {
  const row = [1];
  expect(seenOf(() => [row, [2], row])).toEqual([['row shared', 'result, row 2', 'an array of length 1']]);
});

test('an empty array may be shared', () => {
  const empty: number[] = [];
  const rows = [empty, empty];
  expect(seenOf(() => empty, [empty])).toEqual([]);
  expect(seenOf(() => rows)).toEqual([]);
  expect(
    lastSeen(
      () => empty,
      () => empty,
    ),
  ).toEqual([]);
  expect(
    lastSeen(
      () => [empty],
      () => [empty],
    ),
  ).toEqual([]);
});

test('sees that an earlier result was changed, up to four calls later', () => {
  const old = [[1], [2]];
  const change = (): number[][] => {
    old[1]![0] = 7;
    return [[3]];
  };
  const between = [0, 1, 2].map((i) => () => [[i]]);
  expect(lastSeen(() => old, ...between, change)).toEqual([
    ['earlier result changed', 'earlier result, row 1, entry 0', '7 instead of 2'],
  ]);
  old[1]![0] = 2;
  expect(
    lastSeen(
      () => old,
      ...between,
      () => [[5]],
      change,
    ),
  ).toEqual([]);
});

test('a buffer that is used again is seen as both', () => {
  const buffer = [[0]];
  const use = (value: number) => () => {
    buffer[0]![0] = value;
    return buffer;
  };
  expect(lastSeen(use(1), use(2)).map(([seen]) => seen)).toEqual([
    'earlier result changed',
    'earlier result returned',
  ]);
});

test('does not keep a large result', () => {
  const large = [new Array<number>(5000).fill(0)];
  const change = (): number => {
    large[0]![0] = 1;
    return 0;
  };
  expect(lastSeen(() => large, change)).toEqual([]);
});

test('tells the first of each kind only', () => {
  const change = (x: number[]): number => {
    x.fill(5);
    return 0;
  };
  expect(seenOf(change, [[1, 2, 3]])).toHaveLength(1);
  expect(seenOf(() => [['a', 'b']])).toHaveLength(1);
});

test('an endless length is not gone through', () => {
  const sparse: unknown[] = [];
  sparse.length = 2 ** 32 - 1;
  expect(seenOf(() => sparse)).toEqual([['not plain', 'result, row 0', 'a hole']]);
});
