import { expect, test } from 'vitest';
import type { Expression } from '#claim/notation.ts';
import { expressionText, freeIndices, kindText, readExpression } from '#judge/expression-kind.ts';

const score: Expression = { form: 'indexed', name: 'S', by: ['i', 'j'], kind: { is: 'scalar' } };
const row: Expression = { form: 'symbol', name: 's', kind: { is: 'vector', size: 'T' } };

test('writes an expression as it is displayed', () => {
  const expression: Expression = {
    form: 'sum',
    index: 'j',
    of: {
      form: 'tuple',
      parts: [
        { form: 'softmax', of: row },
        { form: 'inner', left: row, right: row },
        { form: 'product', left: score, right: row },
      ],
    },
  };
  expect(expressionText(expression)).toBe('sum_j (softmax(s), <s, s>, S_ij s)');
});

test('says in words what something denotes', () => {
  expect(kindText({ is: 'scalar' })).toBe('a scalar');
  expect(kindText({ is: 'vector', size: 'dk' })).toBe('a vector of size dk');
  expect(kindText({ is: 'matrix', rows: 'T', columns: 'dk' })).toBe('a T x dk matrix');
});

test('takes the free indices from the left side', () => {
  expect(freeIndices(score)).toEqual(['i', 'j']);
  expect(freeIndices(row)).toEqual([]);
});

test('carries the indices that are bound into the parts of a sum', () => {
  const summed: Expression = { form: 'sum', index: 'j', of: score };
  expect(readExpression(summed, { free: ['i'], bound: [] })).toEqual({ kind: { is: 'scalar' }, faults: [] });
  expect(readExpression(score, { free: ['i'], bound: [] }).faults).toHaveLength(1);
  expect(readExpression({ form: 'softmax', of: row }, { free: [], bound: [] })).toEqual({
    kind: { is: 'vector', size: 'T' },
    faults: [],
  });
});
