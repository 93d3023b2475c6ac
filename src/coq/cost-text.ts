import type { Polynomial } from '#arithmetic/polynomial.ts';
import type { SizeFormula } from '#claim/statement.ts';
import type { CountPolynomial } from '#judge/count-polynomial.ts';
import { signFromOne } from '#judge/count-sign.ts';
import { atom } from './frames.ts';
import { coqTerms } from './term.ts';
import type { Theorem } from './theorem.ts';

/** A count in the language of Coq and as a polynomial. */
export interface Counted {
  readonly sizes: readonly string[];
  readonly text: string;
  readonly count: CountPolynomial;
}

/** A relation of two counts, by the polynomial in w, size = 1 + w, that their difference is. */
export function compared(
  name: string,
  sizes: readonly string[],
  left: string,
  relation: '<' | '<=' | '>' | '>=',
  right: string,
  certificate: string,
): Theorem {
  const opposite = { '<': '>', '<=': '>', '>': '<', '>=': '<' }[relation];
  return {
    says: 'At all sizes.',
    name,
    definitions: [],
    statement: forAll(sizes, `${left} ${relation} ${right}`),
    proof: byDifference(sizes, relation, certificate, sizes),
    altered: forAll(sizes, `${left} ${opposite} ${right}`),
  };
}

/** The proof of a relation by its certificate, once every size is 1 + w. */
export function byDifference(
  own: readonly string[],
  relation: '<' | '<=' | '>' | '>=',
  certificate: string,
  sizes: readonly string[],
): string {
  const turned = { '<': '', '<=': '', '>': 'apply Z.lt_gt; ', '>=': 'apply Z.le_ge; ' }[relation];
  const [lemma, sign] =
    relation === '<' || relation === '>' ? ['above_by', 'above_zero'] : ['at_least_by', 'not_negative'];
  const shifted = sizes
    .map((n) => `destruct (from_one ${n} H_${n}) as [w_${n} [W_${n} E_${n}]]; rewrite ?E_${n}; `)
    .join('');
  return `${introduced(own)}count; ${shifted}\n${turned}apply (${lemma} (${certificate})); [ ring | ${sign} ]`;
}

/** Not at all sizes, since not at these. */
export function failsAt(
  sizes: readonly string[],
  at: Readonly<Record<string, number>>,
  claim: string,
  altered: string,
): Theorem {
  const values = sizes.map((name) => `${at[name]!}%nat`).join(' ');
  return {
    says: `It does not hold: at ${sizes.map((name) => `${name} = ${at[name]!}`).join(', ')} it fails.`,
    name: 'fails',
    definitions: [],
    statement: `~ (${forAll(sizes, claim)})`,
    proof:
      `intros H; specialize (H ${values} ${sizes.map(() => 'ltac:(lia)').join(' ')}); revert H; vm_compute;\n` +
      'first [ discriminate | intros H; apply H; reflexivity ]',
    altered: `~ (${forAll(sizes, altered)})`,
  };
}

/** The polynomial in w's without a negative coefficient that p is for sizes 1 + w; undefined when it is none. */
export function certified(p: Polynomial, strict: boolean): string | undefined {
  const sign = signFromOne('', p, strict);
  return sign?.kind === 'sign' ? sign.numerator : undefined;
}

/** A claim at all sizes. */
export function forAll(sizes: readonly string[], claim: string): string {
  return `${quantified(sizes)}\n  (${claim})%Z`;
}

/** `forall T : nat, (1 <= T)%nat -> `. */
export function quantified(sizes: readonly string[]): string {
  if (sizes.length === 0) return '';
  return `forall ${sizes.join(' ')} : nat, ${sizes.map((name) => `(1 <= ${name})%nat -> `).join('')}`;
}

/** `intros T H_T; `. */
export function introduced(sizes: readonly string[]): string {
  if (sizes.length === 0) return '';
  return `intros ${sizes.join(' ')} ${sizes.map((name) => `H_${name}`).join(' ')}; `;
}

/** A formula in sizes as it is written. */
export function written(formula: SizeFormula, sizes: readonly string[]): string {
  const term = formula(coqTerms(), Object.fromEntries(sizes.map((name) => [name, atom(name)])));
  return term.text;
}
