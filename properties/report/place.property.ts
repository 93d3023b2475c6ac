import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineNumbers, placeOf, questionName } from '#report/place.ts';

test('names question, part and lines', () => {
  expect(placeOf({ question: 'Q1', part: 'step 6', lines: [19] })).toBe('question 1, step 6, line 19');
  expect(placeOf({ question: 'Q2', part: 'a', lines: [27, 36] })).toBe('question 2, a, lines 27, 36');
  expect(placeOf({ question: 'card', part: 'property 2', lines: [] })).toBe('the design card, property 2');
  expect(questionName('Q3')).toBe('question 3');
});

test('joins lines that follow one another, and only those', () => {
  expect(lineNumbers([12, 13, 14, 15])).toBe('12-15');
  expect(lineNumbers([16, 19, 20])).toBe('16, 19-20');
  expect(lineNumbers([])).toBe('');
});

test('loses no line and adds none', () => {
  const someLines = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((xs) => xs.sort((a, b) => a - b));
  fc.assert(
    fc.property(someLines, (lines) => {
      const read = lineNumbers(lines)
        .split(', ')
        .filter((run) => run !== '')
        .flatMap((run) => {
          const [first, last = first] = run.split('-').map(Number) as [number, number?];
          return Array.from({ length: last - first + 1 }, (_, i) => first + i);
        });
      expect(read).toEqual(lines);
    }),
  );
});
