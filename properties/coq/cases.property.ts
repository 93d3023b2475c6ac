import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rationals } from '#arithmetic/rational.ts';
import type { ForAllCases, Statement } from '#claim/statement.ts';
import { writeUp } from '#claim/write-up.ts';
import { certifyCases } from '#coq/cases.ts';
import { betas } from '#domain/beta.ts';
import { type Case, lift } from '#domain/case.ts';
import type { Condition } from '#domain/domain.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { usualBudget } from '#judge/budget.ts';
import { decideForAllCases } from '#judge/for-all-cases.ts';
import { aboutX } from '../judge/statements.ts';
import { theoremsOf } from './decided.ts';

/** Every statement about cases of the write-up. */
function casesIn(statement: Statement): readonly ForAllCases[] {
  switch (statement.kind) {
    case 'cases':
      return [statement];
    case 'all':
      return statement.parts.flatMap((part) => casesIn(part.statement));
    case 'not':
      return casesIn(statement.statement);
    default:
      return [];
  }
}

const statements = writeUp.flatMap(({ readings }) => readings.flatMap(({ statement }) => casesIn(statement)));

function isMet(condition: Condition<ReturnType<typeof rationals.of>>): boolean {
  if ('integer' in condition) return condition.integer.den === 1n;
  const order = rationals.compare(condition.left, condition.right);
  switch (condition.is) {
    case '=':
      return order === 'equal';
    case '!=':
      return order !== 'equal';
    case '<':
      return order === 'less';
    case '<=':
      return order !== 'greater';
  }
}

test('what a domain asks of numbers is what it includes', () => {
  expect(statements.length).toBeGreaterThan(20);
  const grains = ['integer', 'dyadic'] as const;
  for (const { domain } of statements) {
    const { conditions, includes } = domain;
    if (conditions === 'untold') throw new Error(`${domain.name}: must tell its conditions`);
    const holds = (c: Case): boolean =>
      (conditions?.(rationals as never, lift(c, rationals.of) as never) ?? []).every((condition) =>
        isMet(condition as never),
      );
    for (const c of [...domain.graded({ cases: 40 })]) expect(holds(c)).toBe(true);
    // Neighbours of its cases, many of which are not in it: what is asked of their numbers says which.
    fc.assert(
      fc.property(domain.arbitrary(grains[0] as never), fc.integer({ min: -2, max: 2 }), (c, by) => {
        // A random case may be of a shape that the domain does not have.
        fc.pre(includes(c));
        let first = true;
        const moved: Case = lift<Case, number>(c, (value) => {
          const next = first ? value + by / 2 : value;
          first = false;
          return next;
        });
        expect([domain.name, moved, holds(moved)]).toEqual([domain.name, moved, includes(moved)]);
      }),
      { numRuns: 20 },
    );
  }
});

test('what is proved holds for all numbers at each shape, under the conditions of the domain', () => {
  const shares = theoremsOf('card-near-identity-only-when-beta-large').filter(({ part }) => part === 'Part2');
  expect(shares[0]!.statement).toMatch(
    /^forall m u eps : R,\n {2}1 <= m ->\n {2}1 <= u ->\n {2}0 < eps ->\n {2}eps < 1 ->\n {2}eps - m \/ \(u \+ m\) = /,
  );
  const products = theoremsOf('q3-avoids-matrix-multiplication', 2);
  expect(products.map(({ name }) => name).slice(0, 2)).toEqual(['holds_1', 'holds_2']);
  expect(products).toHaveLength(8);
});

