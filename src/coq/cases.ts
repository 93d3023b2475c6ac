import { parseRational, rationals } from '#arithmetic/rational.ts';
import type { ForAllCases, Relation } from '#claim/statement.ts';
import { type Case, lift } from '#domain/case.ts';
import type { Condition } from '#domain/domain.ts';
import { sidesAt } from '#judge/cases.ts';
import type { Verdict, Witness } from '#judge/verdict.ts';
import { caseOf } from './case-of.ts';
import { conjunction } from './frames.ts';
import { inTurn } from './tactic.ts';
import { argument, type CoqTerm, coqTerms } from './term.ts';
import type { Certified, Theorem } from './theorem.ts';

/** A statement at one shape of its cases, the numbers as variables. */
interface Shaped {
  readonly variables: readonly string[];
  /** What the domain asks of the numbers. */
  readonly conditions: readonly string[];
  readonly left: readonly CoqTerm[];
  readonly right: readonly CoqTerm[];
  readonly statement: ForAllCases;
}

/**
 * A statement about cases: at each of its shapes when it is proved; refuted at the shape of its witness, and so for the
 * cases of all shapes.
 */
export function certifyCases(statement: ForAllCases, verdict: Verdict): Certified {
  if (statement.domain.conditions === 'untold') {
    return { inexpressible: 'what the domain asks of numbers is told in no other language' };
  }
  const { shapes } = statement;
  if (verdict.verdict === 'proved' && shapes !== undefined) {
    return {
      theorems: shapes.map((shape, i) =>
        holds(at(statement, shape), shapes.length > 1 ? `holds_${i + 1}` : 'holds'),
      ),
    };
  }
  if (verdict.verdict === 'refuted' && verdict.witness !== undefined) {
    const { witness } = verdict;
    const { layout } = statement.domain;
    const found = layout && caseOf(layout, witness);
    if (found !== undefined) return { theorems: [fails(at(statement, found), found, witness)] };
  }
  return { inexpressible: `a statement about cases that is ${verdict.verdict}` };
}

function at(statement: ForAllCases, shape: Case): Shaped {
  const variables: string[] = [];
  const named = lift(shape, (_value, name): CoqTerm => {
    variables.push(name);
    return { text: name, outermost: 'atom' };
  });
  const { conditions } = statement.domain;
  const asked = conditions === undefined || conditions === 'untold' ? [] : conditions(coqTerms(), named);
  const { left, right } = sidesAt(statement, coqTerms(), named);
  return { variables, conditions: asked.map(conditionText), left, right, statement };
}

function conditionText(condition: Condition<CoqTerm>): string {
  if ('integer' in condition) return `(exists z : Z, ${condition.integer.text} = IZR z)`;
  const { left, is, right } = condition;
  return `${left.text} ${coqRelation(is)} ${right.text}`;
}

function coqRelation(relation: Relation): string {
  return relation === '!=' ? '<>' : relation;
}

/** `forall x1 x2 : R, 0 < x1 -> left = right /\ ...`. */
function forAll(
  { variables, conditions, left, right, statement }: Shaped,
  relate: (left: string, right: string, entry: number) => string = (l, r) =>
    `${l} ${coqRelation(statement.relation)} ${r}`,
): string {
  const shown = (side: CoqTerm): string =>
    statement.readout === 'logistic' ? `logistic ${argument(side)}` : side.text;
  const entries = left.map((entry, i) => relate(shown(entry), shown(right[i]!), i));
  const premises = conditions.map((condition) => `  ${condition} ->\n`).join('');
  return `forall ${variables.join(' ')} : R,\n${premises}  ${conjunction(entries)}`;
}

