import { expect, test } from 'vitest';
import { beta, exponentials } from '#arithmetic/exponential.ts';
import { equalRationalFunctions, formatRationalFunction } from '#arithmetic/rational-function.ts';
import { tidyName } from '#arithmetic/tidy-term.ts';
import type { FrameSide } from '#claim/statement.ts';
import {
  type Entry,
  entries,
  formalSides,
  meaningOfU,
  setting,
  squared,
  written,
} from '#judge/beta-entry.ts';
import { normalForm } from './obligation.ts';
import { diagonal, expOfSquare, firstNorm, firstOutput, ofBeta, others, weights } from './three-tokens.ts';

const a = entries(1);
const b: Entry = { value: beta, term: tidyName('beta'), rooted: false, square: undefined };

function only(side: FrameSide): Entry {
  return formalSides(4, [side])!.sides[0]![0]!;
}

test('the formula of every entry has the normal form of the entry', () => {
  for (const side of [weights, others(), firstOutput, diagonal(0.5)]) {
    for (const { value, term } of formalSides(4, [side])!.sides[0]!) {
      expect(equalRationalFunctions(normalForm(term.text), value)).toBe(true);
    }
  }
});

test('the weights of the three tokens are fractions of powers of u', () => {
  const { parts, sides } = formalSides(4, [diagonal()])!;
  expect(parts).toBe(1);
  expect(sides[0]!.map(({ value }) => formatRationalFunction(value))).toEqual([
    '(u^2)/(u^2 + u + 1)',
    '(u)/(u + 2)',
    '(u^2)/(u^2 + u + 1)',
  ]);
});

test('scaled scores take u to be the exponential of the part of beta^2 that they need', () => {
  const half = formalSides(4, [diagonal(0.5)])!;
  expect(half.parts).toBe(2);
  expect(formatRationalFunction(half.sides[0]![1]!.value)).toBe('(u)/(u + 2)');
  expect(formalSides(4, [diagonal(1 / 64)])?.parts).toBe(64);
  expect(formalSides(4, [diagonal(1 / 128)])).toBeUndefined();
});

test('sides share one meaning of u', () => {
  const { parts, sides } = formalSides(4, [diagonal(0.5), ofBeta(expOfSquare)])!;
  expect(parts).toBe(2);
  expect(sides[1]![0]!.term.text).toBe('u^2');
});

test('an exponential of anything but a multiple of beta^2 has no normal form', () => {
  expect(formalSides(1, [ofBeta((n, x) => n.exp(x))])).toBeUndefined();
});

test('an error that is not one of range is not taken for one', () => {
  const broken: FrameSide = () => {
    throw new TypeError('broken side');
  };
  expect(() => formalSides(1, [broken])).toThrow('broken side');
});

test('a negative exponent is a fraction in parentheses', () => {
  const inverse = a.exp(a.neg(a.mul(b, b)));
  expect(inverse.term.text).toBe('(1)/(u)');
  expect(a.mul(b, inverse).term.text).toBe('beta * ((1)/(u))');
});

test('the square of a norm is written without its root', () => {
  const length = only(firstNorm);
  expect(length.rooted).toBe(true);
  expect(length.term.text).toContain('sqrt(');
  expect(squared(length)?.text).not.toContain('sqrt');
  expect(formatRationalFunction(normalForm(squared(length)!.text))).toBe('2*beta^2');
});

test('squares are formed of products, quotients, signs and sums of roots', () => {
  const root = a.sqrt(a.mul(a.of(2), a.mul(b, b)));
  const squares: readonly (readonly [Entry, string])[] = [
    [a.mul(root, b), '2*beta^4'],
    [a.mul(b, root), '2*beta^4'],
    [a.div(root, a.of(3)), '2/9*beta^2'],
    [a.neg(root), '2*beta^2'],
    [a.add(root, root), '8*beta^2'],
    [a.sub(root, a.mul(a.of(3), root)), '8*beta^2'],
    [a.sqrt(a.mul(root, root)), '2*beta^2'],
    [a.add(b, b), '4*beta^2'],
  ];
  for (const [entry, square] of squares) {
    expect(formatRationalFunction(normalForm(squared(entry)!.text))).toBe(square);
    const value = exponentials.mul(entry.value, entry.value);
    expect(formatRationalFunction(value)).toBe(square);
  }
});

test('a sum whose square keeps a root has no square to write', () => {
  const root = a.sqrt(a.of(2));
  const sum = a.add(root, a.of(1));
  expect(squared(sum)).toBeUndefined();
  expect(squared(a.mul(sum, b))).toBeUndefined();
  expect(squared(a.mul(b, sum))).toBeUndefined();
});

test('a formula is in parentheses where it needs them', () => {
  expect(written(beta)).toEqual({ text: 'beta', outermost: 'atom' });
  expect(written(exponentials.add(beta, exponentials.of(1))).outermost).toBe('sum');
  expect(written(exponentials.mul(beta, beta)).outermost).toBe('atom');
  expect(written(exponentials.of(0.5)).outermost).toBe('sum');
});

test('a reader is told what u stands for', () => {
  expect(meaningOfU(1)).toBe('u = e^(beta^2)');
  expect(meaningOfU(2)).toBe('u = e^(beta^2/2)');
  expect(setting(2)).toContain('with u = e^(beta^2/2), so that u > 1');
});
