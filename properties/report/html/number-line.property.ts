import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberLine, sharedLines } from '#report/html/number-line.ts';
import { witness } from '../sample.ts';

const side = (lo: string, hi: string): typeof witness.left => ({ term: 'x', lo, hi });

test('the lesser side stands on the left, with the gap between', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }), (a, more) => {
      const [less, greater] = [side(`${a}`, `${a}`), side(`${a + more}`, `${a + more}`)];
      const one = numberLine({ ...witness, left: less, right: greater, gap: `${more}` }).text;
      const other = numberLine({ ...witness, left: greater, right: less, gap: `${more}` }).text;
      expect(one).toContain('href="#line-less"');
      expect(other).toContain('href="#line-greater"');
      expect(one).toContain(`gap ≥ ${more}`);
    }),
  );
});

test('sides that differ by less than doubles show are told apart by their digits', () => {
  const [less, greater] = ['0.99999999999999999999999991', '0.99999999999999999999999995'];
  const text = numberLine({ ...witness, left: side(greater, greater), right: side(less, less) }).text;
  expect(text).toContain('href="#line-greater"');
});

test('one number is drawn once', () => {
  const { text } = numberLine({ ...witness, left: side('-2', '-2'), right: side('-2', '-2'), gap: '0' });
  expect(text).toContain('href="#line-same"');
  expect(text).toContain('the same number');
  expect(text).not.toContain('gap ≥');
  expect(text).toContain('>−2</text>');
});

test('every order of the sides has its line', () => {
  const { text } = sharedLines();
  expect([...text.matchAll(/id="line-(\w+)"/g)].map(([, order]) => order)).toEqual([
    'less',
    'greater',
    'same',
  ]);
  expect([...text.matchAll(/class="gap"/g)]).toHaveLength(2);
});
