import { beta, u } from '#arithmetic/exponential.ts';
import { constant, indeterminates } from '#arithmetic/polynomial.ts';
import { exactly, formatRational, fraction, type Rational } from '#arithmetic/rational.ts';
import { asRationalFunction, rationalFunctions } from '#arithmetic/rational-function.ts';
import type { AsBetaGrows } from '#claim/statement.ts';
import { type Entry, formalSides } from '#judge/beta-entry.ts';
import { growthOf } from '#judge/growth.ts';
import { certifyMonotone } from '#judge/monotone.ts';
import { certifySign } from '#judge/sign-certificate.ts';
import { certificateIn } from './certificate.ts';
import { byCertificate, exponentials, exponentOf, inTurn, picking } from './frame-proof.ts';
import { type CoqFrame, conjunction, sideOf, varyingFrame, varyingInstance } from './frames.ts';
import type { CoqTerm } from './term.ts';
import type { Certified, Theorem } from './theorem.ts';

/** An entry with the limit it is said to have, the one it has, and the proof of that. */
interface StatedEntry {
  readonly term: CoqTerm;
  readonly normal: Entry;
  readonly claimed: string;
  readonly limit: string;
  readonly proof: string;
}

/** A statement about limits, its entries opened. */
interface Stated {
  readonly frame: CoqFrame;
  readonly parts: number;
  readonly entries: readonly StatedEntry[];
}

/** Constants C tried in |entry - limit| <= C beta / u. */
const constants: readonly bigint[] = [1n, 2n, 4n, 8n, 16n, 32n, 64n];

/** What is needed of limits: what is within C beta / e^(beta^2 / k) of l for beta > 1 tends to l. */
const tendsBy = String.raw`Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.`;

/** Limits as beta grows, each by a multiple of beta / e^(beta^2) that is at least the distance; a false one by the true one. */
export function certifyLimit(statement: AsBetaGrows): Certified {
  const stated = state(statement);
  const increases = statement.strictlyIncreasing ? stated && increasing(stated) : [];
  if (stated === undefined || increases === undefined) {
    return { inexpressible: 'an entry was not shown to tend to its limit as fast as beta / e^(beta^2)' };
  }
  const wrong = stated.entries.findIndex(({ claimed, limit }) => limit !== claimed);
  if (wrong >= 0) return { theorems: fails(stated, wrong) };
  return { theorems: [holds(stated), ...increases] };
}

function state({ vectors, quantity, limits }: AsBetaGrows): Stated | undefined {
  const formal = formalSides(vectors, [quantity]);
  if (formal === undefined) return undefined;
  const { parts, sides } = formal;
  const frame = varyingFrame(vectors);
  const entries: StatedEntry[] = [];
  for (const [i, term] of sideOf(quantity, frame).entries()) {
    const normal = sides[0]![i]!;
    const limit = growthOf(normal, parts, '')?.limit;
    const proof = limit === undefined || limit === 'none' ? undefined : tendsTo(normal, limit, parts);
    if (proof === undefined) return undefined;
    const claimed = formatRational(exactly(limits[i]!));
    entries.push({ term, normal, claimed, limit: formatRational(limit as Rational), proof });
  }
  return { frame, parts, entries };
}

/** The tactic that shows a limit: how far the entry is from it is at most C beta / u, or C / u. */
function tendsTo({ value }: Entry, limit: Rational, parts: number): string | undefined {
  const hasBeta = indeterminates(value.num).includes('beta');
  const difference = rationalFunctions.sub(value, asRationalFunction(constant(limit)));
  for (const c of constants) {
    const multiple = asRationalFunction(constant(fraction(c)));
    const bound = rationalFunctions.div(
      rationalFunctions.mul(multiple, hasBeta ? beta : rationalFunctions.of(1)),
      u,
    );
    const signs = [rationalFunctions.add(bound, difference), rationalFunctions.sub(bound, difference)].map(
      (v) => certifySign({ says: '', term: '', value: v, strict: false, above: true }),
    );
    const [over, under] = signs.map((sign) => sign && byCertificate(certificateIn([sign])!));
    if (over === undefined || under === undefined) continue;
    return (
      `apply (tends_by ${c} ${parts}); [ lra | intros beta B; specialize (F beta ltac:(lra));\n` +
      `  exists ${hasBeta ? 'beta' : '1'}; split; [ lra | in_frame; ${exponentials('beta', parts, false)};\n` +
      `  apply Rabs_le; split; [ ${over} | ${under} ] ] ]`
    );
  }
  return undefined;
}

