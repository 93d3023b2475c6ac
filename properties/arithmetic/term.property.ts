import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly, parseRational } from '#arithmetic/rational.ts';
import { termSpace, terms } from '#arithmetic/term.ts';
import { doubles, moderate } from './arbitrary.ts';

const { of, add, sub, mul, neg, div, exp, sqrt } = terms;

test('each operation is written down', () => {
  expect(add('a', 'b')).toBe('(a + b)');
  expect(sub('a', 'b')).toBe('(a - b)');
  expect(mul('a', 'b')).toBe('(a * b)');
  expect(div('a', 'b')).toBe('(a / b)');
  expect(neg('a')).toBe('(-a)');
  expect(exp('a')).toBe('exp(a)');
  expect(sqrt('a')).toBe('sqrt(a)');
});

test('a double is an exact literal', () => {
  expect([3, -3, 0, -0, 0.5, -0.75].map(of)).toEqual(['3', '(-3)', '0', '0', '(1/2)', '(-3/4)']);
  fc.assert(
    fc.property(doubles, (x) => {
      expect(parseRational(of(x).replace(/^\((.*)\)$/, '$1'))).toEqual(exactly(x));
    }),
  );
});

test('no parentheses are doubled', () => {
  expect(exp(add('a', 'b'))).toBe('exp(a + b)');
  expect(sqrt(mul(add('a', 'b'), add('c', 'd')))).toBe('sqrt((a + b) * (c + d))');
  expect(exp(neg('a'))).toBe('exp(-a)');
  expect(exp('(a) * (b)')).toBe('exp((a) * (b))');
  expect(exp('(a')).toBe('exp((a)');
  expect(exp(exp('a'))).toBe('exp(exp(a))');
});

/** The value of a term on doubles, from the innermost parentheses outwards; `#k` names the k-th value found. */
function machineValue(text: string): number {
  const found: number[] = [];
  const atom = (token: string): number =>
    token.startsWith('#') ? found[Number(token.slice(1))]! : Number(token);
  const inside = (body: string): number => {
    const [left, operator, right] = body.split(' ');
    if (operator === '+') return atom(left!) + atom(right!);
    if (operator === '-') return atom(left!) - atom(right!);
    if (operator === '*') return atom(left!) * atom(right!);
    if (operator === '/') return atom(left!) / atom(right!);
    if (body.startsWith('-#')) return -atom(body.slice(1));
    const [num, den = '1'] = body.split('/');
    return atom(num!) / atom(den);
  };
  const functions: Record<string, (x: number) => number> = { exp: Math.exp, sqrt: Math.sqrt };
  let rest = text;
  while (rest.includes('(')) {
    rest = rest.replace(/([a-z]*)\(([^()]*)\)/, (_, name: string, body: string) => {
      const value = inside(body);
      found.push(functions[name]?.(value) ?? value);
      return `#${found.length - 1}`;
    });
  }
  return atom(rest);
}

test('the text, evaluated on doubles, gives what the machine gives', () => {
  fc.assert(
    fc.property(moderate, moderate, (a, b) => {
      const text = div(sub(mul(of(a), of(b)), neg(of(a))), add(exp(of(a % 8)), sqrt(mul(of(b), of(b)))));
      expect(machineValue(text)).toBe((a * b - -a) / (Math.exp(a % 8) + Math.sqrt(b * b)));
    }),
  );
});

test('formal vectors are written as sums, multiples and inner products', () => {
  expect(termSpace.scalars).toBe(terms);
  expect(termSpace.add('u', termSpace.zero)).toBe('(u + zero)');
  expect(termSpace.scale('c', termSpace.add('u', 'v'))).toBe('(c * (u + v))');
  expect(termSpace.dot(termSpace.add('u', 'v'), 'w')).toBe('dot(u + v, w)');
  expect(termSpace.dot('w', termSpace.scale('c', 'v'))).toBe('dot(w, c * v)');
});
