import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';

/** Numbers of a format, n of them, none of which is special. */
export function numbers(format: FloatFormat, length: number): FloatArray {
  const array = format === binary64 ? new Float64Array(length) : new Float32Array(length);
  return array.map((_, i) => ((i * 7) % 5) - 2);
}

/** The other of the two formats of kernels. */
export function inOther(array: FloatArray): FloatArray {
  return array instanceof Float64Array ? Float32Array.from(array) : Float64Array.from(array);
}

/** A record without one of its fields. */
export function without<R extends object>(record: R, field: keyof R): unknown {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
}

/** A call that something is wrong with, and the words that say what. */
export interface Wrong {
  readonly what: string;
  readonly kind: typeof TypeError | typeof RangeError;
  /** What is said after the name of the call. */
  readonly says: string;
}

/** One way in which tokens can be wrong: n 2, m 3, dk 2, dv 4, binary64. */
export interface WrongTokens extends Wrong {
  readonly change: (tokens: Tokens) => unknown;
}

export function goodTokens(format: FloatFormat = binary64): Tokens {
  return {
    q: numbers(format, 4),
    k: numbers(format, 6),
    v: numbers(format, 12),
    ...{ n: 2, m: 3, dk: 2, dv: 4 },
  };
}

/** An array whose buffer was handed over. */
export function detached(): Float64Array {
  const array = new Float64Array(4);
  structuredClone(array, { transfer: [array.buffer] });
  return array;
}

const whole = 'must be a whole number from 0 to 2^53 - 1';
const array = 'must be a Float64Array or a Float32Array';

export const wrongTokens: readonly WrongTokens[] = [
  {
    what: 'arguments one by one',
    kind: TypeError,
    says: 'tokens must be an object with q, k, v, n, m, dk, dv, got Float64Array',
    change: ({ q }) => q,
  },
  {
    what: 'no tokens',
    kind: TypeError,
    says: 'tokens must be an object with q, k, v, n, m, dk, dv, got undefined',
    change: () => undefined,
  },
  {
    what: 'null for tokens',
    kind: TypeError,
    says: 'tokens must be an object with q, k, v, n, m, dk, dv, got null',
    change: () => null,
  },
  ...(['n', 'm', 'dk', 'dv'] as const).flatMap((size): WrongTokens[] => [
    {
      what: `${size} negative`,
      kind: RangeError,
      says: `${size} ${whole}, got -1`,
      change: (t) => ({ ...t, [size]: -1 }),
    },
    {
      what: `${size} fractional`,
      kind: RangeError,
      says: `${size} ${whole}, got 1.5`,
      change: (t) => ({ ...t, [size]: 1.5 }),
    },
    {
      what: `${size} NaN`,
      kind: RangeError,
      says: `${size} ${whole}, got NaN`,
      change: (t) => ({ ...t, [size]: Number.NaN }),
    },
    {
      what: `${size} infinite`,
      kind: RangeError,
      says: `${size} ${whole}, got Infinity`,
      change: (t) => ({ ...t, [size]: Number.POSITIVE_INFINITY }),
    },
    {
      what: `${size} not exact`,
      kind: RangeError,
      says: `${size} ${whole}, got 9007199254740992`,
      change: (t) => ({ ...t, [size]: 2 ** 53 }),
    },
    {
      what: `${size} a string`,
      kind: TypeError,
      says: `${size} ${whole}, got "2"`,
      change: (t) => ({ ...t, [size]: '2' }),
    },
    {
      what: `${size} a bigint`,
      kind: TypeError,
      says: `${size} ${whole}, got 2n`,
      change: (t) => ({ ...t, [size]: 2n }),
    },
    {
      what: `${size} absent`,
      kind: TypeError,
      says: `${size} ${whole}, got undefined`,
      change: (t) => without(t, size),
    },
  ]),
  ...(['q', 'k', 'v'] as const).flatMap((name): WrongTokens[] => [
    {
      what: `${name} a list`,
      kind: TypeError,
      says: `${name} ${array}, got Array`,
      change: (t) => ({ ...t, [name]: [...t[name]] }),
    },
    {
      what: `${name} of integers`,
      kind: TypeError,
      says: `${name} ${array}, got Int32Array`,
      change: (t) => ({ ...t, [name]: Int32Array.from(t[name]) }),
    },
    {
      what: `${name} absent`,
      kind: TypeError,
      says: `${name} ${array}, got undefined`,
      change: (t) => without(t, name),
    },
    {
      what: `${name} only looks like one`,
      kind: TypeError,
      says: `${name} ${array}, got Object`,
      change: (t) => ({ ...t, [name]: Object.create(Float64Array.prototype) as unknown }),
    },
    {
      what: `${name} detached`,
      kind: TypeError,
      says: `${name} must have an attached buffer, got a detached one`,
      change: (t) => ({ ...t, [name]: detached() }),
    },
  ]),
  {
    what: 'k of another format',
    kind: TypeError,
    says: 'k must be of binary64 as q is, got Float32Array',
    change: (t) => ({ ...t, k: inOther(t.k) }),
  },
  {
    what: 'v of another format',
    kind: TypeError,
    says: 'v must be of binary64 as q is, got Float32Array',
    change: (t) => ({ ...t, v: inOther(t.v) }),
  },
  {
    what: 'q of another format',
    kind: TypeError,
    says: 'k must be of binary32 as q is, got Float64Array',
    change: (t) => ({ ...t, q: inOther(t.q) }),
  },
  {
    what: 'q short',
    kind: RangeError,
    says: 'q must have n dk = 4 numbers, got 3',
    change: (t) => ({ ...t, q: t.q.subarray(1) }),
  },
  {
    what: 'q long',
    kind: RangeError,
    says: 'q must have n dk = 6 numbers, got 4',
    change: (t) => ({ ...t, n: 3 }),
  },
  {
    what: 'k short',
    kind: RangeError,
    says: 'k must have m dk = 6 numbers, got 5',
    change: (t) => ({ ...t, k: t.k.subarray(1) }),
  },
  {
    what: 'v long',
    kind: RangeError,
    says: 'v must have m dv = 12 numbers, got 13',
    change: (t) => ({ ...t, v: numbers(binary64, 13) }),
  },
  {
    what: 'more than can be counted',
    kind: RangeError,
    says: 'q must have n dk numbers, got 4',
    change: (t) => ({ ...t, n: 2 ** 52, dk: 4 }),
  },
];

