import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { chosenSequenceCall, outputCases, sequenceChoices, stateCases } from '#law/rnn/cases.ts';
import { expectWellFormed, firstOf } from '../well-formed.ts';

test('the systematic calls are of the contract, and the same every time', () => {
  for (const format of [binary64, binary32]) {
    for (const cases of [stateCases, outputCases]) {
      const calls = [...cases(format)];
      for (const call of calls) expectWellFormed(call, format);
      expect(firstOf(cases(format), 40)).toEqual(calls.slice(0, 40));
    }
  }
});

test('lengths go from none to beyond 2^16, around every power of two up to 256', () => {
  const lengths = new Set([...stateCases(binary64)].map((call) => ('x' in call ? call.x.length : 0)));
  for (const length of [0, 1, 2, 3, 15, 16, 17, 31, 33, 63, 65, 127, 129, 255, 256, 257, 1025, 65537]) {
    expect(lengths.has(length)).toBe(true);
  }
});

test('a chosen call is of its rule, its length and its seed', () => {
  const call = chosenSequenceCall('output', 0, 3, binary64, 5);
  expect(call).toMatchObject({
    fn: 'output',
    x: [expect.any(Number), expect.any(Number), expect.any(Number)],
  });
  expect(chosenSequenceCall('output', 0, 3, binary64, 5)).toEqual(call);
  expect(chosenSequenceCall('output', 0, 3, binary64, 6)).not.toEqual(call);
  for (let rule = 0; rule < sequenceChoices; rule++) {
    expectWellFormed(chosenSequenceCall('alternatingSum', rule, 5, binary32, rule), binary32);
  }
});
