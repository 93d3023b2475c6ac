import { type Ball, balls, endpoints } from '#arithmetic/ball.ts';
import { nearestDouble } from '#arithmetic/dyadic.ts';
import { exactDoubles } from '#arithmetic/exact-double.ts';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { roundDouble } from '#arithmetic/float-format.ts';
import { type Rational, rationals, toDouble } from '#arithmetic/rational.ts';
import type { Analytic, Order } from '#arithmetic/ring.ts';
import { type Case, lift } from '#domain/case.ts';
import type { Law, LawRelation, Part, Related, Rounded, System } from './law.ts';
import type { Subject } from './subject.ts';
import { type Asked, type Call, outside, SubjectFault } from './subject-call.ts';
import { computedSystem, foreseeingSystem, heldSystem } from './subject-system.ts';

/**
 * How a part of a law is asked of a subject.
 *
 * `within bound`: of what its numbers stand for, each with its bound; every implementation of the contract owes that.
 * `as computed`: of the numbers themselves, where the subject says that it keeps the law so. `not asked`: slopes and
 * operation counts do not show in numbers, and what is said of computed numbers alone is owed by none that does not
 * say so.
 */
export type Manner = 'within bound' | 'as computed' | 'not asked';

/** Why a subject is said to break a law. */
export interface Evidence {
  /** What was asked, and the replies, in order. */
  readonly asked: readonly Asked[];
  readonly why: string;
  /** The first entry at which the sides are not as the law says: what is known of each, least and greatest. */
  readonly sides?: {
    readonly place: number;
    readonly left: readonly [least: number, greatest: number];
    readonly right: readonly [least: number, greatest: number];
  };
}

/**
 * What became of a law at one case of a subject.
 *
 * `holds`: nothing contradicts it. `undecided`: the bounds leave no value to compare. `outside`: the case decides
 * nothing, for it leaves the contract or does not reach the subject.
 */
export type SubjectOutcome =
  | { readonly outcome: 'holds'; readonly share?: number }
  | { readonly outcome: 'undecided' | 'outside' }
  | { readonly outcome: 'broken'; readonly evidence: Evidence };

/** The bounds of computed numbers are far above the width of these balls. */
const arithmetic = balls(128);

/** How a part of a law is asked of a subject. */
export function mannerOf({ id }: Law, part: Part, { keeps, format }: Subject): Manner {
  const kept = keeps?.has(id) ?? false;
  switch (part.kind) {
    case 'relation':
      return kept && part.inFloats === 'bitwise' ? 'as computed' : 'within bound';
    case 'rounded':
      return kept && part.formats.includes(format) ? 'as computed' : 'not asked';
    case 'derivative':
    case 'counts':
      return 'not asked';
  }
}

/**
 * Checks one part of a law at one case against a subject.
 *
 * The case is rounded to the format of the subject first, and dropped if that takes it out of the domain.
 *
 * @returns `broken` only if no correct implementation could have replied so
 * @cost the calls, and arithmetic of 128 bits on both sides
 */
export function checkSubject(law: Law, part: Part, subject: Subject, c: Case): SubjectOutcome {
  const manner = mannerOf(law, part, subject);
  const near = nearest(c, subject);
  if (manner === 'not asked' || !part.domain.includes(near)) return { outcome: 'outside' };
  const asked: Asked[] = [];
  const broken = (why: string, sides?: Evidence['sides']): SubjectOutcome => ({
    outcome: 'broken',
    evidence: { asked, why, ...(sides && { sides }) },
  });
  try {
    const said = part as Related | Rounded;
    const found = failureOf(said, manner, subject, near, asked);
    if (asked.length === 0) return { outcome: 'outside' };
    if (found === undefined) return { outcome: 'holds' };
    return broken(`${law.id}: left ${said.relation} right must hold`, found);
  } catch (error) {
    if (error === outside) return { outcome: 'outside' };
    if (error instanceof SubjectFault) return broken(error.message);
    // A quotient whose divisor may be zero for all that the bounds tell.
    if (error instanceof RangeError) return { outcome: 'undecided' };
    throw error;
  }
}

/**
 * Tells the calls that `checkSubject` will make of a subject, in their order, as far as they can be foreseen: those before
 * the first that depends on a reply. It may be none of them, or some too many; nothing is decided by it.
 *
 * @cost arithmetic of doubles on both sides
 */
export function foreseeing(subject: Subject): (part: Related, c: Case) => readonly Call[] {
  const foreseen: Call[] = [];
  const system = foreseeingSystem(subject, foreseen);
  return (part, c) => {
    try {
      sidesOf(part, exactDoubles, system, nearest(c, subject));
    } catch {
      // Whatever it is: what is wrong with the case, or with the law, is for the check to say.
    }
    return foreseen.splice(0);
  };
}

/** A case in numbers of the format of a subject. */
function nearest(c: Case, { format }: Subject): Case {
  return lift(c, (value) => roundDouble(format, value));
}

/** The first entry that contradicts a part, if any. */
function failureOf(
  part: Related | Rounded,
  manner: Manner,
  subject: Subject,
  c: Case,
  asked: Asked[],
): Evidence['sides'] {
  const { format } = subject;
  if (part.kind === 'rounded') {
    const computed = computedSystem(subject, asked);
    const [left, right] = [part.left(computed, c, format), part.right(computed, c, format)];
    return firstFailure(part.relation, left, right, rationals.compare, (r: Rational) => [
      toDouble(r),
      toDouble(r),
    ]);
  }
  if (manner === 'as computed') {
    const [left, right] = sidesOf(part, floats(format), computedSystem(subject, asked), c);
    if (![...left, ...right].every(Number.isFinite)) throw outside;
    const order = (x: number, y: number): Order => (x === y ? 'equal' : x < y ? 'less' : 'greater');
    return firstFailure(part.relation, left, right, order, (x: number) => [x, x]);
  }
  const [left, right] = sidesOf(part, arithmetic, heldSystem(arithmetic, subject, asked), c);
  return firstFailure(part.relation, left, right, arithmetic.compare, ends);
}

function sidesOf<N>(
  { left, right }: Related,
  a: Analytic<N>,
  system: System<N>,
  c: Case,
): readonly [left: readonly N[], right: readonly N[]] {
  const lifted = lift(c, a.of);
  return [left(a, system, lifted, c), right(a, system, lifted, c)];
}

function firstFailure<N>(
  relation: LawRelation,
  left: readonly N[],
  right: readonly N[],
  order: (x: N, y: N) => Order,
  shown: (x: N) => readonly [number, number],
): Evidence['sides'] {
  const place = left.findIndex((entry, i) => contradicts(relation, order(entry, right[i]!)));
  return place < 0 ? undefined : { place, left: shown(left[place]!), right: shown(right[place]!) };
}

/** Whether two sides cannot be as the relation says; an overlap leaves it open. */
function contradicts(relation: LawRelation, order: Order): boolean {
  switch (order) {
    case 'overlap':
      return false;
    case 'equal':
      return relation === '<';
    case 'less':
      return relation === '=';
    case 'greater':
      return true;
  }
}

function ends(ball: Ball): readonly [number, number] {
  const { lo, hi } = endpoints(ball);
  return [nearestDouble(lo), nearestDouble(hi)];
}
