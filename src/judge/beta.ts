import type { ForAllBeta, Relation } from '#claim/statement.ts';
import { type Entry, formalSides, setting } from './beta-entry.ts';
import { certifyRelation, contrary } from './beta-relation.ts';
import { asCases } from './cases.ts';
import { refute } from './refute.ts';
import { seeming } from './seeming.ts';
import type { Budget, Obligation, Proof, Verdict, Witness } from './verdict.ts';

/** The entries of both sides over formal orthogonal vectors. */
interface Sides {
  readonly parts: number;
  readonly left: readonly Entry[];
  readonly right: readonly Entry[];
}

/**
 * Decides a statement about every beta over the rational functions of beta and u = e^(beta^2): by normal forms when
 * it is an equation, by signs of coefficients when it is an inequality; when it is false, by its smallest
 * counterexample and, where it can be proved, by how far the failure extends.
 */
export function decideForAllBeta(statement: ForAllBeta, budget: Budget): Verdict {
  const sides = evaluated(statement);
  const proof = sides && prove(statement, sides);
  if (proof !== undefined) return { verdict: 'proved', proof };
  const witness = refute(asCases(statement), budget);
  if (witness !== undefined) {
    const extended = sides === undefined ? witness : withExtent(witness, statement, sides);
    return {
      verdict: 'refuted',
      witness: extended,
      ...(statement.inFloats && { formats: seeming(statement) }),
    };
  }
  return {
    verdict: 'undecided',
    tried: [
      sides === undefined
        ? 'normal forms: a side is no rational function of beta and e^(beta^2)'
        : 'normal forms and signs of coefficients: no certificate',
      'search: no counterexample within the budget',
    ],
  };
}

function evaluated({ vectors, left, right }: ForAllBeta): Sides | undefined {
  const formal = formalSides(vectors, [left, right]);
  if (formal === undefined) return undefined;
  const [lefts, rights] = [formal.sides[0]!, formal.sides[1]!];
  if (lefts.length !== rights.length) {
    throw new RangeError(`beta: sides must have as many entries, got ${lefts.length} and ${rights.length}`);
  }
  return { parts: formal.parts, left: lefts, right: rights };
}

function prove({ zeroIncluded, relation }: ForAllBeta, { parts, left, right }: Sides): Proof | undefined {
  const obligations: Obligation[] = [];
  for (const [i, entry] of left.entries()) {
    const says = `entry ${i + 1}: left ${relation} right`;
    const found = certifyRelation(entry, relation, right[i]!, !zeroIncluded, says);
    if (found === undefined) return undefined;
    obligations.push(...found);
  }
  const decisive =
    relation === '='
      ? 'The normal forms of the two sides are the same.'
      : 'After u = 1 + w the difference of the sides is a fraction without a negative coefficient.';
  return {
    method: methodFor(relation),
    argument: `${setting(parts)} ${decisive}${aboutRoots([...left, ...right])}`,
    obligations,
  };
}

/** The witness, with a proof that its entry fails at every beta > 0 where there is one. */
function withExtent(witness: Witness, { relation }: ForAllBeta, { parts, left, right }: Sides): Witness {
  const i = witness.entry - 1;
  const fails = contrary[relation];
  const says = `entry ${witness.entry}: left ${fails} right for every beta > 0`;
  const obligations = certifyRelation(left[i]!, fails, right[i]!, true, says);
  if (obligations === undefined) return witness;
  const argument = `${setting(parts)} The statement fails in entry ${witness.entry}, whatever beta > 0.`;
  return {
    ...witness,
    extent: { says: 'fails for every beta > 0', proof: { method: methodFor(fails), argument, obligations } },
  };
}

function aboutRoots(sides: readonly Entry[]): string {
  return sides.some(({ rooted }) => rooted)
    ? ' Sides with roots are compared by their squares; sqrt2 stands for the root of 2, and so on.'
    : '';
}

function methodFor(relation: Relation): Proof['method'] {
  return relation === '=' ? 'normal forms' : 'signs of coefficients';
}
