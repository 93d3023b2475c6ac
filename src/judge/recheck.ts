import {
  asFraction,
  type Exact,
  exact,
  type Fraction,
  fraction,
  isZero,
  plus,
  shownFraction,
  subtract,
  times,
  undefinedHere,
} from './recheck-number.ts';
import { type Draw, drawing, drawPoint, positive, rootNamed } from './recheck-point.ts';
import { byDegree, type Expanded, expanded } from './recheck-polynomial.ts';
import { type Formula, readFormula } from './recheck-term.ts';
import { namesIn, type Point, valueAt } from './recheck-value.ts';
import type { Obligation, Proof } from './verdict.ts';

type Of<K extends Obligation['kind']> = Extract<Obligation, { readonly kind: K }>;

/** Points at which every identity is evaluated. */
const POINTS = 4;

/** Points drawn before it is said that a formula has no value anywhere. */
const MOST_DRAWS = 100;

/**
 * Checks a proof a second time: its printed formulas, read again, have the values they must have at random points.
 *
 * Nothing here is shared with the provers, nor with their arithmetic. Values are exact: a true obligation always
 * passes. Two different fractions of polynomials of degree d agree at a point with probability at most d / 2^30, or
 * d / 60 where a root of a formula occurs: a false one passes all four points with the fourth power of that.
 *
 * Names are independent real numbers, except `sqrt2`, `sqrt3`, ..., which are the roots they say.
 *
 * @param seed of the points; the same seed gives the same points
 * @returns what disagrees, one line each; empty when everything agrees
 */
export function recheck(proof: Proof, seed = 1): readonly string[] {
  return proof.obligations.flatMap((obligation, i) => {
    const draw = drawing(seed * 7919 + i);
    const where = `obligation ${i + 1} (${obligation.says})`;
    try {
      return faultsOf(obligation, draw).map((fault) => `${where}: ${fault}`);
    } catch (error) {
      return [`${where}: ${(error as Error).message}`];
    }
  });
}

function faultsOf(obligation: Obligation, draw: Draw): readonly string[] {
  switch (obligation.kind) {
    case 'identity':
      return identityFaults(obligation, draw);
    case 'sign':
      return signFaults(obligation, draw);
    case 'limit':
      return limitFaults(obligation, draw);
    case 'counts':
      return countFaults(obligation);
  }
}

function identityFaults({ left, right }: Of<'identity'>, draw: Draw): readonly string[] {
  const sides = [readFormula(left), readFormula(right)] as const;
  const names = namesIn(sides);
  const both = [...names.numbers].filter((name) => names.vectors.has(name));
  if (both.length > 0) return [`names must be of numbers or of vectors, got both for ${both.join(', ')}`];
  return differences(sides, () => drawPoint(names, draw));
}

function signFaults(
  { term, strict, above, least, numerator, denominator }: Of<'sign'>,
  draw: Draw,
): readonly string[] {
  const leastOf = new Map(Object.entries(least).map(([name, text]) => [name, constant(text)]));
  const offsets = new Set([...leastOf.keys()].map((name) => `w_${name}`));
  const [formula, over, under] = [term, numerator, denominator].map(readFormula) as [
    Formula,
    Formula,
    Formula,
  ];
  const faults = [...coefficientFaults(over, under, offsets, strict, above)];
  const tooHigh = [...leastOf].find(([name, low]) => rootNamed(name) !== undefined && low.over > 0n);
  if (tooHigh !== undefined)
    faults.push(`least value of ${tooHigh[0]} must be at most 0, got ${shownFraction(tooHigh[1])}`);
  const names = namesIn([formula]);
  const shiftedPoint = (): Point => {
    const numbers = new Map<string, Exact>();
    for (const [name, low] of leastOf) {
      const offset = rootNamed(name) ?? exact(plus(low, positive(draw, names.roots)));
      numbers.set(name, offset).set(`w_${name}`, subtract(offset, exact(low)));
    }
    return { numbers, vectors: new Map(), width: 0 };
  };
  const printed: Formula = { is: '/', left: over, right: under };
  return [...faults, ...differences([formula, printed], shiftedPoint)];
}

function coefficientFaults(
  over: Formula,
  under: Formula,
  offsets: ReadonlySet<string>,
  strict: boolean,
  above: boolean,
): readonly string[] {
  const [numerator, denominator] = [expanded(over, offsets), expanded(under, offsets)];
  const faults: string[] = [];
  for (const [what, p] of [
    ['numerator', numerator],
    ['denominator', denominator],
  ] as const) {
    const negative = [...p].find(([, coefficient]) => coefficient.over < 0n);
    if (negative !== undefined) {
      faults.push(
        `${what} must have no negative coefficient, got ${shownFraction(negative[1])} ${negative[0]}`,
      );
    }
  }
  if (!denominator.has('')) faults.push('denominator must have a constant term, got none');
  // Where all offsets are positive a polynomial without negative coefficients is positive unless it is zero.
  const enough = above ? numerator.size > 0 : numerator.has('');
  if (strict && !enough)
    faults.push(`numerator must ${above ? 'not be zero' : 'have a constant term'}, got ${shown(numerator)}`);
  return faults;
}

