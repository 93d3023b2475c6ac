import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearest, suggestion } from '#command/nearest.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

test('the edit distance is a metric', () => {
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});

test('the edit distance counts a letter put in, taken out or replaced as one', () => {
  fc.assert(
    fc.property(word, fc.nat(), (a, i) => {
      const at = i % (a.length + 1);
      const longer = `${a.slice(0, at)}z${a.slice(at)}`;
      expect([editDistance(a, longer), editDistance(longer, a)]).toEqual([1, 1]);
      if (at < a.length) expect(editDistance(a, `${a.slice(0, at)}z${a.slice(at + 1)}`)).toBe(1);
      expect(editDistance(a, 'zzzzzzzzz')).toBe(9);
    }),
  );
});

test('suggests the nearest word, the first of equals, whatever the case', () => {
  expect(nearest('q1-final-formula-even-t', ['q1-a', 'q1-final-formula-even-T'])).toBe(
    'q1-final-formula-even-T',
  );
  expect(nearest('sead', ['seed', 'send'])).toBe('seed');
  expect(nearest('a', ['b'])).toBe('b');
});

test('suggests the first word that begins with what was written, however long it is', () => {
  expect(nearest('Q1-fl', ['q1-flag', 'q1-flat-alternating', 'q1-fl-x'])).toBe('q1-flag');
  expect(nearest('', ['seed'])).toBeUndefined();
});

test('suggests nothing that is too far away', () => {
  expect(nearest('abcd', ['abxy'])).toBe('abxy');
  expect(nearest('abcd', ['wxyd'])).toBeUndefined();
  expect(nearest('abcd', [])).toBeUndefined();
  expect(suggestion('abcd', ['wxyd'])).toBe('');
  expect(suggestion('shwo', ['show'])).toBe("; did you mean 'show'?");
});
