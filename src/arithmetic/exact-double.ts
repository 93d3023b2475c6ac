import { rest, twoProduct } from './double-double.ts';
import type { Analytic } from './ring.ts';

/**
 * Doubles as long as every result is exact: what is not is NaN, and so is all that depends on it.
 *
 * Factors and quotients beyond those of double-double.ts may be NaN although they are exact; a result that is a number
 * is the exact one. `exp` and `sqrt` are numbers only where that is seen at once.
 */
export const exactDoubles: Analytic<number> = {
  of: (value) => value,
  add: exactSum,
  sub: (a, b) => exactSum(a, -b),
  mul: exactProduct,
  neg: (a) => -a,
  div: (a, b) => (exactProduct(a / b, b) === a ? a / b : Number.NaN),
  exp: (a) => (a === 0 ? 1 : Number.NaN),
  sqrt: (a) => (exactProduct(Math.sqrt(a), Math.sqrt(a)) === a ? Math.sqrt(a) : Number.NaN),
};

function exactSum(a: number, b: number): number {
  const sum = a + b;
  const part = sum - a;
  return part === b && sum - part === a ? sum : Number.NaN;
}

function exactProduct(a: number, b: number): number {
  const product = a * b;
  const size = Math.abs(product);
  if (
    Number.isNaN(product) ||
    (size <= Number.MAX_SAFE_INTEGER && Number.isInteger(a) && Number.isInteger(b)) ||
    a === 0 ||
    b === 0
  )
    return product;
  // Beyond these the remainder may be no double, or the factors may have no halves.
  if (!(size > 2 ** -900 && size < 2 ** 900 && Math.max(Math.abs(a), Math.abs(b)) < 2 ** 900))
    return Number.NaN;
  twoProduct(a, b);
  return rest() === 0 ? product : Number.NaN;
}
