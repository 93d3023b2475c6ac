import { dyadic } from './dyadic.ts';
import { exactly } from './rational.ts';
import type { Analytic } from './ring.ts';

/** Text, and the outermost operation in it: what must stand in parentheses depends on it. */
export interface TidyTerm {
  readonly text: string;
  readonly outermost: 'sum' | 'product' | 'sign' | 'atom';
}

/** Decimal places up to which a dyadic literal is written as a decimal: 0.125 reads better than 1/8, 2^-20 does not. */
const MOST_PLACES = 6;

/** A name as a term. */
export function tidyName(name: string): TidyTerm {
  return { text: name, outermost: 'atom' };
}

/**
 * The arithmetic of text for readers: no parentheses but those needed to read the operations in their order.
 *
 * @param simplify also leave out additions of 0, factors of 0 and 1, and double signs; right for real numbers, but not
 *   where every operation is rounded and operations are counted one by one
 */
export function tidyTerms(simplify: boolean): Analytic<TidyTerm> {
  const is = (t: TidyTerm, text: string): boolean => simplify && t.text === text;
  const neg = (a: TidyTerm): TidyTerm => {
    if (is(a, '0')) return a;
    if (simplify && a.outermost === 'sign') return unsigned(a);
    return { text: `-${a.outermost === 'atom' ? a.text : bracketed(a)}`, outermost: 'sign' };
  };
  return {
    of: literal,
    add: (a, b) => {
      if (is(a, '0')) return b;
      if (is(b, '0')) return a;
      if (simplify && b.outermost === 'sign') return joined(a, '-', unsigned(b), 'sum');
      return joined(a, '+', b, 'sum');
    },
    sub: (a, b) => {
      if (is(b, '0')) return a;
      if (is(a, '0')) return neg(b);
      if (simplify && b.outermost === 'sign') return joined(a, '+', unsigned(b), 'sum');
      return joined(a, '-', b, 'sum');
    },
    mul: (a, b) => {
      if (is(a, '0') || is(b, '1')) return a;
      if (is(b, '0') || is(a, '1')) return b;
      return joined(a, '*', b, 'product');
    },
    neg,
    div: (a, b) => (is(b, '1') ? a : joined(a, '/', b, 'product')),
    exp: (a) => (is(a, '0') ? literal(1) : { text: `exp(${a.text})`, outermost: 'atom' }),
    sqrt: (a) => ({ text: `sqrt(${a.text})`, outermost: 'atom' }),
  };
}

function joined(a: TidyTerm, sign: string, b: TidyTerm, outermost: 'sum' | 'product'): TidyTerm {
  // On the left only a sum inside a product needs brackets; on the right whatever binds no tighter than the sign.
  const left =
    outermost === 'product' && (a.outermost === 'sum' || a.outermost === 'sign') ? bracketed(a) : a.text;
  const isLoose = b.outermost === 'sign' || b.outermost === 'sum' || outermost === 'product';
  const right = isLoose && b.outermost !== 'atom' ? bracketed(b) : b.text;
  return { text: `${left} ${sign} ${right}`, outermost };
}

function bracketed({ text }: TidyTerm): string {
  return `(${text})`;
}

/** What stands behind a sign: an atom, or something in brackets that cover all of it. */
function unsigned({ text }: TidyTerm): TidyTerm {
  return { text: text.slice(1), outermost: 'atom' };
}

/** A double exactly: an integer, a short decimal, or a fraction written without spaces, which is one literal. */
function literal(value: number): TidyTerm {
  const { mantissa, exponent } = dyadic(Math.abs(value));
  const isShort = exponent >= 0 || (mantissa !== 0n && -exponent <= MOST_PLACES);
  const { num, den } = exactly(Math.abs(value));
  const decimal = den === 1n ? `${num}` : `${Number(num) / Number(den)}`;
  const text = isShort ? decimal : `(${num}/${den})`;
  return value < 0 ? { text: `-${text}`, outermost: 'sign' } : { text, outermost: 'atom' };
}