test('what is refuted does not hold at the shape of its witness', () => {
  const [real] = theoremsOf('q1-output-is-a-comparator', 2);
  expect(real!.proof).toContain('destruct H as [_ H]');
  expect(real!.proof).toContain('apply Rlt_not_ge; interval with (i_prec 80)');
  const [integer] = theoremsOf('q1-output-is-a-comparator', 1);
  expect(integer!.statement).toContain('(exists z : Z, x1 = IZR z) ->\n');
  expect(integer!.proof).toContain('ltac:(exists (0)%Z; reflexivity)');
  expect(integer!.proof).toContain('apply (proj1 (logistic_le _ _)) in H');
  const [dropped] = theoremsOf('q1-final-follows-from-previous-line');
  expect(dropped!.statement).toBe('~ (forall S : R,\n  logistic S = logistic (1000 * S))');
  expect(dropped!.altered).toBe('~ (forall S : R,\n  logistic S = logistic S)');
  expect(dropped!.proof).toContain('apply Rlt_not_eq; lra');
});

test('relations that are strict are refuted by their contraries', () => {
  const proofOf = (relation: '<' | '>'): string => {
    const statement = aboutX(
      (_a, { x }) => [x],
      relation,
      (a) => [a.of(0)],
    );
    const certified = certifyCases(statement, decideForAllCases(statement, usualBudget));
    if ('inexpressible' in certified) throw new Error(certified.inexpressible);
    expect(certified.theorems[0]!.altered).toContain(`x ${relation}= x`);
    return certified.theorems[0]!.proof;
  };
  expect(proofOf('<')).toContain('apply Rge_not_lt');
  expect(proofOf('>')).toContain('apply Rle_not_gt');
});

test('an inequality is altered into its contrary, and only in its first entry', () => {
  const statement = aboutX(
    (a, { x }) => [a.mul(x, x), a.mul(x, x)],
    '>=',
    (a) => [a.of(0), a.of(0)],
    { shapes: [{ x: 1 }] },
  );
  const certified = certifyCases(statement, {
    verdict: 'proved',
    proof: { method: 'signs of coefficients', argument: '', obligations: [] },
  });
  expect(certified).toMatchObject({
    theorems: [{ altered: 'forall x : R,\n  x * x < 0 /\\\n  x * x >= 0' }],
  });
});

test('nothing is stated where the domain does not tell its conditions, or nothing is decided', () => {
  const left: ForAllCases['left'] = (a) => [a.of(0)];
  const free = aboutX(left, '=', left);
  const hidden = restricted(free.domain, { name: 'x = 3', where: ({ x }) => x === 3 });
  const undecided = { verdict: 'undecided', tried: [] } as const;
  expect(certifyCases({ ...free, domain: hidden }, undecided)).toEqual({
    inexpressible: 'what the domain asks of numbers is told in no other language',
  });
  expect(certifyCases(free, undecided)).toEqual({
    inexpressible: 'a statement about cases that is undecided',
  });
  const one = aboutX(left, '=', (a) => [a.of(1)]);
  const refuted = decideForAllCases(one, usualBudget);
  expect(certifyCases(one, refuted)).toHaveProperty('theorems.0.name', 'fails');
  const { layout, ...without } = one.domain;
  expect(layout).toBeDefined();
  expect(certifyCases({ ...one, domain: without }, refuted)).toHaveProperty('inexpressible');
  const proof = { method: 'normal forms', argument: '', obligations: [] } as const;
  expect(certifyCases(free, { verdict: 'proved', proof })).toEqual({
    inexpressible: 'a statement about cases that is proved',
  });
  const admitting = inputs({ name: 'x = 3', layout: { x: [] }, sizes: {}, admits: (x) => x === 3 });
  expect(admitting.conditions).toBe('untold');
  const both = restricted(betas(false), {
    name: 'beta = 3',
    where: ({ beta }) => beta === 3,
    conditions: (a, { beta }) => [{ left: beta, is: '=', right: a.of(3) }],
  }).conditions;
  if (both === undefined || both === 'untold') throw new Error('must be told');
  expect(both(rationals as never, { beta: rationals.of(3) }).map((c) => 'is' in c && c.is)).toEqual([
    '<',
    '=',
  ]);
  expect(restricted(admitting, { name: '', where: () => true, conditions: () => [] }).conditions).toBe(
    'untold',
  );
});
