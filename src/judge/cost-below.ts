import {
  coefficients,
  formatPolynomial,
  isZeroPolynomial,
  type Polynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { formatRationalFunction, quotient } from '#arithmetic/rational-function.ts';
import type { Cost } from '#claim/statement.ts';
import { type CountPolynomial, firstSizes, powerOf } from './count-polynomial.ts';
import { signFromOne } from './count-sign.ts';
import { sizeWitness } from './size-witness.ts';
import type { Budget, Obligation, Region, Verdict } from './verdict.ts';

type Below = Extract<Cost['is'], { readonly says: 'below' }>;

/**
 * Decides whether one count is below another at all sizes, and in which range of one size it is.
 *
 * The range is located when the difference is a power of that size times a factor linear and increasing in it.
 */
export function decideBelow(
  sizes: readonly string[],
  count: CountPolynomial,
  other: CountPolynomial,
  { size, strict }: Below,
  budget: Budget,
): Verdict {
  const difference = polynomials.sub(other.polynomial, count.polynomial);
  const holds = signFromOne('the larger count less the smaller one', difference, strict);
  if (holds !== undefined) {
    const argument = `The difference ${formatPolynomial(difference)} has no negative coefficient once every size is 1 + w, w >= 0.`;
    const obligations = [count.evidence, other.evidence, holds];
    return { verdict: 'proved', proof: { method: 'operation counts', argument, obligations } };
  }
  const fails = firstSizes(sizes, difference, (sign) => (strict ? sign <= 0 : sign < 0));
  if (fails === undefined) {
    const tried = [`signs of coefficients of ${formatPolynomial(difference)}`, 'search at small sizes'];
    return { verdict: 'undecided', tried };
  }
  const relation = strict ? '<' : '<=';
  const witness = sizeWitness(fails, count.polynomial, relation, other.polynomial, budget.digits);
  const region = locate(difference, size, strict, [count.evidence, other.evidence]);
  return region === undefined ? { verdict: 'refuted', witness } : { verdict: 'conditional', region, witness };
}

/** The region size > -c0/c1 (>= unless strict) of a difference size^m (c1 size + c0), c1 > 0. */
function locate(
  difference: Polynomial,
  size: string,
  strict: boolean,
  evidence: readonly Obligation[],
): Region | undefined {
  const powers = coefficients(difference, size);
  const lowest = powers.findIndex((c) => !isZeroPolynomial(c));
  const [c0, c1, ...higher] = powers.slice(lowest);
  if (c1 === undefined || higher.length > 0) return undefined;
  const slope = formatPolynomial(c1);
  const rising = signFromOne(`the coefficient of ${size} is positive`, c1, true);
  if (rising === undefined) return undefined;
  const common = formatPolynomial(powerOf(size, lowest));
  const bound = formatRationalFunction(quotient(polynomials.neg(c0!), c1));
  const factored: Obligation = {
    kind: 'identity',
    says: 'the difference of the counts, factored',
    left: formatPolynomial(difference),
    right: `${common}*(${slope})*(${size} - (${bound}))`,
  };
  const factors = `The difference is ${factored.right}`;
  const obligations = [factored, rising];
  return {
    condition: `${size} ${strict ? '>' : '>='} ${bound}`,
    inside: {
      method: 'operation counts',
      argument: `${factors}; the first two factors are positive, and there the third is ${strict ? 'too' : 'not negative'}.`,
      obligations: [...evidence, ...obligations],
    },
    outside: {
      method: 'operation counts',
      argument: `${factors}; the first two factors are positive, and elsewhere the third is ${strict ? 'not' : 'negative'}.`,
      obligations,
    },
  };
}
