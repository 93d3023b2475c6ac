import { expect, test } from 'vitest';
import {
  type Computation,
  linear,
  operations,
  standard,
  streaming,
  written,
} from '#claim/linear-attention/costs.ts';
import { runLinear } from '#report/play/linear.ts';

const computations: readonly Computation[] = [standard, written, linear, streaming];

test('counts are those of a run of the reference', () => {
  for (const sizes of [
    { T: 1, dk: 1, dv: 1 },
    { T: 5, dk: 3, dv: 2 },
    { T: 9, dk: 2, dv: 4 },
  ]) {
    for (const [i, { multiplications, additions, exponentials }] of runLinear(sizes).forms.entries()) {
      const count = (kind: 'mul' | 'add' | 'exp'): string => `${operations([kind], computations[i]!)(sizes)}`;
      expect([multiplications, additions, exponentials]).toEqual([count('mul'), count('add'), count('exp')]);
    }
  }
});

test('from the crossover on, and not before, the linear form takes fewer multiplications', () => {
  for (const [dk, dv] of [
    [1, 1],
    [3, 5],
    [64, 64],
    [512, 2],
  ] as const) {
    const { crossover } = runLinear({ T: 1, dk, dv });
    const fewer = (T: number): boolean => 2 * T * dk * dv < T * T * (dk + dv);
    expect([fewer(crossover), crossover === 1 || fewer(crossover - 1)]).toEqual([true, crossover === 1]);
  }
});

test('every error is below its bound, and some error shows', () => {
  const { errors, measured, lengths, forms } = runLinear({ T: 4096, dk: 64, dv: 3 });
  expect(measured).toEqual({ T: 16, dk: 6, dv: 3 });
  expect(errors.map(({ kernel, format }) => `${kernel} ${format}`)).toHaveLength(6);
  expect(errors.every(({ ratio }) => ratio > 1e-3 && ratio < 1)).toBe(true);
  expect(errors[3]!.error).toBeGreaterThan(errors[0]!.error * 1e6);
  expect(forms[1]!.curve).toHaveLength(lengths.length);
  expect(forms[1]!.curve[3]).toBe(64 * 67);
  expect(forms[2]!.polynomial).toBe('2*T*dk*dv');
});
