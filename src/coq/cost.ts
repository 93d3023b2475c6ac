import {
  coefficients,
  formatPolynomial,
  indeterminate,
  orderedTerms,
  type Polynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import type { Cost, SizeFormula } from '#claim/statement.ts';
import { firstSizes, recoverCount } from '#judge/count-polynomial.ts';
import type { Obligation } from '#judge/verdict.ts';
import { order } from './cost-order.ts';
import { type Counted, certified, compared, failsAt, forAll, introduced, written } from './cost-text.ts';
import { loops, loopsOf } from './loops.ts';
import type { Certified, Theorem } from './theorem.ts';

/** A statement about operation counts: the loops against the tallies, and the statement for the loops at all sizes. */
export function certifyCost({ sizes, counts, measure, is }: Cost): Certified {
  const counted = countedBy(sizes, counts, measure);
  const other = is.says === 'below' ? countedBy(sizes, is.counts, is.measure) : counted;
  if (counted === undefined || other === undefined)
    return { inexpressible: `no loops are written for ${counts}` };
  const tallied = [...new Map([counted, other].map((c) => [c.text, c])).values()].map(tallies);
  const stated = statedBy(counted, other, is);
  return stated === undefined
    ? { inexpressible: 'no certificate of sign' }
    : { theorems: [...tallied, ...stated] };
}

function countedBy(sizes: readonly string[], counts: string, measure: Cost['measure']): Counted | undefined {
  const text = loopsOf(counts);
  const count = recoverCount(sizes, counts, measure, () => false);
  return text === undefined || count === undefined ? undefined : { sizes, text, count };
}

function statedBy(counted: Counted, other: Counted, is: Cost['is']): readonly Theorem[] | undefined {
  switch (is.says) {
    case 'equals':
      return equals(counted, is.formula);
    case 'at-least':
      return atLeast(counted, is.formula, is.factor ?? 1);
    case 'order':
      return order(counted, is);
    case 'below':
      return below(counted, other, is);
  }
}

/** At the sizes that the polynomial was fitted to and checked on, the loops do what was tallied. */
function tallies({ sizes, text, count }: Counted, i: number): Theorem {
  const { evidence } = count as { evidence: Extract<Obligation, { kind: 'counts' }> };
  const rows = [...evidence.fitted, ...evidence.checked];
  const at = rows.map((row) => sizes.map((name) => `${row.sizes[name]!}`));
  const says = (counts: readonly number[]): string =>
    `map (fun '(${sizes.join(', ')}) => (${text})%Z) [${at.map((values) => tuple(values)).join('; ')}]%nat =\n` +
    `  [${counts.join('; ')}]%Z`;
  const [first, ...rest] = rows.map((row) => row.count) as [number, ...number[]];
  return {
    says: 'The loops do what was tallied while the reference ran, at all sizes that were looked at.',
    name: `tallies_${i + 1}`,
    definitions: [loops],
    statement: typed(says([first, ...rest]), sizes),
    proof: 'vm_compute; reflexivity',
    altered: typed(says([first + 1, ...rest]), sizes),
  };
}

/** A pattern of one name is no tuple. */
function typed(says: string, sizes: readonly string[]): string {
  return sizes.length === 1 ? says.replace(`'(${sizes[0]!})`, `(${sizes[0]!} : nat)`) : says;
}

function tuple(values: readonly string[]): string {
  return values.length === 1 ? values[0]! : `(${values.join(', ')})`;
}

/** The count is the formula; or it is not at some sizes, and at none where the difference has one sign. */
function equals({ sizes, text, count }: Counted, formula: SizeFormula): readonly Theorem[] {
  const value = formula(polynomials, Object.fromEntries(sizes.map((name) => [name, indeterminate(name)])));
  const twice = polynomials.mul(polynomials.of(2), value);
  const isWhole = orderedTerms(value).every(({ coefficient }) => coefficient.den === 1n);
  const [left, right] = isWhole ? [text, written(formula, sizes)] : [`2 * ${text}`, formatPolynomial(twice)];
  const difference = polynomials.sub(count.polynomial, value);
  const differs = firstSizes(sizes, difference, (sign) => sign !== 0);
  if (differs !== undefined) {
    const apart: readonly ['<' | '>', Polynomial][] = [
      ['>', difference],
      ['<', polynomials.neg(difference)],
    ];
    const everywhere = apart.flatMap(([relation, p]) => {
      const certificate = certified(p, true);
      return certificate === undefined
        ? []
        : [compared('fails_everywhere', sizes, left, relation, right, certificate)];
    });
    return [...everywhere, failsAt(sizes, differs, `${left} = ${right}`, `${left} = ${left}`)];
  }
  return [
    {
      says: 'The count is the formula, at all sizes.',
      name: 'equals',
      definitions: [],
      statement: forAll(sizes, `${left} = ${right}`),
      proof: isWhole
        ? `intros; count; ring`
        : 'intros; unfold weights; erewrite each_rising; [ | intros i; count; instantiate (1 := 1%Z); instantiate (1 := 1%Z); ring ]; ring',
      altered: forAll(sizes, `${left} = 1 + (${right})`),
    },
  ];
}

function atLeast(
  { sizes, text, count }: Counted,
  formula: SizeFormula,
  factor: number,
): readonly Theorem[] | undefined {
  const value = formula(polynomials, Object.fromEntries(sizes.map((name) => [name, indeterminate(name)])));
  const difference = polynomials.sub(polynomials.mul(polynomials.of(factor), count.polynomial), value);
  const certificate = certified(difference, false);
  if (certificate === undefined) return undefined;
  const left = factor === 1 ? text : `${factor} * ${text}`;
  return [compared('at_least', sizes, left, '>=', written(formula, sizes), certificate)];
}

type Below = Extract<Cost['is'], { readonly says: 'below' }>;

/** One count below another at all sizes; or exactly from some size on, and so not at all sizes. */
function below(counted: Counted, other: Counted, { size, strict }: Below): readonly Theorem[] | undefined {
  const { sizes, text } = counted;
  const relation = strict ? '<' : '<=';
  const difference = polynomials.sub(other.count.polynomial, counted.count.polynomial);
  const certificate = certified(difference, strict);
  if (certificate !== undefined) return [compared('below', sizes, text, relation, other.text, certificate)];
  const differs = firstSizes(sizes, difference, (sign) => (strict ? sign <= 0 : sign < 0));
  const powers = coefficients(difference, size);
  const lowest = powers.findIndex((c) => orderedTerms(c).length > 0);
  const [c0, c1, ...higher] = powers.slice(lowest);
  if (differs === undefined || c1 === undefined || higher.length > 0) return undefined;
  const excess = `(${formatPolynomial(c1)}) * ${size} - (${formatPolynomial(polynomials.neg(c0!))})`;
  const factored = `${size} ^ ${lowest} * (${excess})`;
  const says = (sign: string): string =>
    forAll(sizes, `${text} ${relation} ${other.text} <-> 0 ${sign} ${excess}`);
  return [
    {
      says: 'It holds exactly in this region.',
      name: 'region',
      definitions: [],
      statement: says(relation),
      proof:
        `${introduced(sizes)}assert (D : (${other.text} - ${text} = ${factored})%Z) by (count; ring);\n` +
        `assert (P : (0 < ${size} ^ ${lowest})%Z) by (apply Z.pow_pos_nonneg; lia);\n` +
        `set (e := (${excess})%Z) in *; set (s := (${size} ^ ${lowest})%Z) in *; clearbody e s; split; intros; nia`,
      altered: says(strict ? '<=' : '<'),
    },
    failsAt(sizes, differs, `${text} ${relation} ${other.text}`, `${text} <= ${text}`),
  ];
}
