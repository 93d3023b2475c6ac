import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { coordinates } from '#arithmetic/space.ts';
import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import { asWritten } from '#reference/linear-attention.ts';
import { causally, everyKind, plain, rowsOf, run, unsigned } from './cases.ts';
import { testForm } from './every-form.ts';

testForm('quadratic', quadratic, plain, () => true);
testForm('quadratic, causal', quadratic, causally, (i, key) => key <= i);

test('the quadratic form is the reference as written in the arithmetic of its format, bit by bit', () => {
  fc.assert(
    fc.property(everyKind(), fc.boolean(), ({ format, tokens }, causal) => {
      const { q, k, v, n, m, dk, dv } = tokens;
      const a = floats(format);
      const rows = (array: ArrayLike<number>, count: number, width: number) =>
        rowsOf(array, count, width, a.of);
      const expected = asWritten(
        coordinates(a, dk),
        coordinates(a, dv),
        rows(q, n, dk),
        rows(k, m, dk),
        rows(v, m, dv),
        causal,
      );
      expect(unsigned(run(quadratic, tokens, { ...plain, causal }))).toEqual(unsigned(expected.flat()));
    }),
  );
});

test('the quadratic form serves the causal sum and the whole one', () => {
  expect(quadratic.serves).toEqual({ causal: true, whole: true });
});
