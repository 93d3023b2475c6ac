/** A product of powers of indeterminates, e.g. x1^2 u; the empty product is 1. */
export interface Monomial {
  /** Equal exactly for equal monomials; names may contain any character, so each is preceded by its length. */
  readonly key: string;
  readonly degree: number;
  /** Names with their positive exponents, ordered by `compareNames`. */
  readonly powers: readonly (readonly [name: string, exponent: number])[];
}

/** The monomial without indeterminates. */
export const unit: Monomial = monomial([]);

/** A monomial from names in the order of `compareNames` and positive exponents. */
export function monomial(powers: readonly (readonly [string, number])[]): Monomial {
  let key = '';
  let degree = 0;
  for (const [name, exponent] of powers) {
    key += `${name.length}:${name}^${exponent};`;
    degree += exponent;
  }
  return { key, degree, powers };
}

/** The product of two monomials. */
export function times(a: Monomial, b: Monomial): Monomial {
  if (a.degree === 0) return b;
  if (b.degree === 0) return a;
  const powers: (readonly [string, number])[] = [];
  let j = 0;
  for (const power of a.powers) {
    while (j < b.powers.length && compareNames(b.powers[j]![0], power[0]) < 0) powers.push(b.powers[j++]!);
    if (j < b.powers.length && b.powers[j]![0] === power[0]) {
      powers.push([power[0], power[1] + b.powers[j++]![1]]);
    } else {
      powers.push(power);
    }
  }
  while (j < b.powers.length) powers.push(b.powers[j++]!);
  return monomial(powers);
}

/** The quotient of two monomials, or undefined when b does not divide a. */
export function over(a: Monomial, b: Monomial): Monomial | undefined {
  const powers: (readonly [string, number])[] = [];
  let j = 0;
  for (const power of a.powers) {
    const [name, exponent] = power;
    const taken = j < b.powers.length && b.powers[j]![0] === name ? b.powers[j++]![1] : 0;
    if (taken > exponent) return undefined;
    if (taken < exponent) powers.push([name, exponent - taken]);
  }
  return j === b.powers.length ? monomial(powers) : undefined;
}

/** The exponent of one indeterminate; 0 when it does not occur. */
export function exponentOf(m: Monomial, name: string): number {
  return m.powers.find(([other]) => other === name)?.[1] ?? 0;
}

/** Graded lexicographic order: negative when a comes before b, that is when a is the larger monomial. */
export function compareMonomials(a: Monomial, b: Monomial): number {
  if (a.degree !== b.degree) return b.degree - a.degree;
  for (let i = 0; i < a.powers.length && i < b.powers.length; i++) {
    const [name, exponent] = a.powers[i]!;
    const [otherName, otherExponent] = b.powers[i]!;
    if (name !== otherName) return compareNames(name, otherName);
    if (exponent !== otherExponent) return otherExponent - exponent;
  }
  // Of equal degree and one a prefix of the other: the same monomial.
  return 0;
}

/** A total order of names in which x2 comes before x10: runs of digits by length first, all else by code unit. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.split(/(\d+)/);
  const right = b.split(/(\d+)/);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const l = left[i]!;
    const r = right[i]!;
    // The runs of digits are the odd entries of the split.
    if (i % 2 === 1 && l.length !== r.length) return l.length - r.length;
    if (l !== r) return l < r ? -1 : 1;
  }
  return left.length - right.length;
}