function limitOf({ term }: StatedEntry, limit: string): string {
  return `is_lim (fun beta => ${term.text}) p_infty (${limit})`;
}

function holds(stated: Stated): Theorem {
  const { frame, entries } = stated;
  const says = (altered: boolean): string =>
    forAll(
      frame,
      conjunction(entries.map((e, i) => limitOf(e, altered && i === 0 ? `1 + ${e.limit}` : e.limit))),
    );
  return {
    says: 'As beta grows, for all such vectors, whatever the width.',
    name: 'tends',
    definitions: [tendsBy],
    statement: says(false),
    proof: `intros V ${frame.names.join(' ')} F;\n${inTurn(entries.map(({ proof }) => `(${proof})`))}`,
    altered: says(true),
  };
}

/** The true limit of one entry, and that it has no other. */
function fails(stated: Stated, wrong: number): readonly Theorem[] {
  const { frame, entries } = stated;
  const entry = entries[wrong]!;
  const { facts, instances } = varyingInstance(frame);
  const truth = holds({ ...stated, entries: [entry] });
  return [
    {
      ...truth,
      says: `The limit of entry ${wrong + 1}, for all such vectors, whatever the width.`,
      name: 'tends_elsewhere',
    },
    {
      says: 'The statement does not hold: a limit is unique.',
      name: 'fails',
      definitions: [],
      statement: `~ (${forAll(frame, conjunction(entries.map((e) => limitOf(e, e.claimed))))})`,
      proof:
        `intros H; ${facts};\nspecialize (H ${instances} F); pose proof (tends_elsewhere ${instances} F) as G;\n` +
        `${picking(wrong, entries.length)}apply is_lim_unique in H; apply is_lim_unique in G;\n` +
        'rewrite H in G; injection G; lra',
      altered: `~ (${forAll(frame, conjunction(entries.map((e) => limitOf(e, e.limit))))})`,
    },
  ];
}

/** That every entry increases strictly; undefined when the judge has no evidence. */
function increasing({ frame, parts, entries }: Stated): readonly Theorem[] | undefined {
  const rises = entries.map(({ normal }) => certifyMonotone(normal, 'increasing', ''));
  if (rises.includes(undefined)) return undefined;
  const certificates = rises.map((rise) => byCertificate(certificateIn([rise!])!));
  const at = (term: CoqTerm, name: string): string => term.text.replaceAll(/\bbeta\b/g, name);
  const says = (relation: string): string =>
    forAll(
      frame,
      `forall beta beta' : R, 0 < beta -> beta < beta' ->\n  ${conjunction(
        entries.map(({ term }) => `${at(term, 'beta')} ${relation} ${at(term, "beta'")}`),
      )}`,
    );
  return [
    {
      says: 'Every entry increases strictly with beta.',
      name: 'increases',
      definitions: [],
      statement: says('<'),
      proof:
        `intros V ${frame.names.join(' ')} F beta beta' B B';\n` +
        `pose proof (F beta B); pose proof (F beta' ltac:(lra));\n${inTurn(certificates, ['in_frame', steps(parts)])}`,
      altered: says('>'),
    },
  ];
}

/** Exponentials at beta and at beta' as powers of 1 + w and of 1 + w + t. */
function steps(parts: number): string {
  const [x, y] = [exponentOf('beta', parts), exponentOf("beta'", parts)];
  return (
    `in_powers (${x}); in_powers (${y});\n` +
    `destruct (exp_step (${x}) (${y}) ltac:(positive) ltac:(nra)) as [w [t [[W E] [T E']]]]; rewrite ?E, ?E'`
  );
}

function forAll({ names }: CoqFrame, claim: string): string {
  const [vectors, frame] = [names.join(' '), names.map((name) => `${name} beta`).join('; ')];
  return (
    `forall (V : space) (${vectors} : R -> vector V),\n` +
    `  (forall beta, 0 < beta -> frame beta [${frame}]) ->\n  ${claim}`
  );
}
