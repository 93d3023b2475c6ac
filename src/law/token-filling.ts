import { type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { draws } from './draw.ts';
import type { Rows } from './subject.ts';

/** The sizes of a call of attention: n queries and m keys of width dk, m values of width dv. */
export interface Shape {
  readonly n: number;
  readonly m: number;
  readonly dk: number;
  readonly dv: number;
}

/** Queries, keys and values. */
export interface Tokens {
  readonly q: Rows;
  readonly k: Rows;
  readonly v: Rows;
}

/** A way to fill a shape with numbers. */
export interface Filling {
  readonly name: string;
  readonly fill: (shape: Shape, format: FloatFormat, seed: number) => Tokens;
}

/** What makes an entry: from a number of [-1, 1), and its row and column. */
type Entry = (drawn: number, row: number, column: number) => number;

/** A filling by one rule each for queries, keys and values. */
export function filling(
  name: string,
  rules: (format: FloatFormat, shape: Shape) => { readonly q: Entry; readonly k: Entry; readonly v: Entry },
): Filling {
  return {
    name,
    fill: (shape, format, seed) => {
      const { n, m, dk, dv } = shape;
      const draw = draws(seed);
      const { q, k, v } = rules(format, shape);
      const rows = (count: number, width: number, entry: Entry): Rows =>
        Array.from({ length: count }, (_, i) =>
          Array.from({ length: width }, (__, j) => roundDouble(format, entry(draw(), i, j))),
        );
      return { q: rows(n, dk, q), k: rows(m, dk, k), v: rows(m, dv, v) };
    },
  };
}

/** As another filling, with the tokens changed. */
export function refilled(name: string, { fill }: Filling, change: (tokens: Tokens) => Tokens): Filling {
  return { name, fill: (shape, format, seed) => change(fill(shape, format, seed)) };
}

/** Multiples of 1/8 of size at most 3, never 0: easy to read, and no sum of a few rounds. */
export function short(drawn: number): number {
  return drawn < 0 ? Math.floor(drawn * 24) / 8 : Math.ceil(drawn * 24 + 2 ** -20) / 8;
}

/** All bits of a number of size at most 1. */
export function whole(drawn: number): number {
  return drawn;
}

/** Zeros of both signs. */
export function zero(drawn: number): number {
  return drawn < 0 ? -0 : 0;
}

/** Subnormal numbers in the middle of their range. */
export function subnormal({ precision, smallestSubnormal }: FloatFormat): Entry {
  const most = 2 ** Math.floor(0.7 * precision);
  return (drawn) => Math.round(drawn * most) * smallestSubnormal;
}

/** Above this e^x overflows, and e^-x is 0 well below it: 709.8 in binary64, 88.8 in binary32. */
export function overflowing({ maxExponent }: FloatFormat): number {
  return (maxExponent + 1) * Math.LN2 + 0.05;
}

/** Every filling that attention of any kind is tried with. */
export const ordinaryFillings: readonly Filling[] = [
  filling('short numbers', () => ({ q: short, k: short, v: short })),
  filling('all bits', () => ({ q: whole, k: whole, v: whole })),
  filling('keys all equal', () => ({ q: short, k: (_drawn, _i, j) => 1 + j / 4, v: short })),
  filling('two keys alike', () => ({ q: whole, k: (_drawn, i, j) => ((i >> 1) - j) / 4, v: whole })),
  filling('one-hot', () => ({ q: oneHot, k: oneHot, v: (drawn, i, j) => oneHot(drawn, i, j) })),
  filling('queries of zero', () => ({ q: zero, k: short, v: short })),
  filling('values of zero', () => ({ q: short, k: short, v: zero })),
  filling('zeros of both signs', () => ({ q: mostlyZero, k: mostlyZero, v: mostlyZero })),
  filling('subnormal values', (format) => ({ q: whole, k: whole, v: subnormal(format) })),
  filling('values that cancel', () => ({
    q: (drawn) => drawn / 2 ** 10,
    k: whole,
    v: (drawn, i) => (i % 2 === 0 ? 2 ** 20 : -(2 ** 20)) + drawn,
  })),
  filling('wide values', () => ({
    q: whole,
    k: whole,
    v: (drawn, i, j) => drawn * 2 ** (((i * 7 + j * 11) % 41) - 20),
  })),
  shared('q = k = v', ({ q, k, v, same }) => ({ q: same(q, k), k, v: same(v, k) })),
  shared('q = k', ({ q, k, v, same }) => ({ q: same(q, k), k, v })),
  shared('k = v', ({ q, k, v, same }) => ({ q, k, v: same(v, k) })),
];

function oneHot(_drawn: number, row: number, column: number): number {
  return row === column ? 1 : 0;
}

function mostlyZero(drawn: number): number {
  return Math.abs(drawn) < 0.6 ? zero(drawn) : Math.sign(drawn);
}

/** Tokens that play two parts, as far as their sizes fit. */
function shared(
  name: string,
  change: (tokens: Tokens & { readonly same: (rows: Rows, as: Rows) => Rows }) => Tokens,
): Filling {
  const same = (rows: Rows, as: Rows): Rows =>
    rows.map((row, i) => row.map((entry, c) => as[i]?.[c] ?? entry));
  return refilled(
    name,
    filling(name, () => ({ q: short, k: short, v: short })),
    (tokens) => change({ ...tokens, same }),
  );
}

/** Shapes from empty to small: n != m both ways, dv != dk both ways, widths of 0, 1 and odd. */
export const smallShapes: readonly Shape[] = [
  [1, 1, 1, 1],
  [2, 2, 1, 1],
  [2, 3, 2, 1],
  [3, 2, 1, 2],
  [2, 4, 3, 2],
  [4, 2, 2, 3],
  [3, 3, 3, 5],
  [5, 3, 5, 2],
  [0, 2, 2, 2],
  [1, 2, 0, 1],
  [3, 2, 0, 2],
  [2, 2, 1, 0],
  [1, 5, 1, 3],
  [5, 1, 2, 1],
  [3, 7, 4, 1],
  [7, 3, 1, 4],
].map(([n, m, dk, dv]) => ({ n: n!, m: m!, dk: dk!, dv: dv! }));

/** Lengths around powers of two, where blocks and unrolled loops have their tails. */
export const longLengths: readonly number[] = [
  8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 66, 127, 128, 129, 130, 255, 256, 257, 260,
];
