import { formatPolynomial, type Polynomial } from '#arithmetic/polynomial.ts';
import { exactly, type Rational, rationals, toDouble } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { gamma } from '#bound/gamma.ts';
import {
  type Computation,
  linear,
  type Operation,
  operations,
  standard,
  streaming,
  written,
} from '#claim/linear-attention/costs.ts';
import { recoverCount, valueAt } from '#judge/count-polynomial.ts';
import type { LinearKernel } from '#kernel/kernel.ts';
import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import { reassociated } from '#kernel/linear-attention/reassociated.ts';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import type { Tokens } from '#kernel/tokens.ts';
import { asWritten } from '#reference/linear-attention.ts';
import type { LinearSettings } from './settings.ts';

/** Operations of one form of attention, exactly. */
export interface FormCount {
  readonly form: string;
  readonly multiplications: string;
  readonly additions: string;
  readonly exponentials: string;
  /** Multiplications as a polynomial in T, dk, dv. */
  readonly polynomial: string;
  /** Multiplications at lengths from 1 to the greatest drawn. */
  readonly curve: readonly number[];
}

/** The largest error of a kernel against the exact reference, and what it may be. */
export interface KernelError {
  readonly kernel: string;
  readonly format: 'binary64' | 'binary32';
  /** Largest error over its bound: below 1 whatever happens. */
  readonly ratio: number;
  readonly error: number;
}

/** What there is to say of linear attention at some sizes. */
export interface LinearRun {
  readonly lengths: readonly number[];
  readonly forms: readonly FormCount[];
  /** The least T from which Q (K^T V) takes fewer multiplications than the sum as written. */
  readonly crossover: number;
  /** Sizes at which the errors were measured: the exact reference is slow at large ones. */
  readonly measured: LinearSettings;
  readonly errors: readonly KernelError[];
}

const forms: readonly (readonly [name: string, computation: Computation])[] = [
  ['softmax attention', standard],
  ['linear, as written', written],
  ['linear, Q (KᵀV)', linear],
  ['linear, causal recurrence', streaming],
];
const sizes = ['T', 'dk', 'dv'] as const;
const lengths: readonly number[] = Array.from({ length: 17 }, (_, power) => 2 ** power);
const never = (): boolean => false;

const known = new Map<string, Polynomial>();

/** A count as a polynomial, recovered once from tallies of the reference. */
function polynomialOf(form: string, computation: Computation, kind: Operation): Polynomial {
  const key = `${form} ${kind}`;
  const polynomial =
    known.get(key) ?? recoverCount(sizes, key, operations([kind], computation), never)!.polynomial;
  known.set(key, polynomial);
  return polynomial;
}

/** Counts operations exactly at any sizes, and measures errors of kernels at small ones. */
export function runLinear(settings: LinearSettings): LinearRun {
  const at = (T: number): Record<string, number> => ({ ...settings, T });
  const multiplications = ([form, computation]: (typeof forms)[number]): Polynomial =>
    polynomialOf(form, computation, 'mul');
  const [asIs, reassociatedForm] = [multiplications(forms[1]!), multiplications(forms[2]!)];
  const isFewer = (T: number): boolean =>
    rationals.compare(valueAt(reassociatedForm, at(T)), valueAt(asIs, at(T))) === 'less';
  const measured = {
    T: Math.min(settings.T, 16),
    dk: Math.min(settings.dk, 6),
    dv: Math.min(settings.dv, 6),
  };
  return {
    lengths,
    forms: forms.map((form) => ({
      form: form[0],
      multiplications: countText(valueAt(multiplications(form), at(settings.T))),
      additions: countText(valueAt(polynomialOf(...form, 'add'), at(settings.T))),
      exponentials: countText(valueAt(polynomialOf(...form, 'exp'), at(settings.T))),
      polynomial: formatPolynomial(multiplications(form)),
      curve: lengths.map((T) => toDouble(valueAt(multiplications(form), at(T)))),
    })),
    crossover: firstWhere(isFewer),
    measured,
    errors: errorsAt(measured),
  };
}

function countText({ num }: Rational): string {
  return `${num}`;
}

/** The least positive integer from which a condition holds, that holds from some integer on. */
function firstWhere(holds: (T: number) => boolean): number {
  let most = 1;
  while (!holds(most)) most *= 2;
  let least = Math.floor(most / 2);
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (holds(middle)) most = middle;
    else least = middle;
  }
  return most;
}

const kernels: readonly LinearKernel[] = [quadratic, reassociated, recurrent];
const arrays = { binary64: Float64Array, binary32: Float32Array } as const;
const unitRoundoff = { binary64: 2 ** -53, binary32: 2 ** -24 } as const;

/** Each form's kernel in two formats, on numbers drawn once, against the reference over fractions. */
function errorsAt({ T, dk, dv }: LinearSettings): readonly KernelError[] {
  return (['binary64', 'binary32'] as const).flatMap((format) =>
    kernels.map((kernel) => {
      const numbers = drawn(T * (2 * dk + dv)).map((value) =>
        format === 'binary64' ? value : Math.fround(value),
      );
      const array = (from: number, count: number) => arrays[format].from(numbers.slice(from, from + count));
      const [q, k, v] = [array(0, T * dk), array(T * dk, T * dk), array(2 * T * dk, T * dv)];
      const out = new arrays[format](T * dv);
      const causal = !kernel.serves.whole;
      kernel.run(
        { q, k, v, n: T, m: T, dk, dv },
        { causal, normalize: false, featureMap: 'identity', chunk: 1 },
        out,
      );
      const { error, ratio } = worst(
        { q, k, v, n: T, m: T, dk, dv },
        causal,
        out,
        gamma(T + dk, unitRoundoff[format]),
      );
      return { kernel: kernel.form, format, ratio, error };
    }),
  );
}

/** The largest error, and the largest over its bound gamma_(m + dk) sum_j sum_l |q_l k_jl v_jc|. */
function worst(
  tokens: Tokens,
  causal: boolean,
  out: ArrayLike<number>,
  factor: number,
): { error: number; ratio: number } {
  const { q, k, v, n, dk, dv } = tokens;
  const rowsOf = (array: ArrayLike<number>, width: number, size: (value: number) => number): Rational[][] =>
    Array.from({ length: n }, (_, i) =>
      Array.from({ length: width }, (__, j) => exactly(size(array[i * width + j]!))),
    );
  const sums = (size: (value: number) => number): Rational[][] =>
    asWritten(
      coordinates(rationals, dk),
      coordinates(rationals, dv),
      rowsOf(q, dk, size),
      rowsOf(k, dk, size),
      rowsOf(v, dv, size),
      causal,
    ) as Rational[][];
  const [exact, sizesOf] = [sums((value) => value), sums(Math.abs)];
  let [error, ratio] = [0, 0];
  for (const [i, row] of exact.entries()) {
    for (const [c, value] of row.entries()) {
      const off = Math.abs(toDouble(rationals.sub(exactly(out[i * dv + c]!), value)));
      error = Math.max(error, off);
      ratio = Math.max(ratio, off / (factor * toDouble(sizesOf[i]![c]!)));
    }
  }
  return { error, ratio };
}

/** Numbers from -1 to 1 that are always the same. */
function drawn(count: number): number[] {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state - 2 ** 31) / 2 ** 31;
  });
}
