import { formatPolynomial, indeterminate, type Polynomial, polynomials } from '#arithmetic/polynomial.ts';
import type { Cost, SizeFormula } from '#claim/statement.ts';
import { decideBelow } from './cost-below.ts';
import { decideOrder } from './cost-order.ts';
import { type CountPolynomial, firstSizes, recoverCount } from './count-polynomial.ts';
import { signFromOne } from './count-sign.ts';
import { sizeWitness } from './size-witness.ts';
import type { Budget, Obligation, Verdict, Witness } from './verdict.ts';

/**
 * Decides a statement about operation counts, on the exact polynomials in the sizes that the counts are.
 *
 * @returns undecided when the counts follow no polynomial of degree up to 6, when the coefficients do not show a
 *   sign that no small sizes contradict, or when the budget has ended
 */
export function decideCost(statement: Cost, budget: Budget): Verdict {
  const { sizes, counts, measure, is } = statement;
  const expired = budget.expired ?? never;
  const count = recoverCount(sizes, counts, measure, expired);
  if (count === undefined) return notRecovered(counts);
  switch (is.says) {
    case 'equals':
      return decideEquals(sizes, count, inSizes(is.formula, sizes), budget);
    case 'at-least':
      return decideAtLeast(sizes, count, is.factor ?? 1, inSizes(is.formula, sizes), budget);
    case 'order':
      return decideOrder(sizes, count, is, budget);
    case 'below': {
      const other = recoverCount(sizes, is.counts, is.measure, expired);
      return other === undefined ? notRecovered(is.counts) : decideBelow(sizes, count, other, is, budget);
    }
  }
}

const never = (): boolean => false;

function notRecovered(counts: string): Verdict {
  const tried = `${counts}: no polynomial of degree up to 6 in the sizes predicts the counts within the budget`;
  return { verdict: 'undecided', tried: [tried] };
}

function inSizes(formula: SizeFormula, sizes: readonly string[]): Polynomial {
  return formula(polynomials, Object.fromEntries(sizes.map((name) => [name, indeterminate(name)])));
}

function decideEquals(
  sizes: readonly string[],
  { polynomial, evidence }: CountPolynomial,
  formula: Polynomial,
  budget: Budget,
): Verdict {
  const difference = polynomials.sub(polynomial, formula);
  const differs = firstSizes(sizes, difference, (sign) => sign !== 0);
  if (differs !== undefined) {
    const witness = sizeWitness(differs, polynomial, '=', formula, budget.digits);
    return { verdict: 'refuted', witness: everywhere(witness, sizes, difference, evidence) };
  }
  const [left, right] = [formatPolynomial(polynomial), formatPolynomial(formula)];
  const identity: Obligation = { kind: 'identity', says: 'the count is the formula', left, right };
  return {
    verdict: 'proved',
    proof: {
      method: 'operation counts',
      argument: `The count is the polynomial ${left}, and so is the formula.`,
      obligations: [evidence, identity],
    },
  };
}

/** The witness, with the proof that all sizes are witnesses where the difference has one sign. */
function everywhere(
  witness: Witness,
  sizes: readonly string[],
  difference: Polynomial,
  evidence: Obligation,
): Witness {
  const signs = [
    signFromOne('the count less the formula is positive', difference, true),
    signFromOne('the formula less the count is positive', polynomials.neg(difference), true),
  ];
  const found = signs.find((sign) => sign !== undefined);
  if (found === undefined) return witness;
  const says = `at all sizes ${sizes.join(', ')} >= 1`;
  const argument = `The difference of the two polynomials has one sign and is not zero ${says}.`;
  return {
    ...witness,
    extent: {
      says: `fails ${says}`,
      proof: { method: 'operation counts', argument, obligations: [evidence, found] },
    },
  };
}

function decideAtLeast(
  sizes: readonly string[],
  { polynomial, evidence }: CountPolynomial,
  factor: number,
  formula: Polynomial,
  budget: Budget,
): Verdict {
  const left = polynomials.mul(polynomials.of(factor), polynomial);
  const difference = polynomials.sub(left, formula);
  const sign = signFromOne(
    'the count (times its factor) less the formula is not negative',
    difference,
    false,
  );
  if (sign !== undefined) {
    const argument = `${formatPolynomial(left)} >= ${formatPolynomial(formula)}: with every size 1 + w, w >= 0, all coefficients of the difference are >= 0.`;
    return {
      verdict: 'proved',
      proof: { method: 'operation counts', argument, obligations: [evidence, sign] },
    };
  }
  const fails = firstSizes(sizes, difference, (at) => at < 0);
  if (fails === undefined) return signNotSeen(difference);
  return { verdict: 'refuted', witness: sizeWitness(fails, left, '>=', formula, budget.digits) };
}

function signNotSeen(p: Polynomial): Verdict {
  return {
    verdict: 'undecided',
    tried: [`signs of coefficients of ${formatPolynomial(p)}`, 'search: no counterexample at small sizes'],
  };
}
