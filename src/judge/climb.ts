import type { Analytic } from '#arithmetic/ring.ts';
import type { ForAllCases, Relation } from '#claim/statement.ts';
import { type Case, lift } from '#domain/case.ts';
import { flat } from '#domain/layout.ts';
import { sidesAt } from './cases.ts';

/** Plain doubles: they only say where to look, never what is true. */
const doubles: Analytic<number> = {
  of: (x) => x,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  neg: (a) => -a,
  div: (a, b) => a / b,
  exp: Math.exp,
  sqrt: Math.sqrt,
};

/** Rounds of a climb; each moves one number. */
const ROUNDS = 40;

/** How far in the direction that refutes a statement the sides stand apart, about; -Infinity where that is no number. */
export function distanceAt(statement: ForAllCases, c: Case): number {
  const { left, right } = sidesAt(statement, doubles, lift(c, doubles.of));
  const apart = left.map((entry, i) => towardsFailure(statement.relation, entry - right[i]!));
  const largest = Math.max(...apart);
  return Number.isNaN(largest) ? Number.NEGATIVE_INFINITY : largest;
}

/**
 * Cases from one start on, each with a larger distance between the sides than the one before.
 *
 * @returns lazily; ends when no change of one number widens the distance, or after 40 rounds
 */
export function* climb(statement: ForAllCases, start: Case): Generator<Case> {
  let [current, distance] = [start, distanceAt(statement, start)];
  for (let round = 0; round < ROUNDS; round++) {
    let best: Case | undefined;
    for (const candidate of neighbours(current)) {
      if (!statement.domain.includes(candidate)) continue;
      const reached = distanceAt(statement, candidate);
      if (reached > distance) [best, distance] = [candidate, reached];
    }
    if (best === undefined) return;
    current = best;
    yield current;
  }
}

function towardsFailure(relation: Relation, difference: number): number {
  if (relation === '<' || relation === '<=') return difference;
  if (relation === '>' || relation === '>=') return -difference;
  return relation === '=' ? Math.abs(difference) : -Math.abs(difference);
}

/** Every case that differs in one number, which is negated, doubled, halved, or moved by 1, 1/8 or 1/64. */
function* neighbours(c: Case): Generator<Case> {
  const numbers = flat(c);
  for (const [i, x] of numbers.entries()) {
    for (const moved of [-x, 2 * x, x / 2, x + 1, x - 1, x + 1 / 8, x - 1 / 8, x + 1 / 64, x - 1 / 64]) {
      let place = 0;
      yield lift(c, (value) => (place++ === i ? moved : value));
    }
  }
}
