import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expression, Kind, Notation } from '#claim/notation.ts';
import { decideNotation } from '#judge/notation.ts';

const scalar: Kind = { is: 'scalar' };
const vector = (size: string): Kind => ({ is: 'vector', size });
const matrix = (rows: string, columns: string): Kind => ({ is: 'matrix', rows, columns });
const symbol = (name: string, kind: Kind): Expression => ({ form: 'symbol', name, kind });
const at = (name: string, by: string, kind: Kind): Expression => ({ form: 'indexed', name, by: [by], kind });
const inner = (left: Expression, right: Expression): Expression => ({ form: 'inner', left, right });
const product = (left: Expression, right: Expression): Expression => ({ form: 'product', left, right });
const sum = (index: string, of: Expression): Expression => ({ form: 'sum', index, of });
const softmax = (of: Expression): Expression => ({ form: 'softmax', of });
const tuple = (...parts: Expression[]): Expression => ({ form: 'tuple', parts });

const yi = at('y', 'i', vector('dv'));
const [qi, kj, vj] = [at('q', 'i', vector('dk')), at('k', 'j', vector('dk')), at('v', 'j', vector('dv'))];

function faultsOf(notation: Notation): readonly string[] {
  const verdict = decideNotation(notation);
  if (verdict.verdict !== 'ill-posed') return [];
  expect(verdict.fault.displayed).toBe(notation.displayed);
  return verdict.fault.faults;
}

function faultsOfFormula(defines: Expression, by: Expression): readonly string[] {
  return faultsOf({ kind: 'notation', displayed: 'as displayed', defines, by });
}

test('accepts a formula in which everything denotes', () => {
  const by = sum('j', product(inner(qi, kj), vj));
  expect(decideNotation({ kind: 'notation', displayed: 'y_i', defines: yi, by })).toEqual({
    verdict: 'proved',
    proof: {
      method: 'construction',
      argument:
        'y_i = sum_j <q_i, k_j> v_j: every index is free on the left side or bound by one sum, every operation is ' +
        'defined for what its operands denote, and both sides denote the same kind.',
      obligations: [],
    },
  });
  const rows = product(softmax(symbol('S', matrix('T', 'T'))), symbol('V', matrix('T', 'dv')));
  expect(faultsOfFormula(symbol('Y', matrix('T', 'dv')), rows)).toEqual([]);
});

test('names every fault of a formula that has several', () => {
  const ki = at('k', 'i', vector('dk'));
  const by = sum('i', tuple(softmax(inner(qi, ki)), at('v', 'i', vector('dv'))));
  expect(faultsOfFormula(yi, by)).toEqual([
    'index i is free on the left side and bound by the sum',
    'softmax of <q_i, k_i>, a scalar: it is defined on a row of scores',
    '(softmax(<q_i, k_i>), v_i): 2 parts with no operation between them',
  ]);
});

test('rejects an index bound twice, and one that is neither free nor bound', () => {
  expect(faultsOfFormula(yi, sum('j', sum('j', vj)))).toEqual([
    'index j is bound by two sums, one inside the other',
  ]);
  expect(faultsOfFormula(yi, vj)).toEqual([
    'index j of v_j is neither free on the left side nor bound by a sum',
  ]);
  expect(faultsOfFormula(symbol('y', vector('dv')), sum('j', vj))).toEqual([]);
});

test('rejects an inner product of a scalar with a vector, which would be no vector either', () => {
  expect(faultsOfFormula(yi, sum('j', inner(inner(qi, kj), vj)))).toEqual([
    'inner product of <q_i, k_j>, a scalar, and v_j, a vector of size dv, is not defined',
    'y_i is a vector of size dv, but the right side is a scalar',
  ]);
  expect(faultsOfFormula(symbol('s', scalar), sum('j', inner(kj, vj)))).toEqual([
    'inner product of k_j, a vector of size dk, and v_j, a vector of size dv, is not defined',
  ]);
});

test('rejects a product of matrices whose sizes do not match', () => {
  const q = symbol('Q', matrix('T', 'dk'));
  const k = symbol('K', matrix('T', 'dk'));
  expect(faultsOfFormula(symbol('W', matrix('T', 'T')), product(q, k))).toEqual([
    'product of Q, a T x dk matrix, and K, a T x dk matrix, is not defined',
  ]);
  const transposed = symbol('K^T', matrix('dk', 'T'));
  expect(faultsOfFormula(symbol('W', matrix('T', 'T')), product(q, transposed))).toEqual([]);
  expect(faultsOfFormula(symbol('W', matrix('T', 'T')), product(transposed, q))).toEqual([
    'W is a T x T matrix, but the right side is a dk x dk matrix',
  ]);
});

