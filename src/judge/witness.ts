import { type Enclosure, type Enclosures, enclosures } from '#arithmetic/enclosure.ts';
import { fractionsOnly } from '#arithmetic/exact-analytic.ts';
import { hexFloat } from '#arithmetic/hex-float.ts';
import { type Rational, rationals } from '#arithmetic/rational.ts';
import { tidyName, tidyTerms } from '#arithmetic/tidy-term.ts';
import type { ForAllCases } from '#claim/statement.ts';
import { type Case, lift, numbersOf } from '#domain/case.ts';
import { readOut, sidesAt } from './cases.ts';
import { allows } from './compare.ts';
import type { ExactNumber, Witness } from './verdict.ts';

/** Digits to which the gap is shown; it is rounded down. */
const GAP_DIGITS = 6;

/** Two values, and how far they are apart at least; "0" only when both are the same exact number. */
export interface Apart {
  readonly left: { readonly lo: string; readonly hi: string };
  readonly right: { readonly lo: string; readonly hi: string };
  readonly gap: string;
}

/** A double under its name, exactly. */
export function exactNumber(name: string, value: number): ExactNumber {
  return { name, decimal: `${value}`, hex: hexFloat(value) };
}

/**
 * The witness that a statement fails at a case, with both sides enclosed at `digits` digits, or twice as many and so on
 * up to `mostDigits` until they are disjoint.
 *
 * @returns undefined when they are not: what was found is then no evidence for a third party
 */
export function certify(
  statement: ForAllCases,
  c: Case,
  entry: number,
  digits: number,
  mostDigits: number,
): Witness | undefined {
  for (let used = digits; used <= mostDigits; used *= 2) {
    const apart = valuesAt(statement, c, entry, used);
    if (apart === undefined) continue;
    const { left, right, gap } = apart;
    const terms = termsAt(statement, c, entry);
    return {
      inputs: [...numbersOf(c)].map(([name, value]) => exactNumber(name, value)),
      entry,
      left: { term: terms.left, ...left },
      relation: statement.relation,
      right: { term: terms.right, ...right },
      digits: used,
      gap,
    };
  }
  return undefined;
}

/** Both values of an exact case as decimals of so many digits, rounded outward. */
export function exactlyApart(left: Rational, right: Rational, digits: number): Apart {
  const a = enclosures(digits);
  const difference = rationals.sub(left, right);
  const distance = difference.num < 0n ? rationals.neg(difference) : difference;
  return {
    left: bounds(a.fromRational(left)),
    right: bounds(a.fromRational(right)),
    gap: bounds(enclosures(GAP_DIGITS).fromRational(distance)).lo,
  };
}

function valuesAt(statement: ForAllCases, c: Case, entry: number, digits: number): Apart | undefined {
  const exact = fractionsOnly((a) => {
    const { left, right } = sidesAt(statement, a, lift(c, a.of));
    return {
      left: readOut(statement, a, left[entry - 1]!),
      right: readOut(statement, a, right[entry - 1]!),
    };
  });
  if (exact) return exactlyApart(exact.left, exact.right, digits);
  const a = enclosures(digits);
  try {
    const { left, right } = sidesAt(statement, a, lift(c, a.of));
    return enclosedApart(statement, a, left[entry - 1]!, right[entry - 1]!);
  } catch (error) {
    // A divisor that may be zero at this precision.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function enclosedApart(
  statement: ForAllCases,
  a: Enclosures,
  leftEntry: Enclosure,
  rightEntry: Enclosure,
): Apart | undefined {
  const left = readOut(statement, a, leftEntry);
  const right = readOut(statement, a, rightEntry);
  const order = a.compare(left, right);
  if (allows(statement.relation, order) !== 'fails') return undefined;
  const coarse = enclosures(GAP_DIGITS);
  const gap = order === 'less' ? coarse.sub(right, left) : coarse.sub(left, right);
  return { left: bounds(left), right: bounds(right), gap: bounds(gap).lo };
}

function termsAt(
  statement: ForAllCases,
  c: Case,
  entry: number,
): { readonly left: string; readonly right: string } {
  const a = tidyTerms(true);
  const { left, right } = sidesAt(
    statement,
    a,
    lift(c, (_value, name) => tidyName(name)),
  );
  return {
    left: readOut(statement, a, left[entry - 1]!).text,
    right: readOut(statement, a, right[entry - 1]!).text,
  };
}

function bounds({ lo, hi }: Enclosure): { readonly lo: string; readonly hi: string } {
  return { lo: lo.toString(), hi: hi.toString() };
}