function limitFaults(
  { term, name, limit, numerator, denominator }: Of<'limit'>,
  draw: Draw,
): readonly string[] {
  const [formula, over, under] = [term, numerator, denominator].map(readFormula) as [
    Formula,
    Formula,
    Formula,
  ];
  const allowed = new Set([name]);
  const above = byDegree(expanded(over, allowed));
  const below = byDegree(expanded(under, allowed));
  const leading = below.at(-1);
  if (leading === undefined) return ['denominator must not be zero, got 0'];
  const faults: string[] = [];
  if (above.length > below.length) {
    faults.push(`degree must be at most ${below.length - 1}, got ${above.length - 1}`);
  } else {
    const top = above.length === below.length ? above.at(-1)! : fraction(0n);
    const found = times(top, fraction(leading.under, leading.over));
    const claimed = constant(limit);
    if (shownFraction(found) !== shownFraction(claimed)) {
      faults.push(`limit must be ${shownFraction(found)}, got ${shownFraction(claimed)}`);
    }
  }
  const names = namesIn([formula]);
  const point = (): Point => drawPoint({ ...names, numbers: allowed }, draw);
  return [...faults, ...differences([formula, { is: '/', left: over, right: under }], point)];
}

function countFaults({ polynomial, fitted, checked }: Of<'counts'>): readonly string[] {
  const formula = readFormula(polynomial);
  const faults = [...fitted, ...checked].flatMap(({ sizes, count }) => {
    const numbers = new Map(
      Object.entries(sizes).map(([name, size]) => [name, exact(fraction(BigInt(size)))]),
    );
    const value = valueAt(formula, { numbers, vectors: new Map(), width: 0 });
    const difference = subtract(value, exact(fraction(BigInt(count))));
    return isZero(difference)
      ? []
      : [`polynomial must be ${count} at ${keyOf(sizes)}, got ${shownExact(value)}`];
  });
  const known = new Set(fitted.map(({ sizes }) => keyOf(sizes)));
  const shared = checked.filter(({ sizes }) => known.has(keyOf(sizes)));
  if (checked.length === 0) faults.push('sizes not used for the fit must be checked, got none');
  return [...faults, ...shared.map(({ sizes }) => `sizes checked must not be fitted, got ${keyOf(sizes)}`)];
}

/** Where two formulas differ at some of the points, or cannot be compared; points without a value are drawn again. */
function differences([left, right]: readonly [Formula, Formula], drawn: () => Point): readonly string[] {
  let compared = 0;
  for (let i = 0; i < MOST_DRAWS; i++) {
    const point = drawn();
    const difference = definedAt(() => subtract(valueAt(left, point), valueAt(right, point)));
    if (difference === undefined) continue;
    if (!isZero(difference))
      return [`sides must be equal, got a difference of ${shownExact(difference)} at ${shownPoint(point)}`];
    compared++;
    if (compared === POINTS) return [];
  }
  return [`sides must have values at random points, got ${compared} in ${MOST_DRAWS}`];
}

function definedAt<T>(evaluate: () => T): T | undefined {
  try {
    return evaluate();
  } catch (error) {
    if (error === undefinedHere) return undefined;
    throw error;
  }
}

function constant(text: string): Fraction {
  const value = asFraction(valueAt(readFormula(text), { numbers: new Map(), vectors: new Map(), width: 0 }));
  if (value === undefined) throw new RangeError(`constant: must be a fraction, got ${text}`);
  return value;
}

function keyOf(sizes: Readonly<Record<string, number>>): string {
  return Object.keys(sizes)
    .sort()
    .map((name) => `${name} = ${sizes[name]!}`)
    .join(', ');
}

function shown(p: Expanded): string {
  return p.size === 0 ? '0' : [...p].map(([monomial, c]) => `${shownFraction(c)} ${monomial}`).join(' + ');
}

function shownExact(value: Exact): string {
  const plain = asFraction(value);
  return plain === undefined ? 'an irrational number' : shownFraction(plain);
}

function shownPoint({ numbers, vectors, width }: Point): string {
  const values = [...numbers].map(([name, value]) => `${name} = ${shownExact(value)}`);
  return [...values, ...(vectors.size > 0 ? [`vectors of width ${width}`] : [])].join(', ');
}
