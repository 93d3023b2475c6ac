import { expect, test } from 'vitest';
import { tidyName } from '#arithmetic/tidy-term.ts';
import { applied, argument, coqSpace, coqTerms } from '#coq/term.ts';

const [x, y] = [tidyName('x'), tidyName('y')];

test('numbers are integers or fractions, exactly', () => {
  const { of } = coqTerms();
  expect([0, -0, 1000, -2, 0.5, -0.75, 1e21].map((value) => of(value).text)).toEqual([
    '0',
    '0',
    '1000',
    '-2',
    '(1 / 2)',
    '-(3 / 4)',
    '1000000000000000000000',
  ]);
  expect(of(0.1).text).toBe('(3602879701896397 / 36028797018963968)');
});

test('operations are written as Coq reads them, and none is left out', () => {
  const { add, sub, mul, div, neg, exp, sqrt, of } = coqTerms();
  expect(sub(x, sub(y, mul(of(0), x))).text).toBe('x - (y - 0 * x)');
  expect(mul(of(-2), add(x, of(-1))).text).toBe('(-2) * (x + (-1))');
  expect(div(exp(neg(x)), sqrt(add(x, y))).text).toBe('exp(-x) / sqrt(x + y)');
});

test('whatever is divided by is told', () => {
  const divisors: string[] = [];
  const { div, add } = coqTerms(({ text }) => divisors.push(text));
  div(x, add(x, y));
  div(div(x, y), x);
  expect(divisors).toEqual(['x + y', 'y', 'x']);
});

test('functions take names bare and anything else in brackets', () => {
  const { add, scale, dot, zero, scalars } = coqSpace();
  expect(dot(x, add(y, scale(scalars.of(2), zero))).text).toBe('inner x (vadd y (vscale 2 vzero))');
  expect(scale(scalars.of(-2), x).text).toBe('vscale (-2) x');
  expect(scalars.mul(dot(x, y), scalars.of(3)).text).toBe('inner x y * 3');
  expect(applied('softmax', scalars.exp(x), y).text).toBe('softmax (exp(x)) y');
  expect(argument(tidyName("h0'"))).toBe("h0'");
});
