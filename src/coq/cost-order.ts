import { monomial } from '#arithmetic/monomial.ts';
import {
  collect,
  degree as degreeIn,
  formatPolynomial,
  indeterminates,
  orderedTerms,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { rationals } from '#arithmetic/rational.ts';
import type { Cost } from '#claim/statement.ts';
import { powerOf } from '#judge/count-polynomial.ts';
import { byDifference, type Counted, certified, forAll, introduced, quantified } from './cost-text.ts';
import type { Theorem } from './theorem.ts';

type Order = Extract<Cost['is'], { readonly says: 'order' }>;

/** One C for all sizes, or for all values of the one that varies; or for every C sizes at which it is too small. */
export function order(
  { sizes, text, count: { polynomial } }: Counted,
  { size, degree, uniform }: Order,
): readonly Theorem[] | undefined {
  const held = sizes.filter((name) => name !== size);
  const bound = degree === 0 ? 'C' : `C * ${size}${degree === 1 ? '' : ` ^ ${degree}`}`;
  const says = (relation: string): string =>
    uniform
      ? `exists C : Z, ${forAll(sizes, `${text} ${relation}`)}`
      : `${quantified(held)}exists C : Z, ${forAll([size], `${text} ${relation}`)}`;
  const growing =
    degreeIn(polynomial, size) > degree
      ? size
      : uniform
        ? held.find((name) => indeterminates(polynomial).includes(name))
        : undefined;
  if (growing !== undefined)
    return [outgrows(sizes, held, growing, says(`<= ${bound}`), says(`<= ${text}`), uniform)];
  const factor = collect(
    orderedTerms(polynomial).map(({ coefficient, monomial: m }) => ({
      coefficient: coefficient.num < 0n ? rationals.neg(coefficient) : coefficient,
      monomial: monomial(m.powers.filter(([name]) => name !== size)),
    })),
  );
  const rest = polynomials.sub(polynomials.mul(factor, powerOf(size, degree)), polynomial);
  // size^degree - size^i with i <= degree has no negative coefficient in w, size = 1 + w: there always is one.
  const certificate = certified(rest, false)!;
  return [
    {
      says: 'There is such a constant.',
      name: 'order',
      definitions: [],
      statement: says(`<= ${bound}`),
      proof: `${introduced(uniform ? [] : held)}exists (${formatPolynomial(factor)})%Z; ${byDifference(uniform ? sizes : [size], '<=', certificate, sizes)}`,
      altered: says(`+ ${size} ^ ${degree + 1} <= ${bound}`),
    },
  ];
}

/** Whatever C is, the count is more at sizes of 1 but for the one that outgrows it. */
function outgrows(
  sizes: readonly string[],
  held: readonly string[],
  growing: string,
  says: string,
  altered: string,
  uniform: boolean,
): Theorem {
  const large = '(Z.to_nat (Z.abs C + 1))';
  const values = (uniform ? sizes : [growing]).map((name) => (name === growing ? large : '1%nat'));
  const given =
    uniform || held.length === 0
      ? 'H'
      : `(H ${held.map(() => '1%nat').join(' ')} ${held.map(() => '(le_n 1)').join(' ')})`;
  return {
    says: 'There is no such constant.',
    name: 'outgrows',
    definitions: [],
    statement: `~ (${says})`,
    proof:
      `intros H; destruct ${given} as [C B];\nspecialize (B ${values.join(' ')} ${values.map(() => 'ltac:(lia)').join(' ')});\n` +
      'revert B; count; rewrite ?Z2Nat.id by lia; nia',
    altered: `~ (${altered})`,
  };
}
