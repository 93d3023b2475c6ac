import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { coordinates } from '#arithmetic/space.ts';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import * as reference from '#reference/linear-attention.ts';
import { causally, everyKind, rowsOf, run, unsigned } from './cases.ts';
import { testForm } from './every-form.ts';

testForm('recurrent', recurrent, causally, (i, key) => key <= i);

test('the recurrent form is the reference in the arithmetic of its format, bit by bit', () => {
  fc.assert(
    fc.property(everyKind({ aligned: true }), ({ format, tokens }) => {
      const { q, k, v, n, dk, dv } = tokens;
      const a = floats(format);
      const rows = (array: ArrayLike<number>, width: number) => rowsOf(array, n, width, a.of);
      const expected = reference.recurrent(coordinates(a, dk), rows(q, dk), rows(k, dk), rows(v, dv));
      expect(unsigned(run(recurrent, tokens, causally))).toEqual(unsigned(expected.flat()));
    }),
  );
});

test('the recurrent form serves the causal sum only', () => {
  expect(recurrent.serves).toEqual({ causal: true, whole: false });
});