/** The relation that is false of two sides wherever the given one is true of them. */
const opposite: Readonly<Record<Relation, string>> = {
  '=': '<>',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** Values that are equal for all numbers: as fractions, after exp (- z) = / exp z, part by part, or where exp is of 0. */
const sameValues =
  'first [ ring | field; nonzero | rewrite ?Ropp_involutive, ?exp_Ropp; field; nonzero | repeat f_equal; ring\n' +
  '| match goal with |- context [exp ?x] => replace x with 0 by ring; rewrite exp_0; field end ]';

/** The logistic keeps the order of numbers, and shows it. */
const logisticOrder = `Lemma logistic_le a b : logistic a <= logistic b <-> a <= b.
Proof.
  split; intros H; destruct (Rtotal_order a b) as [L | [-> | L]]; try apply logistic_increasing in L as M; lra.
Qed.`;

function holds(shaped: Shaped, name: string): Theorem {
  const { statement, variables } = shaped;
  const { relation, readout } = statement;
  const isLogistic = readout === 'logistic';
  return {
    says: `For all numbers at ${variables.length === 1 ? 'the one place' : `the ${variables.length} places`} of this shape.`,
    name,
    definitions: isLogistic ? [logisticOrder] : [],
    statement: forAll(shaped),
    proof: inTurn('intros', 'repeat split', isLogistic ? 'apply (proj2 (logistic_le _ _)); lra' : sameValues),
    altered: forAll(shaped, (left, right, entry) => {
      if (entry > 0) return `${left} ${coqRelation(relation)} ${right}`;
      return relation === '=' ? `${left} = ${right} + 1` : `${left} ${opposite[relation]} ${right}`;
    }),
  };
}

/** The lemma by which the left side at a witness, less or greater than the right one, is not in a relation to it. */
const contradiction: Readonly<Record<Exclude<Relation, '=' | '!='>, string>> = {
  '<': 'Rge_not_lt',
  '<=': 'Rgt_not_le',
  '>': 'Rle_not_gt',
  '>=': 'Rlt_not_ge',
};

/** Not for all cases, since not for that of the witness. */
function fails(shaped: Shaped, found: Case, witness: Witness): Theorem {
  const { statement, left } = shaped;
  const { relation, readout } = statement;
  const isLogistic = readout === 'logistic';
  const values: string[] = [];
  lift(found, (value) => values.push(argument(coqTerms().of(value))));
  const entry = witness.entry - 1;
  const patterns = left.map((_, i): string => (i === entry ? 'H' : '_'));
  const picked = patterns.slice(0, -1).reduceRight((rest, p) => `[${p} ${rest}]`, patterns.at(-1)!);
  const isLess =
    rationals.compare(parseRational(witness.left.hi), parseRational(witness.right.lo)) === 'less';
  const equation = isLess ? 'Rlt_not_eq' : 'Rgt_not_eq';
  const lemma = relation === '=' ? equation : contradiction[relation as keyof typeof contradiction];
  const isAlgebraic =
    isLogistic || !/\b(exp|sqrt)\b/.test(`${left[entry]!.text} ${shaped.right[entry]!.text}`);
  const reflexive = relation.length === 1 && relation !== '=' ? `${relation}=` : relation;
  return {
    says: 'Not for all numbers: not for those of the witness.',
    name: 'fails',
    definitions: isLogistic ? [logisticOrder] : [],
    statement: `~ (${forAll(shaped)})`,
    proof: inTurn(
      'intros H',
      `specialize (H ${[...values, ...conditionsAt(statement, found)].join(' ')})`,
      left.length === 1 ? '' : `destruct H as ${picked}`,
      isLogistic ? `apply ${relation === '=' ? 'logistic_injective' : '(proj1 (logistic_le _ _))'} in H` : '',
      `revert H; apply ${lemma}; ${isAlgebraic ? 'lra' : 'interval with (i_prec 80)'}`,
    ),
    altered: `~ (${forAll(shaped, (side) => `${side} ${reflexive} ${side}`)})`,
  };
}

/** The proofs of what the domain asks, at a witness. */
function conditionsAt({ domain }: ForAllCases, found: Case): readonly string[] {
  const { conditions } = domain;
  if (conditions === undefined || conditions === 'untold') return [];
  const a = coqTerms();
  return conditions(a, lift(found, a.of)).map((condition) =>
    'integer' in condition ? `ltac:(exists (${condition.integer.text})%Z; reflexivity)` : 'ltac:(lra)',
  );
}
