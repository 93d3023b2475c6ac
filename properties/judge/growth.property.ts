import { expect, test } from 'vitest';
import { formatRational } from '#arithmetic/rational.ts';
import { tidyName } from '#arithmetic/tidy-term.ts';
import type { Entry } from '#judge/beta-entry.ts';
import { growthOf } from '#judge/growth.ts';
import { isEvidence, normalForm } from './obligation.ts';

/** The entry that a formula in beta and u is. */
function entryOf(term: string): Entry {
  return {
    value: normalForm(term),
    term: { ...tidyName(term), outermost: 'sum' },
    rooted: false,
    square: undefined,
  };
}

function limitOf(term: string): string | undefined {
  const growth = growthOf(entryOf(term), 1, 'it');
  if (growth === undefined) return undefined;
  expect(growth.obligations.length).toBeGreaterThan(0);
  expect(growth.obligations.filter((obligation) => !isEvidence(obligation))).toEqual([]);
  return growth.limit === 'none' ? 'none' : formatRational(growth.limit);
}

test.each([
  ['u^2/(u^2 + u + 1)', '1'],
  ['3*u^2/(2*u^2 + u)', '3/2'],
  ['u/(u^2 + 1)', '0'],
  ['u - u', '0'],
  ['7', '7'],
  ['0 - 1/u', '0'],
])('as u grows %s tends to %s', (term, limit) => {
  expect(limitOf(term)).toBe(limit);
});

test.each([['u'], ['beta'], ['2*beta^2'], ['0 - u^2/(u + 1)']])('%s has no limit', (term) => {
  expect(limitOf(term)).toBe('none');
});

test.each([
  ['(1 + beta)/beta', '1'],
  ['1/beta^2', '0'],
])('as beta grows %s tends to %s', (term, limit) => {
  expect(limitOf(term)).toBe(limit);
});

test.each([
  ['beta/(u + 2)', '0'],
  ['beta*(u + 1)/(u^2 + u + 1)', '0'],
  ['(u - beta)/(u + 2)', '1'],
  ['(beta^3*u + 2*u^2)/(u^2 + 1)', '2'],
  ['beta^9/u', '0'],
])('powers of beta do not change the limit of %s, which is %s', (term, limit) => {
  expect(limitOf(term)).toBe(limit);
});

test.each([
  ['beta*u/(u + 1)'],
  ['u + beta'],
  ['(beta + u^2)/(u + 2)'],
  ['u/(u + beta)'],
  ['x/u'],
  ['x + u*beta'],
])('nothing is said of %s', (term) => {
  expect(growthOf(entryOf(term), 1, 'it')).toBeUndefined();
});

test('every part of an entry in beta and u has its evidence', () => {
  const growth = growthOf(entryOf('(beta^2*u + beta + u^2)/(u^2 + 1)'), 2, 'entry 4');
  const kinds = growth?.obligations.map(({ kind }) => kind);
  expect(kinds).toEqual(['identity', 'limit', 'limit', 'limit']);
  expect(growth?.obligations[0]?.says).toBe('entry 4 by powers of beta');
  expect(growth?.obligations[2]?.says).toContain('u = e^(beta^2/2) and s = sqrt(u)');
});

test('a part that is zero is not shown', () => {
  const growth = growthOf(entryOf('beta^2/(u + 1)'), 1, 'it');
  expect(growth?.obligations.map(({ kind }) => kind)).toEqual(['identity', 'limit']);
});
