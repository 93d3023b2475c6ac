import { formatPolynomial, type Polynomial } from '#arithmetic/polynomial.ts';
import type { Relation, Sizes } from '#claim/statement.ts';
import { valueAt } from './count-polynomial.ts';
import type { Witness } from './verdict.ts';
import { exactlyApart, exactNumber } from './witness.ts';

/** The sizes at which two polynomials do not stand in a relation, as a witness of exact numbers. */
export function sizeWitness(
  sizes: Sizes,
  left: Polynomial,
  relation: Relation,
  right: Polynomial,
  digits: number,
): Witness {
  const apart = exactlyApart(valueAt(left, sizes), valueAt(right, sizes), digits);
  return {
    inputs: Object.entries(sizes).map(([name, size]) => exactNumber(name, size)),
    entry: 1,
    left: { term: formatPolynomial(left), ...apart.left },
    relation,
    right: { term: formatPolynomial(right), ...apart.right },
    digits,
    gap: apart.gap,
  };
}
