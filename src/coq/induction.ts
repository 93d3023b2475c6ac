import { factorsOf } from '#arithmetic/formal-space.ts';
import { asConstant, type Polynomial } from '#arithmetic/polynomial.ts';
import { writtenOut } from '#arithmetic/tidy-space.ts';
import { type TidyTerm, tidyName, tidyTerms } from '#arithmetic/tidy-term.ts';
import type { Invariants } from '#judge/invariants.ts';
import { applied, binders, type CoqFold, inBrackets, names, tuple } from './fold.ts';
import type { Opened } from './opened.ts';
import { inTurn, intros, onEach } from './tactic.ts';

const tidy = tidyTerms(true);

/** A polynomial as a term of Coq, its inner products as those of the space. */
function polynomial(p: Polynomial): TidyTerm {
  return writtenOut(p, (name) => {
    const factors = factorsOf(name);
    return tidyName(factors === undefined ? name : `inner ${factors[0]} ${factors[1]}`);
  });
}

/** The invariants as hypotheses: `l_h - r_sum = 0`. */
export function vanishing({ members }: Invariants): readonly string[] {
  return members.map((p) => `${polynomial(p).text} = 0`);
}

/** The names of the hypotheses. */
export function hypotheses({ members }: Invariants): readonly string[] {
  return members.map((_, i) => `I${i}`);
}

/**
 * For each invariant the tactic that shows it to vanish after a step, where all of them did before: it is a sum of
 * multiples of theirs.
 *
 * @param normal closes an identity of polynomials
 */
export function stepped(invariants: Invariants, normal: string, opened = 'opened'): readonly string[] {
  const { members } = invariants;
  // The longest first: what is rewritten could otherwise be part of what is to be.
  const known = vanishing(invariants)
    .map((text, i) => ({ name: `?I${i}`, text }))
    .sort((a, b) => b.text.length - a.text.length)
    .map(({ name }) => name);
  return invariants.stepped.map((multiples) => {
    if (multiples.length === 0) return `${opened}; ${normal}`;
    const total = multiples
      .map(({ factor, member }) => tidy.mul(polynomial(factor), polynomial(members[member]!)))
      .reduce((sum, summand) => tidy.add(sum, summand));
    return `${opened}; transitivity (${total.text}); [ ${normal} | rewrite ${known.join(', ')}; ring ]`;
  });
}

/**
 * The tactic that shows left = right after the last block: their difference is the first invariant over a denominator.
 *
 * @param normal closes an identity of polynomials
 */
export function finishing(
  { members, denominator }: Invariants,
  normal: string,
  {
    opened = 'opened',
    defined = [],
  }: { readonly opened?: string; readonly defined?: readonly string[] } = {},
): string {
  const difference = `${opened}; apply Rminus_diag_uniq`;
  const [first] = members.map((p) => polynomial(p).text);
  const closing = defined.length === 0 ? normal : `${normal.replace('ring', 'field')}; ${notZero(defined)}`;
  if (first === undefined) return `${difference}; ${closing}`;
  if (asConstant(denominator) !== undefined) {
    return `${difference}; transitivity (${first}); [ ${closing} | exact I0 ]`;
  }
  const fraction = `(${first}) / (${polynomial(denominator).text})`;
  return `${difference}; transitivity (${fraction}); [ ${closing} | rewrite I0; apply Rmult_0_l ]`;
}

/** What a field asks of divisors: each is not zero by hypothesis, or is the product of those that are not. */
function notZero(defined: readonly string[]): string {
  const product = defined.reduce(
    (known, next) => `(Rmult_integral_contrapositive_currified _ _ ${known} ${next})`,
  );
  return `repeat split; first [ tauto | intros E; apply ${product}; rewrite <- E; ring ]`;
}

/**
 * The tactic that proves left = right of two sides on their blocks, by induction over these.
 *
 * `main` says it of any two states for which the invariants vanish: those of the start are such, and a step takes such
 * states to such states.
 */
export function byInduction(opened: Opened, invariants: Invariants): string {
  const { inputs, left, right, blocks, statement, normal, unfold } = opened;
  const dividing = [left, right].filter(({ divides }) => divides);
  const defined = dividing.map((_, i) => `D${i}`);
  const assumed = defined.map((name) => `exact ${name}`);
  const states = [...left.state, ...right.state];
  const shared = names(inputs.shared);
  const main = [
    `assert (main : forall (blocks : ${blocks})${binders(states)},`,
    ...vanishing(invariants).map((p) => `    ${p} ->`),
    ...dividing.map((fold) => `    ${applied(`${fold.name}_defined`, shared)} (${run(shared, fold)}) ->`),
    `    ${applied(`${left.name}_finish`, shared)} (${run(shared, left)}) =`,
    `    ${applied(`${right.name}_finish`, shared)} (${run(shared, right)}))`,
  ].join('\n');
  const show = defined.map((name, i) => `unfold ${dividing[i]!.name}_defined in ${name}; `).join('');
  return inTurn(
    intros([...shared, ...names(inputs.first), 'blocks', ...defined]),
    statement.readout === 'logistic' ? 'apply (f_equal logistic)' : '',
    main,
    onEach(
      inTurn(
        `clear; induction blocks as [|${nested(names(inputs.step))} blocks IH]`,
        intros([...names(states), ...hypotheses(invariants), ...defined]),
        'cbn [fold_left] in *',
        onEach(
          show + finishing(invariants, normal, { opened: unfold, defined }),
          inTurn('apply IH', onEach(...stepped(invariants, normal, unfold), ...assumed)),
        ),
      ),
      inTurn(
        `unfold ${left.name}_side, ${right.name}_side; apply main`,
        onEach(...invariants.members.map(() => `${unfold}; ${normal}`), ...assumed),
      ),
    ),
  );
}

function run(shared: readonly string[], { name, state }: CoqFold): string {
  return `fold_left ${inBrackets(applied(`${name}_step`, shared))} blocks ${tuple(names(state))}`;
}

/** The pattern that takes a tuple apart: pairs are nested to the left. */
export function nested(parts: readonly string[]): string {
  return parts.slice(1).reduce((pattern, name) => `[${pattern} ${name}]`, parts[0]!);
}
