import { expect, test } from 'vitest';
import { parseRational } from '#arithmetic/rational.ts';
import { tidyName } from '#arithmetic/tidy-term.ts';
import type { Entry } from '#judge/beta-entry.ts';
import { type Located, locate, signsBetween, stretchesOf } from '#judge/located.ts';
import { isEvidence, normalForm } from './obligation.ts';

function entryOf(term: string): Entry {
  return {
    value: normalForm(term),
    term: { ...tidyName(term), outermost: 'sum' },
    rooted: false,
    square: undefined,
  };
}

function located(term: string, bound: string): Located {
  return locate(entryOf(term), parseRational(bound), 1)!;
}

/** e^(beta^2) to the nearest whole number. */
const power = (beta: number | undefined): number | undefined => beta && Math.round(Math.exp(beta * beta));

function stretches(term: string, bound: string): (readonly [number | undefined, number | undefined])[] {
  return stretchesOf(located(term, bound)).map(({ from, to }) => [power(from), power(to)]);
}

test.each([
  ['2/(u + 2)', '0.5', [[2, undefined]]],
  ['u', '3', [[undefined, 3]]],
  // (u - 2)(u - 3) <= 0 from 2 to 3.
  ['u^2 - 5*u + 6', '0', [[2, 3]]],
  [
    '5*u - u^2',
    '6',
    [
      [undefined, 2],
      [3, undefined],
    ],
  ],
  [
    '(u - 2)*(u - 5)*(u - 9)',
    '0',
    [
      [undefined, 2],
      [5, 9],
    ],
  ],
  ['1/u', '1', [[undefined, undefined]]],
  ['u/u', '1', [[undefined, undefined]]],
  ['u', '1/2', []],
] as const)('%s is at most %s for u in %j', (term, bound, expected) => {
  expect(stretches(term, bound)).toEqual(expected);
});

test('a pole is a change of sign like a root', () => {
  expect(stretches('1/(u - 3)', '0')).toEqual([[undefined, 3]]);
});

test('a negative leading coefficient of the denominator does not turn the sign', () => {
  expect(stretches('2/(0 - u - 2)', '0')).toEqual([[undefined, undefined]]);
});

test('an entry with beta or a root in it is not located', () => {
  expect(locate(entryOf('beta/u'), parseRational('1'), 1)).toBeUndefined();
  expect(locate(entryOf('1/(u + beta)'), parseRational('1'), 1)).toBeUndefined();
  expect(locate(entryOf('sqrt2*u'), parseRational('1'), 1)).toBeUndefined();
});

test('the sign on every piece has its evidence', () => {
  const term = '(u - 2)*(u - 5)*(u - 9)/(u + 1)';
  const found = signsBetween(entryOf(term), located(term, '0'), 'q');
  expect(found).toHaveLength(4);
  expect(found.filter((obligation) => !isEvidence(obligation))).toEqual([]);
  expect(found.map(({ says }) => says.split(' ').slice(0, 4).join(' '))).toEqual([
    'q: at most 0',
    'q: above 0 for',
    'q: at most 0',
    'q: above 0 for',
  ]);
  expect(found[3]?.says).toMatch(/to infinity$/);
  expect(found.every((obligation) => obligation.kind === 'sign' && obligation.strict)).toBe(true);
});

test('a piece on which the entry comes too near the bound has none', () => {
  const term = '((u - 3)^2 + 1/10000)*(u - 9)';
  const found = signsBetween(entryOf(term), located(term, '0'), 'q');
  expect(found).toHaveLength(1);
});
