import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beta } from '#arithmetic/exponential.ts';
import { tidyName } from '#arithmetic/tidy-term.ts';
import type { Relation } from '#claim/statement.ts';
import { type Entry, entries } from '#judge/beta-entry.ts';
import { certifyRelation, contrary } from '#judge/beta-relation.ts';
import { isEvidence } from './obligation.ts';

const a = entries(1);
const b: Entry = { value: beta, term: tidyName('beta'), rooted: false, square: undefined };
const u = a.exp(a.mul(b, b));
const one = a.of(1);

const relations: readonly Relation[] = ['=', '!=', '<', '<=', '>', '>='];

/** The relations for which there is evidence, all of it sound. */
function certified(left: Entry, right: Entry, above = true): Relation[] {
  return relations.filter((relation) => {
    const found = certifyRelation(left, relation, right, above, 'said');
    if (found !== undefined) expect(found.filter((obligation) => !isEvidence(obligation))).toEqual([]);
    return found !== undefined;
  });
}

const root = (n: number): Entry => a.mul(b, a.sqrt(a.of(n)));

test('1 is below u for every beta > 0, and at most u for every beta >= 0', () => {
  expect(certified(one, u)).toEqual(['!=', '<', '<=']);
  expect(certified(u, one)).toEqual(['!=', '>', '>=']);
  expect(certified(one, u, false)).toEqual(['<=']);
});

test('the same number is equal, at most and at least itself', () => {
  expect(certified(u, u)).toEqual(['=', '<=', '>=']);
  expect(certified(a.sub(u, u), a.of(0))).toEqual(['=', '<=', '>=']);
});

test('of numbers that cross there is no evidence for any relation', () => {
  expect(certified(u, a.of(2))).toEqual([]);
});

test('norms are compared by their squares', () => {
  expect(certified(root(2), root(3))).toEqual(['!=', '<', '<=']);
  expect(certified(root(8), a.add(root(2), root(2)))).toEqual(['=', '<=', '>=']);
  expect(certified(a.sqrt(a.mul(b, b)), b)).toEqual(['=', '<=', '>=']);
  expect(certified(root(2), root(3), false)).toEqual(['<=']);
});

test('a side that may be negative is not compared by its square', () => {
  expect(certified(a.neg(root(2)), root(2))).toEqual([]);
  expect(certified(root(2), a.sub(b, root(3)))).toEqual([]);
});

test('a side whose square keeps a root is not compared', () => {
  expect(certified(a.add(a.sqrt(a.of(2)), one), u)).toEqual([]);
  expect(certified(u, a.add(a.sqrt(a.of(2)), one))).toEqual([]);
});

test('the contrary of a relation holds of two numbers exactly when the relation does not', () => {
  const holds: Record<Relation, (x: number, y: number) => boolean> = {
    '=': (x, y) => x === y,
    '!=': (x, y) => x !== y,
    '<': (x, y) => x < y,
    '<=': (x, y) => x <= y,
    '>': (x, y) => x > y,
    '>=': (x, y) => x >= y,
  };
  fc.assert(
    fc.property(fc.constantFrom(...relations), fc.nat(2), fc.nat(2), (relation, x, y) => {
      expect(holds[contrary[relation]](x, y)).toBe(!holds[relation](x, y));
    }),
  );
});
