import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { coordinates } from '#arithmetic/space.ts';
import { reassociated } from '#kernel/linear-attention/reassociated.ts';
import * as reference from '#reference/linear-attention.ts';
import { everyKind, plain, rowsOf, run, unsigned } from './cases.ts';
import { testForm } from './every-form.ts';

testForm('reassociated', reassociated, plain, () => true);

test('the reassociated form is the reference in the arithmetic of its format, bit by bit', () => {
  const sizes = { n: 4, m: 150, dk: 5, dv: 3 };
  fc.assert(
    fc.property(fc.oneof(everyKind(), everyKind({ sizes })), ({ format, tokens }) => {
      const { q, k, v, n, m, dk, dv } = tokens;
      // Without keys nothing tells the reference how wide values are.
      fc.pre(m > 0);
      const a = floats(format);
      const rows = (array: ArrayLike<number>, count: number, width: number) =>
        rowsOf(array, count, width, a.of);
      const expected = reference.reassociated(
        coordinates(a, dk),
        rows(q, n, dk),
        rows(k, m, dk),
        rows(v, m, dv),
      );
      expect(unsigned(run(reassociated, tokens, plain))).toEqual(unsigned(expected.flat()));
    }),
  );
});

test('the reassociated form serves the sum over all keys only', () => {
  expect(reassociated.serves).toEqual({ causal: false, whole: true });
});
