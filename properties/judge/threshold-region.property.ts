import { expect, test } from 'vitest';
import { parseRational } from '#arithmetic/rational.ts';
import { tidyName } from '#arithmetic/tidy-term.ts';
import type { Entry } from '#judge/beta-entry.ts';
import { locate } from '#judge/located.ts';
import { type Bounded, regionOf } from '#judge/threshold-region.ts';
import type { Region } from '#judge/verdict.ts';
import { isEvidence, normalForm } from './obligation.ts';

/** The region of quantities given as formulas in u, for every eps, names p, q, r, ... */
function region(quantities: readonly string[], everyEps: readonly string[]): Region {
  const bounded = everyEps.flatMap((eps) =>
    quantities.map((term, index): Bounded => {
      const written = { ...tidyName(term), outermost: 'sum' } as const;
      const entry: Entry = { value: normalForm(term), term: written, rooted: false, square: undefined };
      return { name: 'pqr'[index]!, index, entry, eps, located: locate(entry, parseRational(eps), 1)! };
    }),
  );
  const found = regionOf(bounded, [], 1);
  expect(found.inside.obligations.filter((obligation) => !isEvidence(obligation))).toEqual([]);
  return found;
}

test('one falling quantity has one lower bound an eps', () => {
  expect(region(['1/u'], ['0.5', '1']).condition).toBe(
    'eps = 0.5: beta >= 0.8325546111576978; eps = 1: every beta > 0',
  );
});

test('of several falling quantities the last to comply is named', () => {
  const [early, late] = ['1/(2*u)', '1/u'];
  expect(region([early, late], ['0.25']).condition).toBe(
    'eps = 0.25: beta >= 1.1774100225154749 (q is the last)',
  );
  expect(region([late, early], ['0.25']).condition).toBe(
    'eps = 0.25: beta >= 1.1774100225154749 (p is the last)',
  );
});

test('other shapes are listed stretch by stretch', () => {
  const { condition } = region(['u', '1/u', '(u - 2)*(u - 5)*(u - 9) + 3'], ['3']);
  const number = '\\d+\\.\\d+';
  expect(condition).toMatch(
    new RegExp(
      `^eps = 3: p where 0 < beta <= ${number} and q where beta > 0 ` +
        `and r where 0 < beta <= ${number} or ${number} <= beta <= ${number}$`,
    ),
  );
});

test('each falling quantity needs one piece of evidence, however many eps there are', () => {
  const { inside, outside } = region(['1/u', '2/(u + 2)'], ['0.5', '0.1', '1e-3']);
  expect(inside.obligations.map(({ says }) => says)).toEqual([
    'p decreases as beta grows',
    'q decreases as beta grows',
  ]);
  expect(outside?.obligations).toEqual(inside.obligations);
  expect(inside.argument).toContain('strictly decreases');
  expect(outside?.argument).toContain('above eps everywhere else');
});

test('a quantity that does not only fall needs evidence for every piece and every eps', () => {
  const { inside } = region(['1/u', 'u/(u^2 + 4)'], ['0.225', '0.1']);
  // One for p; three pieces of q at 0.225 and two at 0.1.
  expect(inside.obligations).toHaveLength(6);
  expect(inside.argument).toContain("Sturm's theorem");
});
