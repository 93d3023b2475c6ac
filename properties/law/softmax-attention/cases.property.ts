import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { chosenSoftmaxCall, softmaxCases, softmaxChoices } from '#law/softmax-attention/cases.ts';
import { expectWellFormed, firstOf } from '../well-formed.ts';

const shape = { n: 2, m: 3, dk: 2, dv: 1 };

test('the systematic calls are of the contract, and the same every time', () => {
  for (const format of [binary64, binary32]) {
    const calls = [...softmaxCases(format)];
    for (const call of calls) expectWellFormed(call, format);
    expect(firstOf(softmaxCases(format), 40)).toEqual(calls.slice(0, 40));
  }
});

test('every option is on and off, and in pairs', () => {
  const asked = new Set(
    [...softmaxCases(binary64)].map((call) => ('options' in call ? JSON.stringify(call.options) : '')),
  );
  for (const options of [{}, { causal: true }, { scale: 0.5 }, { scale: 0 }, { causal: true, scale: -1.5 }])
    expect(asked.has(JSON.stringify(options))).toBe(true);
});

test('numbers of keys go around every power of two up to 256, with more queries than keys and fewer', () => {
  const sizes = [...softmaxCases(binary64)].map((call) =>
    'q' in call ? [call.q.length, call.k.length] : [0, 0],
  );
  const keys = new Set(sizes.map(([, m]) => m));
  for (const m of [15, 16, 17, 31, 33, 63, 64, 65, 127, 129, 255, 257]) expect(keys.has(m)).toBe(true);
  expect(sizes.some(([n, m]) => n! > 64 && n! > m!) && sizes.some(([n, m]) => n! > 64 && n! < m!)).toBe(true);
});

test('a chosen call is of its filling, its options and its seed', () => {
  const call = chosenSoftmaxCall(1, shape, 1, binary64, 5);
  expect(call).toMatchObject({ options: { causal: true } });
  expect(chosenSoftmaxCall(1, shape, 1, binary64, 5)).toEqual(call);
  expect(chosenSoftmaxCall(1, shape, 1, binary64, 6)).not.toEqual(call);
  for (let filled = 0; filled < softmaxChoices.fillings; filled++) {
    const asked = filled % softmaxChoices.options;
    expectWellFormed(chosenSoftmaxCall(filled, shape, asked, binary32, filled), binary32);
  }
});
