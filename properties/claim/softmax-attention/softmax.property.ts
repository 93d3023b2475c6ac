import { expect, test } from 'vitest';
import { softmaxClaims } from '#claim/softmax-attention/softmax.ts';
import type { AsBetaGrows, ForAllBeta, Statement } from '#claim/statement.ts';
import { exactAt } from './exact.ts';

const [claim] = softmaxClaims;
const statementOf = (name: string): Statement =>
  claim!.readings.find((reading) => reading.name.startsWith(name))!.statement;

test('a softmax of one inner product is what is displayed', () => {
  expect(claim!.notation).toMatchObject({
    displayed: 'W_{ij} = softmax(<x_i, x_j>)',
    defines: { name: 'W', by: ['i', 'j'], kind: { is: 'scalar' } },
    by: { form: 'softmax', of: { form: 'inner', left: { by: ['i'] }, right: { by: ['j'] } } },
  });
});

test('rows of the softmax over columns sum to 1 nowhere but at beta = 0', () => {
  const { left, right } = statementOf('column softmax (over i)') as ForAllBeta;
  // 1 - 1/(1 + u + u^2) + 1/(u + 2) in rows 1 and 3, 2/(1 + u + u^2) + u/(u + 2) in row 2.
  expect(exactAt(left, 4, 2)).toEqual(['31/28', '11/14', '31/28']);
  expect(exactAt(left, 4, 1)).toEqual(['1', '1', '1']);
  expect(exactAt(right, 4, 2)).toEqual(['1', '1', '1']);
});

test('columns are compared with rows across the diagonal', () => {
  const { left, right } = statementOf('column softmax is the transpose') as ForAllBeta;
  expect(exactAt(left, 4, 2)).toEqual(exactAt(right, 4, 2));
  expect(exactAt(left, 4, 2)[1]).toBe('1/4');
});

test('one softmax over all scores keeps half of its weight in each of the corners', () => {
  const [claimed, found] = ['global softmax over', 'global softmax, its'].map(
    (name) => statementOf(name) as AsBetaGrows,
  );
  expect(claimed!.limits).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  expect(exactAt(found!.quantity, 4, 2 ** 40).map((text) => Math.round(2 * numberOf(text)))).toEqual([
    1, 0, 0, 0, 0, 0, 0, 0, 1,
  ]);
});

/** The number a fraction `p/q` denotes. */
function numberOf(text: string): number {
  const [num, den = '1'] = text.split('/');
  return Number(num) / Number(den);
}