/** One way in which `out` can be wrong for n dv = 8. */
export interface WrongOut extends Wrong {
  readonly out: (tokens: Tokens) => unknown;
}

/** An array of eight numbers that has the last byte of another, or the first. */
function across(other: FloatArray, from: number): { readonly moved: FloatArray; readonly out: FloatArray } {
  const buffer = new ArrayBuffer(8 * (other.length + 14));
  const moved = new Float64Array(buffer, 56, other.length);
  moved.set(other);
  return { moved, out: new Float64Array(buffer, 56 + from * 8, 8) };
}

export const wrongOuts: readonly WrongOut[] = [
  {
    what: 'out a list',
    kind: TypeError,
    says: `out ${array}, got Array`,
    out: () => [0, 0, 0, 0, 0, 0, 0, 0],
  },
  { what: 'out null', kind: TypeError, says: `out ${array}, got null`, out: () => null },
  {
    what: 'out of another format',
    kind: TypeError,
    says: 'out must be of binary64 as q is, got Float32Array',
    out: () => new Float32Array(8),
  },
  {
    what: 'out short',
    kind: RangeError,
    says: 'out must have n dv = 8 numbers, got 7',
    out: () => new Float64Array(7),
  },
  {
    what: 'out long',
    kind: RangeError,
    says: 'out must have n dv = 8 numbers, got 9',
    out: () => new Float64Array(9),
  },
  {
    what: 'out detached',
    kind: TypeError,
    says: 'out must have an attached buffer, got a detached one',
    out: () => detached(),
  },
];

/** Tokens of which one shares its last or first number with `out`. */
export const overlapping: Arbitrary<{
  readonly tokens: Tokens;
  readonly out: FloatArray;
  readonly name: string;
}> = fc
  .record({ name: fc.constantFrom('q' as const, 'k' as const, 'v' as const), atEnd: fc.boolean() })
  .map(({ name, atEnd }) => {
    const tokens = goodTokens();
    const { moved, out } = across(tokens[name], atEnd ? tokens[name].length - 1 : -7);
    return { tokens: { ...tokens, [name]: moved }, out, name };
  });

/** Options that are wrong, for every function that has such an option. */
export interface WrongOptions extends Wrong {
  readonly options: unknown;
}

export const wrongTiers: readonly WrongOptions[] = [
  {
    what: 'an unknown tier',
    kind: RangeError,
    says: 'tier must be one of plain, simd, relaxed, got "gpu"',
    options: { tier: 'gpu' },
  },
  {
    what: 'a tier that is no word',
    kind: TypeError,
    says: 'tier must be one of plain, simd, relaxed, got 1',
    options: { tier: 1 },
  },
];

/** Asserts that a call throws just that, having left an array alone. */
export function expectRefused(
  { kind, says }: Wrong,
  where: string,
  untouched: unknown,
  call: () => unknown,
): void {
  const before = structuredClone(untouched);
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect((thrown as Error | undefined)?.message).toBe(`${where}: ${says}`);
  expect((thrown as Error).constructor).toBe(kind);
  expect(untouched).toEqual(before);
}
