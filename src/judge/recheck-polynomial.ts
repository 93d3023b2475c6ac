import { type Fraction, fraction, plus, times } from './recheck-number.ts';
import type { Formula } from './recheck-term.ts';

/** A polynomial multiplied out: non-zero coefficients by monomial, the constant's monomial being the empty text. */
export type Expanded = ReadonlyMap<string, Fraction>;

/**
 * A formula multiplied out.
 *
 * @param allowed names that may occur
 * @throws RangeError when the formula is not a polynomial in these names
 */
export function expanded(formula: Formula, allowed: ReadonlySet<string>): Expanded {
  const of = (part: Formula): Expanded => expanded(part, allowed);
  switch (formula.is) {
    case 'number':
      return gathered([['', formula.value]]);
    case 'name':
      if (allowed.has(formula.name)) return gathered([[formula.name, fraction(1n)]]);
      throw new RangeError(`polynomial: names must be among ${[...allowed].join(', ')}, got ${formula.name}`);
    case '+':
      return gathered([...of(formula.left), ...of(formula.right)]);
    case '-':
      return gathered([...of(formula.left), ...scaled(of(formula.right), fraction(-1n))]);
    case '*':
      return multiplied(of(formula.left), of(formula.right));
    case '/': {
      const divisor = of(formula.right);
      const constant = divisor.get('');
      if (constant === undefined || divisor.size > 1)
        throw new RangeError('polynomial: divisors must be numbers, got names');
      return scaled(of(formula.left), fraction(constant.under, constant.over));
    }
    case 'negative':
      return scaled(of(formula.of), fraction(-1n));
    case 'power':
      if (formula.exponent < 0)
        throw new RangeError(`polynomial: powers must not be negative, got ${formula.exponent}`);
      return raised(of(formula.base), formula.exponent);
    default:
      throw new RangeError(`polynomial: must be sums and products of names and numbers, got ${formula.is}`);
  }
}

/** The coefficients by degree of a polynomial in one name, its leading one last; empty for zero. */
export function byDegree(p: Expanded): readonly Fraction[] {
  const degrees = [...p.keys()].map(degreeOf);
  const list = Array.from({ length: Math.max(-1, ...degrees) + 1 }, () => fraction(0n));
  for (const [monomial, coefficient] of p) list[degreeOf(monomial)] = coefficient;
  return list;
}

/** A monomial is its names in order, each as often as it occurs, separated by blanks. */
function degreeOf(monomial: string): number {
  return monomial === '' ? 0 : monomial.split(' ').length;
}

function multiplied(a: Expanded, b: Expanded): Expanded {
  const products: [string, Fraction][] = [];
  for (const [left, c] of a) {
    for (const [right, d] of b) {
      const names = [...left.split(' '), ...right.split(' ')].filter((name) => name !== '');
      products.push([names.sort().join(' '), times(c, d)]);
    }
  }
  return gathered(products);
}

function raised(base: Expanded, exponent: number): Expanded {
  let power = gathered([['', fraction(1n)]]);
  for (let i = 0; i < exponent; i++) power = multiplied(power, base);
  return power;
}

function scaled(p: Expanded, by: Fraction): Expanded {
  return gathered([...p].map(([monomial, coefficient]) => [monomial, times(coefficient, by)]));
}

function gathered(entries: readonly (readonly [string, Fraction])[]): Expanded {
  const sums = new Map<string, Fraction>();
  for (const [monomial, coefficient] of entries) {
    const sum = plus(sums.get(monomial) ?? fraction(0n), coefficient);
    if (sum.over === 0n) sums.delete(monomial);
    else sums.set(monomial, sum);
  }
  return sums;
}
