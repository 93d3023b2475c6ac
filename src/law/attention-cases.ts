import type { Arbitrary } from 'fast-check';
import { rationals } from '#arithmetic/rational.ts';
import { sum } from '#arithmetic/space.ts';
import type { Case } from '#domain/case.ts';
import type { Domain } from '#domain/domain.ts';
import type { Grain } from '#domain/grain.ts';
import { realNumber } from '#domain/grain.ts';
import { restricted } from '#domain/layout.ts';
import { exactScores } from './matrix.ts';

/** Queries, keys and values of any shapes that fit each other. */
export const attention: {
  readonly q: readonly ['n', 'dk'];
  readonly k: readonly ['m', 'dk'];
  readonly v: readonly ['m', 'dv'];
} = { q: ['n', 'dk'], k: ['m', 'dk'], v: ['m', 'dv'] };

/** As many queries as keys and values. */
export const aligned: {
  readonly q: readonly ['T', 'dk'];
  readonly k: readonly ['T', 'dk'];
  readonly v: readonly ['T', 'dv'];
} = { q: ['T', 'dk'], k: ['T', 'dk'], v: ['T', 'dv'] };

/** Sizes at which a mask, a chunk and a scan show what they do. */
export const alignedSizes: {
  readonly T: readonly number[];
  readonly dk: readonly number[];
  readonly dv: readonly number[];
} = { T: [1, 2, 3], dk: [1, 2], dv: [1, 2] };

/** The first numbers of the ordinary alphabet, for domains in which small cases of zeros are not. */
export const unlikeZero: { readonly alphabet: readonly number[] } = { alphabet: [1, 0, 2, -1, 3, 1 / 2] };

/** The scores of two vectors of at most three such numbers are within 48: every e^score is a binary32 number. */
const LARGEST_TAME = 4;

/** Numbers whose exponentials do not overflow in any format in use, for what is also said of computed numbers. */
export const tame: {
  readonly numbers: (grain: Grain) => Arbitrary<number>;
  readonly admits: (x: number) => boolean;
} = {
  // The random numbers of every grain are at most 32 in size.
  numbers: (grain) => realNumber(grain).map((x) => x / 8),
  admits: (x) => Math.abs(x) <= LARGEST_TAME,
};

/** The cases in which some named numbers are integers from -most to most. */
export function withIntegers<C extends Case>(
  domain: Domain<C>,
  most: number,
  ...names: (keyof C & string)[]
): Domain<C> {
  const each = (c: C, change: (value: number) => number): Partial<C> =>
    Object.fromEntries(names.map((name) => [name, change(c[name] as number)])) as Partial<C>;
  return restricted(domain, {
    name: `${domain.name}, integers ${names.join(', ')} of size at most ${most}`,
    where: (c) => names.every((name) => Number.isInteger(c[name]) && Math.abs(c[name] as number) <= most),
    into: (c) => ({ ...c, ...each(c, (value) => Math.round(value) % (most + 1)) }),
  });
}

/** |x|, and 1 for 0: takes random numbers into a domain of numbers above zero. */
export function aboveZero(x: number): number {
  return Math.abs(x) || 1;
}

/** The cases in which some named numbers are above zero. */
export function withPositives<C extends Case>(domain: Domain<C>, ...names: (keyof C & string)[]): Domain<C> {
  return restricted(domain, {
    name: `${domain.name}, ${names.join(', ')} > 0`,
    where: (c) => names.every((name) => (c[name] as number) > 0),
    into: (c) => ({
      ...c,
      ...Object.fromEntries(names.map((name) => [name, aboveZero(c[name] as number)])),
    }),
  });
}

/** The cases in which no query has scores that sum to zero: linear attention with the normaliser means something. */
export function normalisable<C extends { readonly q: Rows; readonly k: Rows }>(
  domain: Domain<C & Case>,
): Domain<C & Case> {
  return restricted(domain, {
    name: `${domain.name}, sum_j <q_i, k_j> != 0 for all i`,
    where: ({ q, k }) => exactScores(q, k).every((row) => sum(rationals, row).num !== 0n),
  });
}

type Rows = readonly (readonly number[])[];
