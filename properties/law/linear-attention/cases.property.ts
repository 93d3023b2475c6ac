import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { chosenLinearCall, linearCases, linearChoices } from '#law/linear-attention/cases.ts';
import { expectWellFormed, firstOf } from '../well-formed.ts';

const shape = { n: 2, m: 3, dk: 2, dv: 1 };

test('the systematic calls are of the contract, and the same every time', () => {
  for (const format of [binary64, binary32]) {
    const calls = [...linearCases(format)];
    for (const call of calls) expectWellFormed(call, format);
    expect(firstOf(linearCases(format), 40)).toEqual(calls.slice(0, 40));
  }
});

test('every option is on and off, and in pairs', () => {
  const asked = new Set(
    [...linearCases(binary64)].map((call) => ('options' in call ? JSON.stringify(call.options) : '')),
  );
  for (const options of [
    {},
    { causal: true },
    { normalize: true },
    { featureMap: 'elu1' },
    { causal: true, normalize: true, featureMap: 'elu1' },
  ])
    expect(asked.has(JSON.stringify(options))).toBe(true);
});

test('numbers of keys go around every power of two up to 256, with more queries than keys and fewer', () => {
  const sizes = [...linearCases(binary64)].map((call) =>
    'q' in call ? [call.q.length, call.k.length] : [0, 0],
  );
  const keys = new Set(sizes.map(([, m]) => m));
  for (const m of [15, 16, 17, 31, 33, 63, 64, 65, 127, 129, 255, 257]) expect(keys.has(m)).toBe(true);
  expect(sizes.some(([n, m]) => n! > 64 && n! > m!) && sizes.some(([n, m]) => n! > 64 && n! < m!)).toBe(true);
});

test('a chosen call is of its filling, its options and its seed', () => {
  const call = chosenLinearCall(1, shape, 1, binary64, 5);
  expect(call).toMatchObject({ options: { causal: true } });
  expect(chosenLinearCall(1, shape, 1, binary64, 5)).toEqual(call);
  expect(chosenLinearCall(1, shape, 1, binary64, 6)).not.toEqual(call);
  for (let filled = 0; filled < linearChoices.fillings; filled++) {
    const asked = filled % linearChoices.options;
    expectWellFormed(chosenLinearCall(filled, shape, asked, binary32, filled), binary32);
  }
});
