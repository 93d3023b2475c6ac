import { expect, test } from 'vitest';
import { failure, failureKinds, failureWords, isUsage } from '#conformance/failure.ts';

test('every kind has words of its own', () => {
  const words = failureKinds.map((kind) => failureWords(failure(kind)));
  expect(new Set(words).size).toBe(failureKinds.length);
  expect(words.filter((text) => text === '' || /\n|\.$/.test(text))).toEqual([]);
});

test('says what was got where that says more than the kind', () => {
  expect(failureWords(failure('stuck'))).toBe('must end when it is killed');
  expect(failureWords(failure('version', '2'))).toBe('must speak version 1 of the protocol, got 2');
});

test('what was got is made printable and short', () => {
  expect(failure('not JSON', '\u001b[31mred\u0007').got).toBe('red\\u{7}');
  expect(failure('not JSON', 'a'.repeat(10 ** 6)).got.length).toBeLessThan(400);
});

test('usage is what is wrong before anything runs', () => {
  expect(failureKinds.filter((kind) => isUsage(failure(kind)))).toEqual([
    'no such module',
    'unreadable module',
    'type stripping',
    'does not parse',
    'import missing',
    'nothing known',
    'not a function',
    'wrong declaration',
    'no such command',
    'no permission',
    'no such builtin',
  ]);
});
