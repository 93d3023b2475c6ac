import { expect, test } from 'vitest';
import {
  entry,
  inner,
  key,
  matrix,
  output,
  product,
  query,
  softmaxOf,
  sumOver,
  tuple,
  value,
} from '#claim/linear-attention/expressions.ts';
import { expressionText, kindText, readExpression } from '#judge/expression-kind.ts';

test('builds the formula that line 81 is read as, in which everything denotes', () => {
  const formula = sumOver('j', product(inner(query('i'), key('j')), value('j')));
  expect(expressionText(formula)).toBe('sum_j <q_i, k_j> v_j');
  const { kind, faults } = readExpression(formula, { free: ['i'], bound: [] });
  expect(faults).toEqual([]);
  expect(kind).toEqual(readExpression(output('i'), { free: ['i'], bound: [] }).kind);
});

test('writes entries, matrices, softmax and tuples', () => {
  expect(expressionText(tuple(softmaxOf(entry('S', 'i', 'j')), matrix('K', 'T', 'dk')))).toBe(
    '(softmax(S_ij), K)',
  );
  expect(kindText(readExpression(matrix('K', 'T', 'dk'), { free: [], bound: [] }).kind!)).toBe(
    'a T x dk matrix',
  );
});
