import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type exactly, rationals } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { terms } from '#arithmetic/term.ts';
import { asFraction, fraction, shownFraction } from '#judge/recheck-number.ts';
import { readFormula } from '#judge/recheck-term.ts';
import { valueAt } from '#judge/recheck-value.ts';

const nowhere = { numbers: new Map(), vectors: new Map(), width: 0 };
const value = (text: string): string => shownFraction(asFraction(valueAt(readFormula(text), nowhere))!);

test('operations bind as in mathematics', () => {
  expect(value('2 + 3*4')).toBe('14');
  expect(value('2 - 3 - 4')).toBe('-5');
  expect(value('12/4/3')).toBe('1');
  expect(value('12/4*3')).toBe('9');
  expect(value('-2^2')).toBe('-4');
  expect(value('(-2)^2')).toBe('4');
  expect(value('2*-3')).toBe('-6');
  expect(value('6/-4')).toBe('-3/2');
  expect(value('-2 + 5')).toBe('3');
  expect(value('2^-3')).toBe('1/8');
  expect(value('2^(3)*5')).toBe('40');
  expect(value('2^(-1)')).toBe('1/2');
  expect(value('3^0')).toBe('1');
});

test('literals are read exactly', () => {
  expect(value('0.1')).toBe('1/10');
  expect(value('12.50')).toBe('25/2');
  expect(value('1e-3')).toBe('1/1000');
  expect(value('2.5E+2')).toBe('250');
  expect(value('3e2')).toBe('300');
});

test('formulas have their shape', () => {
  expect(readFormula('exp(x1)*dot(u, v)')).toEqual({
    is: '*',
    left: { is: 'exp', of: { is: 'name', name: 'x1' } },
    right: { is: 'dot', left: { is: 'name', name: 'u' }, right: { is: 'name', name: 'v' } },
  });
  expect(readFormula('sqrt(2)')).toEqual({ is: 'sqrt', of: { is: 'number', value: fraction(2n) } });
  expect(readFormula('sqrt2')).toEqual({ is: 'name', name: 'sqrt2' });
});

test('what an arithmetic of text writes is read as what it computes', () => {
  type Term = <N>(a: Analytic<N>) => N;
  const { term } = fc.letrec<{ term: Term }>((tie) => ({
    term: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: -20, max: 20 }).map(
        (n): Term =>
          (a) =>
            a.of(n / 4),
      ),
      fc.tuple(tie('term'), tie('term')).map(
        ([x, y]): Term =>
          (a) =>
            a.add(x(a), y(a)),
      ),
      fc.tuple(tie('term'), tie('term')).map(
        ([x, y]): Term =>
          (a) =>
            a.sub(x(a), y(a)),
      ),
      fc.tuple(tie('term'), tie('term')).map(
        ([x, y]): Term =>
          (a) =>
            a.mul(x(a), y(a)),
      ),
      tie('term').map(
        (x): Term =>
          (a) =>
            a.neg(x(a)),
      ),
      tie('term').map(
        (x): Term =>
          (a) =>
            a.div(x(a), a.of(3)),
      ),
    ),
  }));
  const fractions: Analytic<ReturnType<typeof exactly>> = { ...rationals, exp: (x) => x, sqrt: (x) => x };
  fc.assert(
    fc.property(term, (x) => {
      const { num, den } = x(fractions);
      expect(value(x(terms))).toBe(shownFraction(fraction(num, den)));
    }),
  );
});

test.for([
  ['', 'formula "": must have a number, a name or a parenthesis at token 1, got its end'],
  ['1 +', 'formula "1 +": must have a number, a name or a parenthesis at token 3, got its end'],
  ['1 2', 'formula "1 2": must have an operation at token 2, got 2'],
  ['(1', 'formula "(1": must have ) at token 3, got its end'],
  ['x ^ y', 'formula "x ^ y": must have an integer exponent of at most 1000 at token 3, got y'],
  ['x^1001', 'formula "x^1001": must have an integer exponent of at most 1000 at token 3, got 1001'],
  ['x^(2', 'formula "x^(2": must have ) at token 5, got its end'],
  ['x^', 'formula "x^": must have an integer exponent of at most 1000 at token 3, got its end'],
  ['log(x)', 'formula "log(x)": must have one of exp, sqrt, dot before a parenthesis at token 4, got )'],
  ['exp(x', 'formula "exp(x": must have ) at token 4, got its end'],
  ['dot(x)', 'formula "dot(x)": must have , at token 4, got )'],
  ['dot(x, y', 'formula "dot(x, y": must have ) at token 6, got its end'],
  ['x $ y', 'formula "x $ y": must have an operation at token 2, got $'],
  ['1e2000', 'literal: exponent must be at most 1000, got 1e2000'],
] as const)('%s is no formula', ([text, message]) => {
  expect(() => readFormula(text)).toThrow(new RangeError(message));
});

test('a long text that is no formula is not shown whole', () => {
  expect(() => readFormula('x + '.repeat(40))).toThrow(/^formula "(x \+ ){20}\.\.\.": must have /);
});
