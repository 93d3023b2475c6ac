import { evaluate, indeterminates } from '#arithmetic/polynomial.ts';
import { isZero, rationals } from '#arithmetic/rational.ts';
import { rationalFunctions } from '#arithmetic/rational-function.ts';
import type { ForAllBeta, Relation } from '#claim/statement.ts';
import { type Entry, formalSides } from '#judge/beta-entry.ts';
import { certifyRelation } from '#judge/beta-relation.ts';
import { certificateIn } from './certificate.ts';
import { byCertificate, opening, picking } from './frame-proof.ts';
import { type CoqFrame, conjunction, fixedFrame, frameInstance, related, sideOf } from './frames.ts';
import { type CoqTerm, coqTerms } from './term.ts';
import type { Certified, Theorem } from './theorem.ts';

/** An entry of both sides, in the language of Coq and as normal forms. */
interface StatedEntry {
  readonly left: CoqTerm;
  readonly right: CoqTerm;
  readonly normal: readonly [Entry, Entry];
}

/** A statement about every beta, its entries opened. */
interface Stated {
  readonly statement: ForAllBeta;
  readonly frame: CoqFrame;
  readonly parts: number;
  readonly entries: readonly StatedEntry[];
}

/** The relations that an entry is shown to be in instead, strongest first. */
const contraries: Readonly<Record<Relation, readonly Relation[]>> = {
  '=': ['<', '>'],
  '!=': ['='],
  '<': ['>', '>='],
  '<=': ['>'],
  '>': ['<', '<='],
  '>=': ['<'],
};

/** What is false of two sides wherever the relation is true of them. */
const alteredRelation: Readonly<Record<Relation, Relation>> = {
  '=': '!=',
  '!=': '=',
  '<': '>',
  '<=': '>',
  '>': '<',
  '>=': '<',
};

/** A statement about every beta: by normal forms and sign certificates, or refuted by one entry at every beta > 0. */
export function certifyBeta(statement: ForAllBeta): Certified {
  const stated = state(statement);
  if (stated === undefined) return { inexpressible: 'a side is no fraction in beta and e^(beta^2)' };
  const { relation, zeroIncluded } = statement;
  const proofs = stated.entries.map((entry) => proofOf(entry, relation, !zeroIncluded));
  if (!proofs.includes(undefined)) return { theorems: [holds(stated, proofs as readonly string[])] };
  const failing = stated.entries.findIndex((entry) => failureOf(entry, relation) !== undefined);
  if (failing >= 0) return { theorems: fails(stated, failing) };
  const atOne = stated.entries.findIndex(differsAtOne);
  return relation !== '=' || atOne < 0
    ? { inexpressible: 'no entry is shown to fail at every beta > 0, nor at beta = 1' }
    : { theorems: [failsAtOne(stated, atOne, 'cbn in H; lra')] };
}

function state(statement: ForAllBeta): Stated | undefined {
  const formal = formalSides(statement.vectors, [statement.left, statement.right]);
  if (formal === undefined) return undefined;
  const [lefts, rights] = [formal.sides[0]!, formal.sides[1]!];
  const frame = fixedFrame(statement.vectors);
  const right = sideOf(statement.right, frame);
  const entries = sideOf(statement.left, frame).map((left, i): StatedEntry => {
    return { left, right: right[i]!, normal: [lefts[i]!, rights[i]!] };
  });
  return { statement, frame, parts: formal.parts, entries };
}

/** The tactic that closes an entry once exponentials are powers of 1 + w; undefined when the judge has no evidence. */
function proofOf(
  { normal: [left, right] }: StatedEntry,
  relation: Relation,
  above: boolean,
): string | undefined {
  const evidence = certifyRelation(left, relation, right, above, '');
  if (evidence === undefined) return undefined;
  if (relation === '=') return 'field; nonzero';
  if (left.rooted || right.rooted) return 'assert (1 < sqrt 2 < 2) by nra; nra';
  return `${relation === '>=' ? 'apply Rle_ge; ' : ''}${byCertificate(certificateIn(evidence)!)}`;
}

