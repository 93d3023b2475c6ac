import { monomial } from '#arithmetic/monomial.ts';
import {
  coefficients,
  collect,
  constant,
  degree as degreeIn,
  evaluate,
  formatPolynomial,
  indeterminates,
  orderedTerms,
  type Polynomial,
  polynomials,
  substitute,
} from '#arithmetic/polynomial.ts';
import { rationals } from '#arithmetic/rational.ts';
import { terms } from '#arithmetic/term.ts';
import type { Cost, Sizes } from '#claim/statement.ts';
import { type CountPolynomial, firstSizes, powerOf, valueAt } from './count-polynomial.ts';
import { signFromOne } from './count-sign.ts';
import { sizeWitness } from './size-witness.ts';
import type { Budget, Obligation, Proof, Verdict } from './verdict.ts';

type Order = Extract<Cost['is'], { readonly says: 'order' }>;

/**
 * Decides whether a count is at most a constant times a power of one size: a matter of the monomials it is made of.
 *
 * The constant may depend on the other sizes unless the order is uniform, and then no monomial may carry them.
 */
export function decideOrder(
  sizes: readonly string[],
  count: CountPolynomial,
  { size, degree, uniform }: Order,
  budget: Budget,
): Verdict {
  const tooHigh = degreeIn(count.polynomial, size) > degree;
  const others = indeterminates(count.polynomial).filter((name) => name !== size);
  const growing = tooHigh ? size : uniform ? others[0] : undefined;
  if (growing === undefined) return { verdict: 'proved', proof: bounded(count, size, degree) };
  return unbounded(sizes, count, { size, degree, growing }, budget);
}

/** With C the sum of the coefficients' magnitudes by power of the other sizes, C size^degree - count is not negative. */
function bounded({ polynomial, evidence }: CountPolynomial, size: string, degree: number): Proof {
  const entries = orderedTerms(polynomial).map(({ coefficient, monomial: m }) => ({
    coefficient: coefficient.num < 0n ? rationals.neg(coefficient) : coefficient,
    monomial: monomial(m.powers.filter(([name]) => name !== size)),
  }));
  const factor = collect(entries);
  const rest = polynomials.sub(polynomials.mul(factor, powerOf(size, degree)), polynomial);
  // size^degree - size^i with i <= degree has no negative coefficient in w, size = 1 + w: the certificate always exists.
  const sign = signFromOne(`C ${size}^${degree} less the count is not negative`, rest, false)!;
  return {
    method: 'degrees',
    argument:
      `The count is ${formatPolynomial(polynomial)}, of degree ${degreeIn(polynomial, size)} in ${size}; ` +
      `C = ${formatPolynomial(factor)} serves at all sizes.`,
    obligations: [evidence, sign],
  };
}

interface Growth {
  readonly size: string;
  readonly degree: number;
  /** The size that outgrows every constant, the others being fixed. */
  readonly growing: string;
}

function unbounded(
  sizes: readonly string[],
  { polynomial, evidence }: CountPolynomial,
  growth: Growth,
  budget: Budget,
): Verdict {
  const { size, degree, growing } = growth;
  const leading = coefficients(polynomial, growing).at(-1)!;
  const held = sizes.filter((name) => name !== growing);
  const fixed = firstSizes(held, leading, (sign) => sign > 0);
  if (fixed === undefined) {
    const tried = `a positive coefficient of the highest power of ${growing} in ${formatPolynomial(polynomial)}`;
    return { verdict: 'undecided', tried: [tried] };
  }
  const smallest = { ...fixed, [growing]: 1 };
  const factor = rationals.div(valueAt(polynomial, smallest), valueAt(powerOf(size, degree), smallest));
  const bound = polynomials.mul(constant(factor), powerOf(size, degree));
  const fails = firstAbove(sizes, fixed, growing, polynomials.sub(polynomial, bound));
  return {
    verdict: 'refuted',
    ...(fails && { witness: sizeWitness(fails, polynomial, '<=', bound, budget.digits) }),
    contrary: outgrows(polynomial, evidence, growth, fixed),
  };
}

/** Sizes tried for the constant of the smallest case to fail: it fails at 2 unless other terms outweigh the highest. */
const valuesTried = 1000;

function firstAbove(
  sizes: readonly string[],
  fixed: Sizes,
  growing: string,
  excess: Polynomial,
): Sizes | undefined {
  return Array.from({ length: valuesTried }, (_, i) =>
    Object.fromEntries(sizes.map((name) => [name, name === growing ? 2 + i : fixed[name]!])),
  ).find((at) => valueAt(excess, at).num > 0n);
}

function outgrows(
  polynomial: Polynomial,
  evidence: Obligation,
  { size, degree, growing }: Growth,
  fixed: Sizes,
): Proof {
  const restricted = substitute(polynomial, (name) =>
    name === growing ? undefined : polynomials.of(fixed[name]!),
  );
  const numerator = formatPolynomial(growing === size ? powerOf(size, degree) : polynomials.of(1));
  const denominator = formatPolynomial(restricted);
  const held = Object.entries(fixed).map(([name, value]) => `${name} = ${value}`);
  return {
    method: 'degrees',
    argument:
      `${['With', ...(held.length > 0 ? [held.join(', '), 'held and'] : [])].join(' ')} ${growing} growing, ` +
      `(${numerator})/(${denominator}) tends to 0 from above: for every C the count exceeds C ${size}^${degree} ` +
      `at all large enough ${growing}; the C that serves at ${growing} = 1 is only the first to fail.`,
    obligations: [
      evidence,
      {
        kind: 'identity',
        says: 'the count at the held sizes',
        left: evaluate(terms, polynomial, (name) => (name === growing ? name : `${fixed[name]!}`)),
        right: denominator,
      },
      {
        kind: 'limit',
        says: `the bound without its constant over the count, as ${growing} grows`,
        term: `(${numerator})/(${denominator})`,
        name: growing,
        limit: '0',
        numerator,
        denominator,
      },
    ],
  };
}
