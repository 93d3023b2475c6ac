import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary64 } from '#arithmetic/float-format.ts';
import { coordinates } from '#arithmetic/space.ts';
import { chunkwise } from '#kernel/linear-attention/chunkwise.ts';
import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import * as reference from '#reference/linear-attention.ts';
import { depths } from '../rnn/orders.ts';
import { arrayOf, causally, everyKind, rowsOf, run, unsigned } from './cases.ts';
import { testForm } from './every-form.ts';

testForm('chunkwise', chunkwise, causally, (i, key) => key <= i);

test('the chunkwise form is the reference in the arithmetic of its format, bit by bit, for every chunk', () => {
  const sizes = { n: 14, m: 0, dk: 6, dv: 3 };
  fc.assert(
    fc.property(
      everyKind({ aligned: true, sizes }),
      fc.integer({ min: 1, max: 16 }),
      ({ format, tokens }, chunk) => {
        const { q, k, v, n, dk, dv } = tokens;
        const a = floats(format);
        const rows = (array: ArrayLike<number>, width: number) => rowsOf(array, n, width, a.of);
        const expected = reference.chunkwise(
          coordinates(a, dk),
          coordinates(a, dv),
          rows(q, dk),
          rows(k, dk),
          rows(v, dv),
          chunk,
        );
        expect(unsigned(run(chunkwise, tokens, { ...causally, chunk }))).toEqual(unsigned(expected.flat()));
      },
    ),
  );
});

test('in one chunk the chunkwise form is the quadratic one, also where a query is infinite', () => {
  fc.assert(
    fc.property(everyKind(), fc.boolean(), ({ format, tokens }, normalize) => {
      const { q, dk } = tokens;
      const infinite = arrayOf(
        format,
        Array.from(q, (entry, place) => (place % (dk + 1) === 0 ? Number.POSITIVE_INFINITY : entry)),
      );
      for (const one of [tokens, { ...tokens, q: infinite }]) {
        const settings = { ...causally, normalize, chunk: 1000 };
        expect(unsigned(run(chunkwise, one, settings))).toEqual(unsigned(run(quadratic, one, settings)));
      }
    }),
  );
});

test('no product passes through more additions than the chunkwise form declares, whatever the chunk', () => {
  const { additions, joins } = chunkwise.declares(binary64);
  for (const dk of [1, 3]) {
    for (let n = 1; n < 15; n++) {
      for (let chunk = 1; chunk <= n; chunk++) {
        const zeros = (width: number) => rowsOf(new Float64Array(n * width), n, width, () => 0);
        const outputs = reference.chunkwise(
          coordinates(depths, dk),
          coordinates(depths, 1),
          zeros(dk),
          zeros(dk),
          zeros(1),
          chunk,
        );
        outputs.forEach((row, i) => {
          expect(row[0]).toBeLessThanOrEqual(additions(dk) + additions(i + 1) + joins);
        });
        if (chunk === 1) expect(outputs[1]?.[0] ?? dk).toBe(dk);
      }
    }
  }
});

test('the chunkwise form serves the causal sum only, and declares the addition that joins inside and outside', () => {
  expect(chunkwise.serves).toEqual({ causal: true, whole: false });
  expect(chunkwise.declares(binary64).joins).toBe(1);
});
