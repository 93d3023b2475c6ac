import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import type { Allowance } from '#bound/allowance.ts';
import type { Call } from '#law/subject-call.ts';
import { type AnyVariant, tellsApart } from '#law/variant.ts';

const call: Call = { fn: 'alternatingSum', x: [1], h0: 0 };

function giving(value: number, over: AnyVariant['over'] = 'reals'): AnyVariant {
  return { id: 'r-one', says: 'gives a number', fn: 'alternatingSum', over, entries: (a) => [a.of(value)] };
}

function allowing(bound: number, radius = 0, fate: Allowance['fates'][0] = 'bounded'): Allowance {
  const [high, low] = [Float64Array.of(1), Float64Array.of(2 ** -60)];
  return {
    exact: { high, low, radius: Float64Array.of(radius) },
    bound: Float64Array.of(bound),
    fates: [fate],
  };
}

test('a variant is told apart when it is off by more than twice the bound, above or below', () => {
  const off = (by: number): boolean => tellsApart(giving(1 + by), call, allowing(2 ** -20), binary64);
  expect([off(0), off(2 ** -19), off(2 ** -19 + 2 ** -50), off(-(2 ** -19)), off(-(2 ** -18))]).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
  // The exact value is a little above 1, by its low part.
  expect(tellsApart(giving(1), call, allowing(0), binary64)).toBe(true);
});

test('what is not known of the exact value tells nothing apart', () => {
  expect(tellsApart(giving(2), call, allowing(2 ** -20, 0.5), binary64)).toBe(true);
  expect(tellsApart(giving(2), call, allowing(2 ** -20, 1), binary64)).toBe(false);
  expect(tellsApart(giving(2), call, allowing(2 ** -20, Number.POSITIVE_INFINITY), binary64)).toBe(false);
  expect(tellsApart(giving(2), call, allowing(2 ** -20, Number.NaN), binary64)).toBe(false);
  expect(tellsApart(giving(2), call, allowing(2 ** -20, 0, 'open'), binary64)).toBe(false);
});

test('a variant may show in a format only, and be no number there', () => {
  const overflows: AnyVariant = { ...giving(0, 'format'), entries: (a) => [a.exp(a.of(100))] };
  expect(tellsApart(overflows, call, allowing(Number.MAX_VALUE), binary32)).toBe(true);
  expect(tellsApart(overflows, call, allowing(2 ** 200), binary64)).toBe(false);
  const third: AnyVariant = {
    ...giving(0, 'binary32'),
    entries: (a) => [a.mul(a.div(a.of(1), a.of(3)), a.of(3))],
  };
  const rounded: AnyVariant = { ...giving(0, 'binary32'), entries: (a) => [a.of(1 + 2 ** -30)] };
  expect(tellsApart(third, call, allowing(2 ** -40), binary64)).toBe(false);
  expect(tellsApart(rounded, call, allowing(2 ** -40), binary64)).toBe(false);
  expect(tellsApart({ ...rounded, over: 'format' }, call, allowing(2 ** -40), binary64)).toBe(true);
});

test('where a variant is undefined it is not told apart, and a call of another function is none', () => {
  const divides: AnyVariant = { ...giving(0), entries: (a) => [a.div(a.of(1), a.of(0))] };
  expect(tellsApart(divides, call, allowing(0), binary64)).toBe(false);
  expect(tellsApart(giving(5), { ...call, fn: 'output' }, allowing(0), binary64)).toBe(false);
  const broken: AnyVariant = {
    ...giving(0),
    entries: () => {
      throw new TypeError('a mistake');
    },
  };
  expect(() => tellsApart(broken, call, allowing(0), binary64)).toThrow(new TypeError('a mistake'));
});
