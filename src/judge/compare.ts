import { type Atomic, atoms, equalAtomic } from '#arithmetic/atoms.ts';
import { type Balls, balls } from '#arithmetic/ball.ts';
import { fractionsOnly } from '#arithmetic/exact-analytic.ts';
import { rationals } from '#arithmetic/rational.ts';
import type { Analytic, Order } from '#arithmetic/ring.ts';
import type { ForAllCases, Relation } from '#claim/statement.ts';
import { type Case, lift } from '#domain/case.ts';
import { sidesAt } from './cases.ts';

/**
 * What is known of a statement at one case. `outside`: a side means nothing there. `tie`: the sides are one and the
 * same number where the relation wants different ones, but no enclosure could show that to anyone.
 */
type Truth = 'holds' | 'fails' | 'tie' | 'unknown' | 'outside';

/** A decision at one case. */
export interface Decision {
  readonly truth: Truth;
  /** The entry, from 1, that fails or is not known; 0 when there is none. */
  readonly entry: number;
  /** Digits that decided, 0 when the decision was exact. */
  readonly digits: number;
}

/** log2(10), rounded up: bits a decimal digit. */
const BITS_A_DIGIT = 3.33;

const arithmetics = new Map<number, Balls>();

/**
 * Decides a statement at one case: exactly where both sides are fractions, else by balls of `digits` digits, doubled
 * until both sides are disjoint or there are `mostDigits`.
 *
 * Sides that are the same number are recognised when they are built from exponentials of fractions.
 */
export function decideAt(statement: ForAllCases, c: Case, digits: number, mostDigits: number): Decision {
  try {
    const exact = fractionsOnly((a) => ordersAt(statement, a, rationals.compare, c));
    if (exact) return combined(statement.relation, exact, [], 0);
  } catch (error) {
    if (error instanceof RangeError) return { truth: 'outside', entry: 0, digits: 0 };
    throw error;
  }
  let decision = enclosed(statement, c, [], digits);
  if (decision.truth !== 'unknown') return decision;
  const ties = tiesAt(statement, c);
  for (let more = digits; decision.truth === 'unknown' && more <= mostDigits; more *= 2) {
    decision = enclosed(statement, c, ties, more);
  }
  return decision;
}

/** @returns whether an order is one that the relation allows, as far as the order tells */
export function allows(relation: Relation, order: Order): 'holds' | 'fails' | 'unknown' {
  if (order === 'overlap') return 'unknown';
  const signs: Record<Exclude<Order, 'overlap'>, readonly Relation[]> = {
    less: ['<', '<=', '!='],
    equal: ['=', '<=', '>='],
    greater: ['>', '>=', '!='],
  };
  return signs[order].includes(relation) ? 'holds' : 'fails';
}

function enclosed(statement: ForAllCases, c: Case, ties: readonly boolean[], digits: number): Decision {
  const known = arithmetics.get(digits) ?? balls(Math.ceil(digits * BITS_A_DIGIT));
  arithmetics.set(digits, known);
  try {
    return combined(statement.relation, ordersAt(statement, known, known.compare, c), ties, digits);
  } catch (error) {
    // A divisor that may be zero, or a number out of range: nothing is known at this precision.
    if (error instanceof RangeError) return { truth: 'unknown', entry: 1, digits };
    throw error;
  }
}

function ordersAt<N>(
  statement: ForAllCases,
  a: Analytic<N>,
  compare: (x: N, y: N) => Order,
  c: Case,
): readonly Order[] {
  const { left, right } = sidesAt(statement, a, lift(c, a.of));
  return left.map((entry, i) => compare(entry, right[i]!));
}

/** The first entry that fails decides, else the first that is not known, else the first tie. */
function combined(
  relation: Relation,
  orders: readonly Order[],
  ties: readonly boolean[],
  digits: number,
): Decision {
  const truths = orders.map((order, i) => {
    if (order !== 'overlap' || !ties[i]) return allows(relation, order);
    return allows(relation, 'equal') === 'holds' ? 'holds' : 'tie';
  });
  for (const truth of ['fails', 'unknown', 'tie'] as const) {
    const place = truths.indexOf(truth);
    if (place >= 0) return { truth, entry: place + 1, digits };
  }
  return { truth: 'holds', entry: 0, digits };
}

/** For each entry whether both sides are known to be the same number. */
function tiesAt(statement: ForAllCases, c: Case): readonly boolean[] {
  try {
    const { left, right } = sidesAt<Atomic>(statement, atoms, lift(c, atoms.of));
    return left.map((entry, i) => equalAtomic(entry, right[i]!));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
