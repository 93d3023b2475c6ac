import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary16, binary64, round } from '#arithmetic/float-format.ts';
import {
  exactly,
  formatRational,
  fraction,
  parseRational,
  type Rational,
  rationals,
} from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { terms } from '#arithmetic/term.ts';
import { evaluateTerm } from '#arithmetic/term-parser.ts';
import { type TidyTerm, tidyName, tidyTerms } from '#arithmetic/tidy-term.ts';
import { moderate } from './arbitrary.ts';

/** Fractions in which exponentials and roots are other functions, only to see that they are called. */
const fractionsWithFunctions: Analytic<Rational> = {
  ...rationals,
  exp: (a) => rationals.add(a, fraction(100n)),
  sqrt: (a) => rationals.mul(a, fraction(1000n)),
};
const value = (term: string): string =>
  formatRational(
    evaluateTerm(fractionsWithFunctions, term, (name) => {
      if (name !== 'x' && name !== 'k1_2') throw new RangeError(`no ${name}`);
      return name === 'x' ? fraction(7n) : fraction(1n, 2n);
    }),
  );

test('operations bind as in mathematics and are taken from left to right', () => {
  expect(value('1 - 2 - 3')).toBe('-4');
  expect(value('1 - (2 - 3)')).toBe('2');
  expect(value('12 / 2 / 3')).toBe('2');
  expect(value('12 / (2 * 3)')).toBe('2');
  expect(value('1 + 2 * 3')).toBe('7');
  expect(value('2*x^2')).toBe('98');
  expect(value('-x^2')).toBe('-49');
  expect(value('(-x)^2')).toBe('49');
  expect(value('--x')).toBe('7');
  expect(value('2 * -x')).toBe('-14');
  expect(value('x^0 + x ^ 1')).toBe('8');
});

test('numbers are exact', () => {
  expect(value('0.1')).toBe('1/10');
  expect(value('1e-3')).toBe('1/1000');
  expect(value('2.5E+1')).toBe('25');
  expect(value('1/3*x')).toBe('7/3');
  expect(value('123456789012345678901234567890')).toBe('123456789012345678901234567890');
});

test('names and functions are told apart', () => {
  expect(value('k1_2')).toBe('1/2');
  expect(value('exp(x)')).toBe('107');
  expect(value('sqrt(x - 1) / (x)')).toBe('6000/7');
});

test('what is no term is refused, with the place', () => {
  const faults: [string, string][] = [
    ['', 'term: "(" must stand at place 1 of "", got the end'],
    ['1 +', 'term: "(" must stand at place 4 of "1 +", got the end'],
    ['(1', 'term: ")" must stand at place 3 of "(1", got the end'],
    ['1 2', 'term: an operation must stand at place 3 of "1 2", got 2'],
    ['1 $ 2', 'term: a number, a name or a sign must stand at place 3 of "1 $ 2", got $'],
    ['dot(x, x)', 'term: exp or sqrt must stand at place 1 of "dot(x, x)", got dot'],
    ['exp x', 'term: an operation must stand at place 5 of "exp x", got x'],
    ['1, 2', 'term: an operation must stand at place 2 of "1, 2", got ,'],
    [')', 'term: "(" must stand at place 1 of ")", got )'],
  ];
  for (const [term, message] of faults) {
    const lookup = () => fraction(1n);
    expect(() => evaluateTerm(fractionsWithFunctions, term, lookup), term).toThrow(message);
  }
  expect(() => value('y')).toThrow('no y');
});

/** A formula over any arithmetic of up to three names. */
type Formula = <N>(a: Analytic<N>, name: (n: string) => N) => N;

const formulas = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Formula>(
      (_a, name) => name('x'),
      (_a, name) => name('y1'),
      (_a, name) => name('z'),
    ),
    moderate.map(
      (x): Formula =>
        (a) =>
          a.of(x),
    ),
    fc.integer({ min: -9, max: 9 }).map(
      (x): Formula =>
        (a) =>
          a.of(x / 8),
    ),
    fc.constantFrom<Formula>(
      (a) => a.of(0),
      (a) => a.of(1),
    ),
    fc.tuple(fc.constantFrom('add', 'sub', 'mul', 'div'), tie('formula'), tie('formula')).map(
      ([op, f, g]): Formula =>
        (a, name) =>
          a[op](f(a, name), g(a, name)),
    ),
    fc.tuple(fc.constantFrom('neg', 'exp', 'sqrt'), tie('formula')).map(
      ([op, f]): Formula =>
        (a, name) =>
          a[op](f(a, name)),
    ),
  ),
})).formula;

const points = fc.record({ x: moderate, y1: moderate, z: fc.integer({ min: -3, max: 3 }) });

test('fully bracketed and tidy text in a format give every operation the same rounding as the formula', () => {
  for (const format of [binary64, binary16]) {
    const a = floats(format, (x) => ({ lo: exactly(Math.exp(x)), hi: exactly(Math.exp(x)) }));
    const literal = (r: Rational): number => round(format, r);
    fc.assert(
      fc.property(formulas, points, (formula, point) => {
        const name = (n: string): number => a.of(point[n as 'x']);
        const expected = formula(a, name);
        const bracketed = formula(terms, (n) => n);
        const tidy = formula<TidyTerm>(tidyTerms(false), tidyName).text;
        for (const text of [bracketed, tidy]) {
          const got = evaluateTerm(a, text, name, literal);
          expect(got === expected || (Number.isNaN(got) && Number.isNaN(expected)), text).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  }
});

test('tidy text without what changes nothing is the same real number', () => {
  const inFractions: Analytic<Rational> = {
    ...rationals,
    // Any function will do that maps 0 to 1 as the exponential does.
    exp: (a) => rationals.add(rationals.mul(a, a), fraction(1n)),
    sqrt: (a) => rationals.mul(a, a),
  };
  fc.assert(
    fc.property(formulas, points, (formula, point) => {
      const name = (n: string): Rational => exactly(point[n as 'x']);
      let expected: Rational;
      try {
        expected = formula(inFractions, name);
      } catch {
        return;
      }
      const { text } = formula<TidyTerm>(tidyTerms(true), tidyName);
      expect(evaluateTerm(inFractions, text, name), text).toEqual(expected);
    }),
    { numRuns: 300 },
  );
  expect(parseRational('1/3')).toEqual(fraction(1n, 3n));
});
