import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { evaluate } from '#arithmetic/rational-function.ts';
import { tidyName } from '#arithmetic/tidy-term.ts';
import { type Entry, formalSides } from '#judge/beta-entry.ts';
import { certifyMonotone } from '#judge/monotone.ts';
import { isEvidence, normalForm } from './obligation.ts';
import { diagonal, firstNorm, others } from './three-tokens.ts';

function entryOf(term: string): Entry {
  return {
    value: normalForm(term),
    term: { ...tidyName(term), outermost: 'sum' },
    rooted: false,
    square: undefined,
  };
}

/** The directions for which there is evidence, all of it sound. */
function directions(entry: Entry): string[] {
  return (['increasing', 'decreasing'] as const).filter((direction) => {
    const found = certifyMonotone(entry, direction, 'said');
    if (found !== undefined) expect(isEvidence(found)).toBe(true);
    return found !== undefined;
  });
}

test('the diagonal weights of the three tokens increase, and the sums of the others decrease', () => {
  const { sides } = formalSides(4, [diagonal(), others(0.5)])!;
  expect(sides[0]!.map(directions)).toEqual([['increasing'], ['increasing'], ['increasing']]);
  expect(sides[1]!.map(directions)).toEqual([['decreasing'], ['decreasing'], ['decreasing']]);
});

test.each([
  ['beta', ['increasing']],
  ['beta*u', ['increasing']],
  ['1/(1 + beta)', ['decreasing']],
  ['3', []],
  ['u - beta', []],
  // Rises to u = 2, falls after it.
  ['u/(u^2 + 4)', []],
])('%s is %j', (term, expected) => {
  expect(directions(entryOf(term))).toEqual(expected);
});

test('what is certified to increase does so between any two points', () => {
  const positive = fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 }))
    .map(([n, d]) => fraction(BigInt(n), BigInt(d)));
  const [entry] = formalSides(4, [diagonal()])!.sides[0]!;
  expect(directions(entry!)).toEqual(['increasing']);
  fc.assert(
    fc.property(positive, positive, (w, t) => {
      const u = rationals.add(fraction(1n), w);
      const at = (x: Rational): Rational => evaluate(rationals, entry!.value, () => x);
      expect(rationals.compare(at(u), at(rationals.add(u, t)))).toBe('less');
    }),
  );
});

test('a formula with a root in it is left alone', () => {
  const [length] = formalSides(4, [firstNorm])!.sides[0]!;
  expect(directions(length!)).toEqual([]);
});
