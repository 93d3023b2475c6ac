import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import type { Loops } from '#kernel/linear-attention/loops.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { anything, reals } from './cases.ts';

/** Numbers before and after what a loop may touch. */
const MARGIN = 2;

function listOf(entries: fc.Arbitrary<number>, length: number): fc.Arbitrary<number[]> {
  return fc.array(entries, { minLength: length, maxLength: length });
}

/** That every loop of a format is what it documents, entry by entry, and touches nothing else. */
export function testLoops<A extends FloatArray>(format: FloatFormat, loops: Loops<A>): void {
  const { add, mul, div } = floats(format);
  const numbers = (length: number): fc.Arbitrary<A> =>
    fc.oneof(listOf(reals, length), listOf(reals, length), listOf(anything, length)).map((list) => {
      const array = loops.zeros(length);
      array.set(list);
      return array;
    });
  const size = fc.nat(9);
  const widths = fc.record({ count: size, width: fc.nat(4) });
  const place = fc.nat(MARGIN);
  const equal = (computed: A, expected: readonly number[]): void => {
    expect(Array.from(computed)).toEqual(expected);
  };

  test(`${format.name}: weighted rows are added to each entry from left to right`, () => {
    fc.assert(
      fc.property(
        widths.chain(({ count, width }) =>
          fc.record({
            count: fc.constant(count),
            width: fc.constant(width),
            stride: fc.integer({ min: 1, max: 3 }),
            weights: numbers(MARGIN + 3 * count),
            rows: numbers(MARGIN + count * width),
            out: numbers(MARGIN + width + MARGIN),
            at: place,
            from: place,
            to: place,
          }),
        ),
        ({ count, width, stride, weights, rows, out, at, from, to }) => {
          const expected = Array.from<number>(out);
          for (let c = 0; c < width; c++) {
            for (let r = 0; r < count; r++) {
              const product = mul(weights[at + r * stride]!, rows[from + r * width + c]!);
              expected[to + c] = add(expected[to + c]!, product);
            }
          }
          loops.addWeighted(weights, at, stride, rows, from, count, width, out, to);
          equal(out, expected);
        },
      ),
    );
  });

  test(`${format.name}: a score is the sum of its products from left to right, for every key`, () => {
    fc.assert(
      fc.property(
        fc.record({ count: size, dk: size }).chain(({ count, dk }) =>
          fc.record({
            count: fc.constant(count),
            dk: fc.constant(dk),
            q: numbers(MARGIN + dk),
            k: numbers(MARGIN + count * dk),
            out: numbers(count + MARGIN),
            at: place,
            from: place,
          }),
        ),
        ({ count, dk, q, k, out, at, from }) => {
          const score = (j: number): number => {
            let sum = 0;
            for (let l = 0; l < dk; l++) sum = add(sum, mul(q[at + l]!, k[from + j * dk + l]!));
            return sum;
          };
          const expected = Array.from(out, (old, j) => (j < count ? score(j) : old));
          loops.scores(q, at, k, from, count, dk, out);
          equal(out, expected);
          if (count > 0) expect(loops.dot(q, at, k, from, dk)).toBe(score(0));
        },
      ),
    );
  });

  test(`${format.name}: a step adds a token to each entry of the state, and reads the row from what it has become`, () => {
    fc.assert(
      fc.property(
        fc.record({ dk: size, dv: fc.nat(4) }).chain(({ dk, dv }) =>
          fc.record({
            dk: fc.constant(dk),
            dv: fc.constant(dv),
            q: numbers(MARGIN + dk),
            k: numbers(MARGIN + dk),
            v: numbers(MARGIN + dv),
            S: numbers(dk * dv + MARGIN),
            out: numbers(MARGIN + dv + MARGIN),
            at: fc.tuple(place, place, place, place),
          }),
        ),
        ({ dk, dv, q, k, v, S, out, at: [qAt, kAt, vAt, to] }) => {
          const [state, row] = [Array.from<number>(S), Array.from<number>(out)];
          for (let l = 0; l < dk; l++) {
            for (let c = 0; c < dv; c++) {
              state[l * dv + c] = add(state[l * dv + c]!, mul(k[kAt + l]!, v[vAt + c]!));
              row[to + c] = add(row[to + c]!, mul(q[qAt + l]!, state[l * dv + c]!));
            }
          }
          loops.step(q, qAt, k, kAt, v, vAt, dk, dv, S, out, to);
          equal(S, state);
          equal(out, row);
        },
      ),
    );
  });

  test(`${format.name}: rows are added, summed and divided entry by entry`, () => {
    fc.assert(
      fc.property(
        size.chain((count) =>
          fc.record({
            count: fc.constant(count),
            a: numbers(MARGIN + count),
            out: numbers(MARGIN + count + MARGIN),
            from: place,
            to: place,
            by: anything.map((value) => roundDouble(format, value)),
          }),
        ),
        ({ count, a, out, from, to, by }) => {
          const within = (i: number): boolean => i >= to && i < to + count;
          const summed = Array.from(out, (old, i) => (within(i) ? add(old, a[from + i - to]!) : old));
          loops.add(a, from, count, out, to);
          equal(out, summed);
          loops.divide(out, to, count, by);
          equal(
            out,
            summed.map((old, i) => (within(i) ? div(old, by) : old)),
          );
          let total = 0;
          for (let i = 0; i < count; i++) total = add(total, a[i]!);
          expect(loops.total(a, count)).toBe(total);
        },
      ),
    );
  });

  test(`${format.name}: numbers are made and rounded in the format`, () => {
    expect(loops.zeros(3)).toEqual(format.name === 'binary64' ? new Float64Array(3) : new Float32Array(3));
    fc.assert(
      fc.property(fc.double(), (x) => {
        expect(loops.round(x)).toBe(roundDouble(format, x));
      }),
    );
  });
}
