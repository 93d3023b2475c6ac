import { orderedTerms, type Polynomial, power, rationalIn } from './polynomial.ts';
import { rationals } from './rational.ts';
import type { Analytic } from './ring.ts';
import type { Space } from './space.ts';
import { type TidyTerm, tidyName, tidyTerms } from './tidy-term.ts';

const tidy = tidyTerms(true);

/** Formal vectors as text for readers; the zero vector is written 0 and disappears from sums and products. */
export const tidySpace: Space<TidyTerm, TidyTerm, Analytic<TidyTerm>> = {
  scalars: tidy,
  zero: tidyName('0'),
  add: tidy.add,
  scale: tidy.mul,
  dot: (u, v) => (u.text === '0' || v.text === '0' ? tidyName('0') : tidyName(`dot(${u.text}, ${v.text})`)),
};

/** A polynomial written out with each of its names replaced by a text. */
export function writtenOut(p: Polynomial, textOf: (name: string) => TidyTerm): TidyTerm {
  return orderedTerms(p).reduce((total, { coefficient, monomial }) => {
    const isNegative = coefficient.num < 0n;
    const magnitude = rationalIn(tidy, isNegative ? rationals.neg(coefficient) : coefficient);
    const summand = monomial.powers.reduce(
      (product, [name, exponent]) => tidy.mul(product, power(tidy, textOf(name), exponent)),
      magnitude,
    );
    return isNegative ? tidy.sub(total, summand) : tidy.add(total, summand);
  }, tidyName('0'));
}
