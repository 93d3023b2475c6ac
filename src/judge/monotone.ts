import { beta, u } from '#arithmetic/exponential.ts';
import { indeterminate } from '#arithmetic/polynomial.ts';
import {
  asRationalFunction,
  evaluate,
  type RationalFunction,
  rationalFunctions,
} from '#arithmetic/rational-function.ts';
import { type Entry, formulas } from './beta-entry.ts';
import { certifySign } from './sign-certificate.ts';
import type { Obligation } from './verdict.ts';

/** What is added to u and to beta to compare an entry at two values of beta. */
const increased: Readonly<Record<string, RationalFunction>> = {
  u: rationalFunctions.add(u, asRationalFunction(indeterminate('t'))),
  beta: rationalFunctions.add(beta, asRationalFunction(indeterminate('s'))),
};

/**
 * Evidence that an entry strictly increases (decreases) with beta > 0.
 *
 * A larger beta has a larger u, so it is enough that the entry increases when u grows by t > 0 and beta by s > 0: the
 * difference is a fraction without a negative coefficient. No derivative is needed, and none need be trusted.
 *
 * @returns undefined when no evidence was found
 */
export function certifyMonotone(
  entry: Entry,
  direction: 'increasing' | 'decreasing',
  says: string,
): Obligation | undefined {
  if (entry.rooted) return undefined;
  const laterText = entry.term.text.replace(/\bu\b/g, '(u + t)').replace(/\bbeta\b/g, '(beta + s)');
  const laterTerm = { ...entry.term, text: laterText };
  const later = evaluate(rationalFunctions, entry.value, (name) => increased[name]!);
  const difference = rationalFunctions.sub(later, entry.value);
  const rises = direction === 'increasing';
  return certifySign({
    says,
    term: (rises ? formulas.sub(laterTerm, entry.term) : formulas.sub(entry.term, laterTerm)).text,
    value: rises ? difference : rationalFunctions.neg(difference),
    strict: true,
    above: true,
  });
}
