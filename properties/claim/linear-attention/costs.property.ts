import { expect, test } from 'vitest';
import {
  blank,
  type Computation,
  counted,
  linear,
  linearInLength,
  oneOutput,
  operations,
  ordered,
  quadratic,
  standard,
  standardOneOutput,
  streaming,
  streamingLastToken,
  written,
  writtenOneOutput,
} from '#claim/linear-attention/costs.ts';
import type { Measure, SizeFormula } from '#claim/statement.ts';
import { decide } from './decided.ts';

const perToken: SizeFormula = (r, { dk, dv }) => r.mul(r.of(2), r.mul(dk!, dv!));
const multiplications = (computation: Computation): Measure => operations(['mul'], computation);

/** Multiplications of every form, as known by hand. */
const known: readonly (readonly [string, Measure, SizeFormula])[] = [
  ['softmax attention', multiplications(standard), quadratic],
  ['softmax attention, one output', multiplications(standardOneOutput), oneOutput],
  ['line 81', multiplications(written), quadratic],
  ['line 81, one output', multiplications(writtenOneOutput), oneOutput],
  ['Q (K^T V)', multiplications(linear), linearInLength],
  ['streaming', multiplications(streaming), linearInLength],
  ['streaming, last token', streamingLastToken, perToken],
];

test('the multiplications of every form are the polynomial known for it', () => {
  for (const [name, measure, formula] of known) {
    expect(decide(counted(name, measure, formula)).verdict, name).toBe('proved');
  }
});

test('a polynomial that is off by one multiplication is refuted at sizes of one', () => {
  for (const [name, measure, formula] of known) {
    const twin = counted(name, measure, (r, sizes) => r.add(formula(r, sizes), r.of(1)));
    expect(decide(twin), name).toMatchObject({
      verdict: 'refuted',
      witness: { inputs: [{ decimal: '1' }, { decimal: '1' }, { decimal: '1' }] },
    });
  }
});

test('counts the kinds of operation it is asked for, and nothing else', () => {
  const sizes = { T: 3, dk: 2, dv: 5 };
  // n m exponentials and divisions, n (m - 1) additions for the row sums, the rest in the products.
  expect(operations(['exp'], standard)(sizes)).toBe(9);
  expect(operations(['div'], standard)(sizes)).toBe(9);
  expect(operations(['add'], standard)(sizes)).toBe(9 * (2 - 1) + 3 * (3 - 1) + 3 * 5 * (3 - 1));
  expect(operations(['mul', 'exp', 'div'], standard)(sizes)).toBe(9 * (2 + 5 + 2));
  expect(operations(['sqrt'], standard)(sizes)).toBe(0);
  expect(blank(2, 3)).toEqual([
    [null, null, null],
    [null, null, null],
  ]);
});

test('an order says of which size, and whether one constant serves all others', () => {
  const measure = multiplications(linear);
  expect(ordered('count', measure, 1)).toMatchObject({
    sizes: ['T', 'dk', 'dv'],
    is: { says: 'order', size: 'T', degree: 1, uniform: false },
  });
  expect(decide(ordered('count', measure, 1)).verdict).toBe('proved');
  expect(decide(ordered('count', measure, 1, true)).verdict).toBe('refuted');
  expect(decide(ordered('count', measure, 0)).verdict).toBe('refuted');
});
