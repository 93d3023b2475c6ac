import { exactly } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import type { Space } from '#arithmetic/space.ts';
import { type TidyTerm, tidyTerms } from '#arithmetic/tidy-term.ts';

/** A term of Coq over the reals (or a vector), with its outermost operation. */
export type CoqTerm = TidyTerm;

const written = tidyTerms(false);

/**
 * The arithmetic of terms of Coq, in the scope of the reals: every operation is written, and none is left out.
 *
 * Coq divides by zero without complaint, so that what a side divides by must be told to whoever states something of it.
 *
 * @param onDivide receives every divisor
 */
export function coqTerms(onDivide: (divisor: CoqTerm) => void = () => undefined): Analytic<CoqTerm> {
  return {
    ...written,
    of: literal,
    div: (a, b) => {
      onDivide(b);
      return written.div(a, b);
    },
  };
}

/** Vectors of an inner product space of the preface, as terms of Coq. */
export function coqSpace(
  scalars: Analytic<CoqTerm> = coqTerms(),
): Space<CoqTerm, CoqTerm, Analytic<CoqTerm>> {
  return {
    scalars,
    zero: { text: 'vzero', outermost: 'atom' },
    add: (u, v) => applied('vadd', u, v),
    scale: (c, v) => applied('vscale', c, v),
    dot: (u, v) => applied('inner', u, v),
  };
}

/** A function of Coq applied to arguments. */
export function applied(name: string, ...args: readonly CoqTerm[]): CoqTerm {
  return { text: [name, ...args.map(argument)].join(' '), outermost: 'atom' };
}

/** The text of a term where a function takes it. */
export function argument({ text }: CoqTerm): string {
  return /^[\w']+$|^\(\d+ \/ \d+\)$/.test(text) ? text : `(${text})`;
}

/** A double exactly, as an integer or as a fraction of integers: a decimal would be a product with a power of ten. */
function literal(value: number): CoqTerm {
  const { num, den } = exactly(value);
  const [sign, size] = num < 0n ? ['-', -num] : ['', num];
  const text = den === 1n ? `${sign}${size}` : `${sign}(${size} / ${den})`;
  return { text, outermost: sign === '-' ? 'sign' : 'atom' };
}
