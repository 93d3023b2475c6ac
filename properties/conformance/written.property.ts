import { expect, test } from 'vitest';
import { failure } from '#conformance/failure.ts';
import { writtenNumber, writtenReply } from '#conformance/written.ts';

const esc = String.fromCodePoint(0x1b);

function returned(value: unknown): unknown {
  return writtenReply({ outcome: 'returned', value, observations: [] });
}

test('a number is written in decimals and in hexadecimal', () => {
  expect(writtenNumber(0.1)).toEqual({ decimal: '0.1', hex: '0x1.999999999999ap-4' });
  expect(writtenNumber(-0)).toEqual({ decimal: '-0', hex: '-0x0p+0' });
  expect(writtenNumber(Number.NaN)).toEqual({ decimal: 'NaN', hex: 'NaN' });
});

test('a result is written as the protocol has it, and what is none in words', () => {
  expect(returned(-0)).toBe('-0');
  expect(returned([[1, Number.NaN], [Number.POSITIVE_INFINITY]])).toEqual([[1, 'NaN'], ['Infinity']]);
  expect(returned([1, `${esc}[31mred`, [{}]])).toEqual([1, 'red', ['a value of type object']]);
  expect(returned('text')).toBe('a value of type string');
  expect(returned(Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 0)))).toBe(
    '100 rows of 10000 entries',
  );
});

test('what is no result is told', () => {
  expect(writtenReply(undefined)).toBe('nothing');
  expect(writtenReply({ outcome: 'threw', words: `${esc}[2Jno`, observations: [] })).toBe('an error: no');
  expect(writtenReply({ outcome: 'skipped', why: 'not served' })).toBe('skipped: not served');
  expect(writtenReply({ outcome: 'failed', failure: failure('crashed') })).toMatch(
    /^no reply: must not end by an error/,
  );
});
