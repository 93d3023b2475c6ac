import { expect, test } from 'vitest';
import type { Relation } from '#claim/statement.ts';
import { allows, decideAt } from '#judge/compare.ts';
import { aboutX } from './statements.ts';

const at = (statement: ReturnType<typeof aboutX>, x: number, digits = 25, mostDigits = 800) =>
  decideAt(statement, { x }, digits, mostDigits);
const relations: readonly Relation[] = ['=', '!=', '<', '<=', '>', '>='];

test('fractions are compared exactly, by every relation', () => {
  const truths = (x: number) =>
    relations.map((relation) => {
      const { truth, digits } = at(
        aboutX(
          (_a, { x }) => [x],
          relation,
          (a) => [a.of(2)],
        ),
        x,
      );
      expect(digits).toBe(0);
      return truth === 'holds';
    });
  expect(truths(1)).toEqual([false, true, true, true, false, false]);
  expect(truths(2)).toEqual([true, false, false, true, false, true]);
  expect(truths(3)).toEqual([false, true, false, false, true, true]);
  expect(truths(2 + 2 ** -51)).toEqual([false, true, false, false, true, true]);
});

test('an overlap is neither', () => {
  for (const relation of relations) expect(allows(relation, 'overlap')).toBe('unknown');
});

test('exponentials are enclosed, with more digits only where they are needed', () => {
  const near = (places: number) =>
    aboutX(
      (a, { x }) => [a.exp(x)],
      '=',
      (a, { x }) => [a.add(a.exp(x), a.exp(a.of(-places)))],
    );
  expect(at(near(1), 1)).toEqual({ truth: 'fails', entry: 1, digits: 25 });
  // e^-100 is about 10^-43.
  expect(at(near(100), 1)).toEqual({ truth: 'fails', entry: 1, digits: 50 });
  expect(at(near(1000), 1)).toEqual({ truth: 'fails', entry: 1, digits: 800 });
  expect(at(near(1000), 1, 25, 400)).toEqual({ truth: 'unknown', entry: 1, digits: 400 });
  expect(at(near(1000), 1, 25, 25).truth).toBe('unknown');
});

test('one number in two forms holds where equality is allowed, and is a tie where it is not', () => {
  const weight = (relation: Relation) =>
    aboutX(
      (a, { x }) => [a.div(a.exp(x), a.add(a.exp(x), a.exp(x)))],
      relation,
      (a) => [a.of(0.5)],
    );
  for (const relation of ['=', '<=', '>='] as const) expect(at(weight(relation), 1).truth).toBe('holds');
  for (const relation of ['!=', '<', '>'] as const)
    expect(at(weight(relation), 1)).toEqual({ truth: 'tie', entry: 1, digits: 25 });
  expect(at(weight('>'), 0)).toEqual({ truth: 'fails', entry: 1, digits: 0 });
});

test('a tie in one entry does not hide a failure in another', () => {
  const statement = aboutX(
    (a, { x }) => [a.exp(x), a.exp(x), a.exp(x)],
    '=',
    (a, { x }) => [a.exp(x), a.add(a.exp(x), a.exp(a.of(-100))), a.exp(x)],
  );
  expect(at(statement, 1)).toEqual({ truth: 'fails', entry: 2, digits: 50 });
  expect(at({ ...statement, relation: '<=' }, 1)).toEqual({ truth: 'holds', entry: 0, digits: 50 });
  expect(at({ ...statement, relation: '>' }, 1)).toEqual({ truth: 'fails', entry: 2, digits: 50 });
  expect(at({ ...statement, relation: '<' }, 1)).toEqual({ truth: 'tie', entry: 1, digits: 50 });
});

test('a failing entry is named even behind one that is not known', () => {
  const statement = aboutX(
    (a, { x }) => [a.sqrt(x), x],
    '=',
    (a, { x }) => [a.sqrt(a.sqrt(a.mul(x, x))), a.of(1)],
  );
  expect(at(statement, 2, 25, 50)).toEqual({ truth: 'fails', entry: 2, digits: 25 });
  // No normal form has roots, so equal roots stay unknown to the end.
  expect(
    at({ ...statement, right: (a, c) => [...statement.right(a, c).slice(0, 1), a.of(2)] }, 2, 25, 50),
  ).toEqual({
    truth: 'unknown',
    entry: 1,
    digits: 50,
  });
});

test('where a side means nothing, so does the statement', () => {
  const inverse = aboutX(
    (a, { x }) => [a.div(a.of(1), x)],
    '=',
    (a) => [a.of(1)],
  );
  expect(at(inverse, 0).truth).toBe('outside');
  expect(at(inverse, 1).truth).toBe('holds');
  const root = aboutX(
    (a, { x }) => [a.sqrt(x)],
    '>=',
    (a) => [a.of(0)],
  );
  expect(at(root, -1).truth).toBe('outside');
});

test('a divisor that may be zero leaves the case unknown', () => {
  const hidden = aboutX(
    (a, { x }) => [a.div(a.of(1), a.sub(a.sqrt(x), a.sqrt(x)))],
    '=',
    (a) => [a.of(1)],
  );
  expect(at(hidden, 2, 25, 50)).toEqual({ truth: 'unknown', entry: 1, digits: 50 });
});

test('other errors are not taken for an answer', () => {
  const broken = aboutX(
    () => {
      throw new TypeError('broken');
    },
    '=',
    (a) => [a.of(1)],
  );
  expect(() => at(broken, 1)).toThrow('broken');
  const brokenLater = aboutX(
    (a, { x }) => {
      a.exp(x);
      throw new TypeError('broken later');
    },
    '=',
    (a) => [a.of(1)],
  );
  expect(() => at(brokenLater, 1)).toThrow('broken later');
});

test('an error in the search for ties is not hidden', () => {
  let calls = 0;
  const third = aboutX(
    (a, { x }) => {
      // Fractions first, then balls, then normal forms.
      if (++calls === 3) throw new TypeError('broken third');
      return [a.exp(x)];
    },
    '=',
    (a, { x }) => [a.exp(x)],
  );
  expect(() => at(third, 1)).toThrow('broken third');
});
