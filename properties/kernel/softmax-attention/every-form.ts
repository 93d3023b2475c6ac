import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import { EXP_ULP } from '#kernel/exp.ts';
import type { SoftmaxKernel } from '#kernel/kernel.ts';
import { distance, entryBound, exactRow } from './bound.ts';
import { arrayOf, type Case, cases, changed, formats, run, type Sizes, seenBy } from './cases.ts';

/** Sizes of one tile at most: what is seen of large ones is left to the orders. */
const small: Sizes = { n: 6, m: 9, dk: 5, dv: 3 };

/** Asserts that every entry is as near to the exact one as the kernel declares. @returns largest error over bound */
export function expectWithinBound(kernel: SoftmaxKernel, one: Case): number {
  const out = run(kernel, one);
  const { n, dv } = one.tokens;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    const row = exactRow(one, i);
    for (let c = 0; c < dv; c++) {
      const bound = entryBound(kernel.declares(one.format), one, row, c);
      const error = distance(row.entries[c]!, out[i * dv + c]!);
      expect(error).toBeLessThanOrEqual(bound);
      largest = Math.max(largest, error / bound);
    }
  }
  return largest;
}

/** Asserts that a NaN spoils what sees it, and leaves the bits of all the rest. */
function expectContained(kernel: SoftmaxKernel, one: Case): void {
  const { n, m, dk, dv } = one.tokens;
  const clean = run(kernel, one);
  const expectSpoiled = (poisoned: Case, spoiled: (i: number, c: number) => boolean): void => {
    const expected = Array.from(clean, (entry, place) =>
      spoiled(Math.floor(place / dv), place % dv) ? Number.NaN : entry,
    );
    expect([...run(kernel, poisoned)]).toEqual(expected);
  };
  const sees = (i: number, j: number): boolean => j < seenBy(i, one.tokens, one.settings);
  for (let row = 0; dk > 0 && row < n; row++) {
    expectSpoiled(changed(one, 'q', row * dk, Number.NaN), (i) => i === row);
  }
  for (let j = 0; j < m; j++) {
    if (dk > 0) expectSpoiled(changed(one, 'k', (j + 1) * dk - 1, Number.NaN), (i) => sees(i, j));
    for (let column = 0; column < dv; column++) {
      expectSpoiled(changed(one, 'v', j * dv + column, Number.NaN), (i, c) => c === column && sees(i, j));
    }
  }
}

/** What every form owes. */
export function testForm(
  name: string,
  kernel: SoftmaxKernel,
  rescalings: (format: FloatFormat) => number[],
): void {
  test(`${name}: every output is within its declared bound of the exact one`, () => {
    fc.assert(
      fc.property(cases(small, ['reals']), (one) => {
        expectWithinBound(kernel, one);
      }),
      { numRuns: 60 },
    );
  });

  test(`${name}: a NaN spoils what sees it and nothing else`, () => {
    fc.assert(
      fc.property(cases(small, ['reals']), (one) => {
        expectContained(kernel, one);
      }),
      { numRuns: 12 },
    );
  });

  test(`${name}: keys and values behind the mask are not read`, () => {
    fc.assert(
      fc.property(
        cases({ ...small, n: 5 }, ['reals']),
        fc.constantFrom(Number.NaN, Infinity),
        (one, poison) => {
          const causal = { ...one, settings: { ...one.settings, causal: true } };
          const { n, dk, dv } = one.tokens;
          const poisoned = (which: 'k' | 'v', width: number) =>
            arrayOf(one.format, one.tokens[which].length, (place) =>
              place < n * width ? one.tokens[which][place]! : poison,
            );
          const tokens = { ...one.tokens, k: poisoned('k', dk), v: poisoned('v', dv) };
          expect(run(kernel, { ...causal, tokens })).toEqual(run(kernel, causal));
        },
      ),
    );
  });

  test(`${name}: a score of minus infinity weighs nothing, and a row of nothing else is NaN`, () => {
    for (const format of formats) {
      const of = (...numbers: number[]) => arrayOf(format, numbers.length, (place) => numbers[place]!);
      const tokens = {
        q: of(1),
        k: of(Number.NEGATIVE_INFINITY, 2, 2),
        v: of(5, 1, 3),
        n: 1,
        m: 3,
        dk: 1,
        dv: 1,
      };
      const settings = { scale: 1, causal: false };
      expect([...run(kernel, { tokens, settings })]).toEqual([2]);
      const none = { ...tokens, k: arrayOf(format, 3, () => Number.NEGATIVE_INFINITY) };
      expect([...run(kernel, { tokens: none, settings })]).toEqual([Number.NaN]);
      const infinite = { ...tokens, k: of(1, Number.POSITIVE_INFINITY, 1) };
      expect([...run(kernel, { tokens: infinite, settings })]).toEqual([Number.NaN]);
    }
  });

  test(`${name}: no coordinates give the mean of the values, and no keys NaN`, () => {
    for (const format of formats) {
      const empty = arrayOf(format, 0, () => 0);
      const v = arrayOf(format, 8, (place) => place);
      const settings = { scale: 1, causal: false };
      const means = { q: empty, k: empty, v, n: 2, m: 4, dk: 0, dv: 2 };
      expect([...run(kernel, { tokens: means, settings })]).toEqual([3, 4, 3, 4]);
      const causal = { tokens: means, settings: { scale: 1, causal: true } };
      expect([...run(kernel, causal)]).toEqual([0, 1, 1, 2]);
      const keyless = { q: arrayOf(format, 2, () => 1), k: empty, v: empty, n: 2, m: 0, dk: 1, dv: 1 };
      expect([...run(kernel, { tokens: keyless, settings })]).toEqual([Number.NaN, Number.NaN]);
      expect(run(kernel, { tokens: { ...means, n: 0 }, settings }).length).toBe(0);
    }
  });

  describe(`${name}: the declaration`, () => {
    test.each([binary64, binary32])(
      'names $name, the accuracy of the exponential and the order',
      (format) => {
        const { additions, scalings, ...rest } = kernel.declares(format);
        expect([scalings(1), scalings(0.3)]).toEqual([0, 1]);
        expect([0, 1, 2, 9].map(additions)).toEqual([0, 0, 1, 8]);
        expect({ ...rest, rescalings: [0, 1, 2, 32, 33, 64, 65, 129].map(rest.rescalings) }).toEqual({
          format,
          expUlp: EXP_ULP,
          rescalings: rescalings(format),
          shifted: name !== 'naive',
          joins: 0,
          compensated: false,
          reciprocal: kernel.tier === 'relaxed',
          flushes: kernel.tier === 'relaxed',
          logarithm: false,
        });
      },
    );
  });
}

/** Asserts that a kernel has the bits of the order that it documents. */
export function testOrder(
  name: string,
  kernel: SoftmaxKernel,
  order: (one: Case) => number[],
  sizes: Sizes,
  numRuns = 100,
): void {
  test(`${name}: the operations are in the documented order, bit by bit`, () => {
    fc.assert(
      fc.property(cases(sizes), (one) => {
        expect([...run(kernel, one)]).toEqual(order(one));
      }),
      { numRuns },
    );
  });
}