test('knows which products of scalars, vectors and matrices are defined', () => {
  const operands = { c: scalar, d: vector('dk'), t: vector('T'), m: matrix('T', 'dk') };
  const one = (name: keyof typeof operands) => symbol(name, operands[name]);
  const table: [keyof typeof operands, keyof typeof operands, Kind | undefined][] = [
    ['c', 'c', scalar],
    ['c', 'd', vector('dk')],
    ['d', 'c', vector('dk')],
    ['c', 'm', matrix('T', 'dk')],
    ['m', 'c', matrix('T', 'dk')],
    ['m', 'd', vector('T')],
    ['m', 't', undefined],
    ['t', 'm', vector('dk')],
    ['d', 'm', undefined],
    ['m', 'm', undefined],
    ['d', 'd', undefined],
  ];
  for (const [left, right, kind] of table) {
    const faults = faultsOfFormula(symbol('r', kind ?? scalar), product(one(left), one(right)));
    expect(faults, `${left} ${right}`).toHaveLength(kind === undefined ? 1 : 0);
  }
});

test('names a fault that occurs twice once, and reads the left side too', () => {
  const bad = at('v', 'm', vector('dv'));
  expect(faultsOfFormula(tuple(yi), inner(bad, bad))).toEqual([
    'index i of y_i is neither free on the left side nor bound by a sum',
    '(y_i): 1 parts with no operation between them',
    'index m of v_m is neither free on the left side nor bound by a sum',
  ]);
  const broken = product(tuple(vj), softmax(tuple(vj)));
  expect(faultsOfFormula(symbol('y', vector('dv')), sum('j', broken))).toEqual([
    '(v_j): 1 parts with no operation between them',
  ]);
});

test('rejects indices that name no member', () => {
  const indexed = (from: number, to: number | 'infinity'): Notation => ({
    kind: 'notation',
    displayed: 'i = 0, 1, 2, 3 ...',
    indices: { from, to },
    members: { symbol: 'x', from: 1, to: 3 },
  });
  expect(faultsOf(indexed(0, 'infinity'))).toEqual([
    'index 0 names no x: the members are x_1 ... x_3',
    'index 4 and all above it up to infinity name no x: the members are x_1 ... x_3',
  ]);
  expect(faultsOf(indexed(2, 4))).toHaveLength(1);
  expect(faultsOf(indexed(5, 6))[0]).toMatch(/^index 5 and all above it up to 6 /);
  expect(decideNotation(indexed(1, 3))).toMatchObject({
    verdict: 'proved',
    proof: { argument: 'Every index 1 ... 3 names one of x_1 ... x_3.' },
  });
});

test('rejects brackets that are never closed, with place and counts', () => {
  const faults = (displayed: string) => faultsOf({ kind: 'notation', displayed });
  expect(faults('f(2(x - (y))')).toEqual(['( at character 2 is never closed', '3 ( against 2 )']);
  expect(faults('x)')).toEqual([') at character 2 closes nothing', '0 ( against 1 )']);
  expect(faults('(x]')).toEqual([
    '] at character 3 closes nothing',
    '( at character 1 is never closed',
    '1 ( against 0 )',
    '0 [ against 1 ]',
  ]);
  expect(faults(')(')).toEqual([') at character 1 closes nothing', '( at character 2 is never closed']);
  expect(decideNotation({ kind: 'notation', displayed: 'f([x], {y})' })).toMatchObject({
    verdict: 'proved',
    proof: { argument: 'Every bracket that is opened is closed, in order.' },
  });
});

test('accepts exactly the strings that matching brackets can build', () => {
  const balanced = fc.letrec<{ text: string }>((tie) => ({
    text: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('', 'x', '-'),
      fc.tuple(fc.constantFrom('()', '[]', '{}'), tie('text')).map(([b, t]) => `${b[0]!}${t}${b[1]!}`),
      fc.tuple(tie('text'), tie('text')).map((parts) => parts.join('')),
    ),
  })).text;
  fc.assert(
    fc.property(balanced, fc.nat(), fc.constantFrom('(', ')', '[', ']', '{', '}'), (text, place, extra) => {
      expect(faultsOf({ kind: 'notation', displayed: text })).toEqual([]);
      const i = place % (text.length + 1);
      expect(faultsOf({ kind: 'notation', displayed: text.slice(0, i) + extra + text.slice(i) })).not.toEqual(
        [],
      );
    }),
  );
});
