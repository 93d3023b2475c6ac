import { expect, test } from 'vitest';
import { fractionsOnly } from '#arithmetic/exact-analytic.ts';
import { formatRational, type Rational, rationals } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { forAllLengths } from '#claim/statement.ts';
import { type Case, lift } from '#domain/case.ts';
import { asCases, readOut, sidesAt } from '#judge/cases.ts';
import { aboutX, copies, factorDropped } from './statements.ts';

const values = (statement: Parameters<typeof asCases>[0], c: Case) =>
  fractionsOnly((a) => {
    const { left, right } = sidesAt(asCases(statement), a, lift(c, a.of));
    return { left: left.map(formatRational), right: right.map(formatRational) };
  });

test('a statement about cases stays as it is', () => {
  const statement = aboutX(
    (_a, { x }) => [x],
    '=',
    (_a, { x }) => [x],
  );
  expect(asCases(statement)).toBe(statement);
});

test('folds run over the items of a case, the readout aside', () => {
  const { domain, relation, readout } = asCases(factorDropped);
  expect([domain.name, relation, readout]).toEqual(['even T >= 2, x in R^T, h0 in R', '=', 'logistic']);
  expect(values(factorDropped, { h0: 1, x: [10, 200] })).toEqual({ left: ['191000'], right: ['191'] });
});

test('vectors have the width of the case', () => {
  const weighted = forAllLengths({
    params: { q: 'vector' },
    item: { k: 'vector', v: 'scalar' },
    first: 1,
    every: 1,
    readout: 'identity',
    left: {
      state: { y: 'scalar' },
      first: 0,
      every: 1,
      start: ({ scalars }) => ({ y: scalars.of(0) }),
      step: (a, { y }, { q }, [item]) => ({ y: a.scalars.add(y, a.scalars.mul(a.dot(q, item!.k), item!.v)) }),
      finish: (_a, { y }) => y,
    },
    right: {
      state: { s: 'vector' },
      first: 0,
      every: 1,
      start: (a) => ({ s: a.zero }),
      step: (a, { s }, _params, [item]) => ({ s: a.add(s, a.scale(item!.v, item!.k)) }),
      finish: (a, { s }, { q }) => a.dot(q, s),
    },
  });
  const c = {
    q: [1, 10, 100],
    k: [
      [1, 2, 3],
      [4, 5, 6],
    ],
    v: [1, 1000],
  };
  expect(values(weighted, c)).toEqual({ left: ['654321'], right: ['654321'] });
  const keysOnly = forAllLengths({
    params: {},
    item: { k: 'vector' },
    first: 1,
    every: 1,
    readout: 'identity',
    left: {
      state: { s: 'vector' },
      first: 1,
      every: 1,
      start: (_a, _p, [i]) => ({ s: i!.k }),
      step: (a, { s }, _p, [i]) => ({ s: a.add(s, i!.k) }),
      finish: (a, { s }) => a.dot(s, s),
    },
    right: {
      state: {},
      first: 1,
      every: 1,
      start: () => ({}),
      step: () => ({}),
      finish: (a) => a.scalars.of(2),
    },
  });
  expect(
    values(keysOnly, {
      k: [
        [1, 2],
        [3, 4],
      ],
    }),
  ).toEqual({ left: ['52'], right: ['2'] });
});

test('every beta is a frame along the axes', () => {
  const statement = {
    ...copies,
    left: ((s, f) => f.vectors.flatMap((u) => f.vectors.map((v) => s.dot(u, v)))) as typeof copies.left,
  };
  expect(asCases(statement).domain.name).toBe('beta > 0');
  expect(asCases({ ...statement, zeroIncluded: true }).domain.name).toBe('beta >= 0');
  expect(values(statement, { beta: 3 })).toEqual({ left: ['9', '0', '0', '9'], right: ['1', '0', '0', '1'] });
});

test('the logistic is read out only where the statement says so', () => {
  const counted: Analytic<Rational> = {
    ...rationals,
    exp: (a) => rationals.add(a, rationals.of(4)),
    sqrt: (a) => a,
  };
  const statement = aboutX(
    (_a, { x }) => [x],
    '=',
    (_a, { x }) => [x],
  );
  expect(readOut(statement, counted, rationals.of(3))).toEqual(rationals.of(3));
  expect(readOut({ ...statement, readout: 'identity' }, counted, rationals.of(3))).toEqual(rationals.of(3));
  // 1 / (1 + (4 - 3))
  expect(readOut({ ...statement, readout: 'logistic' }, counted, rationals.of(3))).toEqual(rationals.of(0.5));
});

test('sides of different lengths are a mistake of the statement, not a case outside of it', () => {
  const statement = aboutX(
    (_a, { x }) => [x, x],
    '=',
    (_a, { x }) => [x],
  );
  expect(() => values(statement, { x: 1 })).toThrow(
    new TypeError('sides: both must have as many entries, got 2 and 1'),
  );
});