/** The relation in which an entry fails at every beta > 0. */
function failureOf(entry: StatedEntry, relation: Relation): Relation | undefined {
  return contraries[relation].find((other) => proofOf(entry, other, true) !== undefined);
}

function holds(stated: Stated, proofs: readonly string[]): Theorem {
  const { statement, entries } = stated;
  const { relation, zeroIncluded } = statement;
  const says = (altered: boolean): string =>
    forAll(
      stated,
      zeroIncluded,
      conjunction(
        entries.map((entry, i) => (altered && i === 0 ? alter(entry, relation) : relate(entry, relation))),
      ),
    );
  return {
    says: 'For all such vectors, whatever the width.',
    name: 'holds',
    definitions: [],
    statement: says(false),
    proof: proofFrom(stated, zeroIncluded, proofs),
    altered: says(true),
  };
}

/** One entry fails at every beta > 0, so that the whole does not hold. */
function fails(stated: Stated, failing: number): readonly Theorem[] {
  const entry = stated.entries[failing]!;
  const other = failureOf(entry, stated.statement.relation)!;
  const { unknowns } = frameInstance(stated.frame);
  const contradiction =
    `pose proof (fails_everywhere ${unknowns} F Rlt_0_1) as G;\n` +
    'revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra';
  return [
    {
      says: `Entry ${failing + 1} fails for every beta > 0.`,
      name: 'fails_everywhere',
      definitions: [],
      statement: forAll(stated, false, relate(entry, other)),
      proof: proofFrom(stated, false, [proofOf(entry, other, true)!]),
      altered: forAll(stated, false, alter(entry, other)),
    },
    failsAtOne(stated, failing, contradiction),
  ];
}

/** The statement fails at beta = 1 for the axes, in one entry, which is H when the contradiction is looked for. */
function failsAtOne(stated: Stated, failing: number, contradiction: string): Theorem {
  const { statement, frame, entries } = stated;
  const { relation, zeroIncluded } = statement;
  const { facts, unknowns } = frameInstance(frame);
  const isFalse = (claims: readonly string[]): string =>
    `~ (${forAll(stated, zeroIncluded, conjunction(claims))})`;
  return {
    says: `It does not hold: entry ${failing + 1} fails for the axes and beta = 1.`,
    name: 'fails',
    definitions: [],
    statement: isFalse(entries.map((entry) => relate(entry, relation))),
    proof:
      `intros H; ${facts};\nspecialize (H ${unknowns} F ${zeroIncluded ? '(Rlt_le _ _ Rlt_0_1)' : 'Rlt_0_1'});\n` +
      `${picking(failing, entries.length)}${contradiction}`,
    altered: isFalse(entries.map(({ left }) => related(left, '=', left))),
  };
}

function relate({ left, right }: StatedEntry, relation: Relation): string {
  return related(left, relation, right);
}

function alter({ left, right }: StatedEntry, relation: Relation): string {
  const a = coqTerms();
  return relation === '='
    ? related(left, '=', a.add(a.of(1), right))
    : related(left, alteredRelation[relation], right);
}

/** Whether an entry that is a polynomial in beta alone is different on both sides at beta = 1. */
function differsAtOne({ normal: [left, right] }: StatedEntry): boolean {
  const difference = rationalFunctions.sub(left.value, right.value);
  return (
    indeterminates(difference.num).every((name) => name === 'beta') &&
    !isZero(evaluate(rationals, difference.num, () => rationals.of(1)))
  );
}

function forAll({ frame }: Stated, zeroIncluded: boolean, claim: string): string {
  const { names } = frame;
  return (
    `forall (V : space) (${names.join(' ')} : vector V) (beta : R),\n` +
    `  frame beta [${names.join('; ')}] -> 0 ${zeroIncluded ? '<=' : '<'} beta ->\n  ${claim}`
  );
}

function proofFrom(
  { frame, parts, entries }: Stated,
  zeroIncluded: boolean,
  proofs: readonly string[],
): string {
  const text = entries.map((entry) => relate(entry, '=')).join();
  return opening(frame, parts, text, zeroIncluded, proofs);
}
