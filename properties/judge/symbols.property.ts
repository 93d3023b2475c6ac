import { expect, test } from 'vitest';
import { formalSpace, namedVector } from '#arithmetic/formal-space.ts';
import { formatRationalFunction, rationalFunctions } from '#arithmetic/rational-function.ts';
import { named, replaced, replacing, symbolic, together } from '#judge/symbols.ts';

const shape = { h: 'scalar', s: 'vector' } as const;
const prefixed = (entry: string) => `l_${entry}`;

test('a shape becomes symbols, and the names of the same symbols', () => {
  const symbols = symbolic(shape, prefixed);
  expect(symbols.s).toEqual(namedVector('l_s'));
  expect(named(shape, prefixed)).toEqual({
    h: { text: 'l_h', outermost: 'atom' },
    s: { text: 'l_s', outermost: 'atom' },
  });
});

test('a replacement expands inner products and leaves what it does not know', () => {
  const doubled = {
    h: rationalFunctions.of(2),
    s: formalSpace.add(namedVector('l_s'), namedVector('k1')),
  };
  const other = replacing({ g: 'scalar' }, (entry) => `r_${entry}`, { g: rationalFunctions.of(7) });
  const replacement = together(replacing(shape, prefixed, doubled), other);
  const shown = (name: string) => formatRationalFunction(replaced(replacement, name));
  expect(shown('l_h')).toBe('2');
  expect(shown('r_g')).toBe('7');
  expect(shown('x1')).toBe('x1');
  expect(shown('dot(l_s,q)')).toBe('dot(k1,q) + dot(l_s,q)');
  expect(shown('dot(k1,q)')).toBe('dot(k1,q)');
});
