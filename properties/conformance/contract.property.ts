import { expect, test } from 'vitest';
import { argumentsOf, formatNames, functionNames, isFormatName } from '#conformance/contract.ts';

test('arguments go in the order of the contract', () => {
  const [q, k, v] = [[[1]], [[2]], [[3]]];
  const options = { causal: true };
  expect(argumentsOf({ fn: 'output', x: [1], h0: 2 })).toEqual([[1], 2]);
  expect(argumentsOf({ fn: 'linearAttention', q, k, v, options })).toEqual([q, k, v, options]);
});

test('knows four functions and two formats', () => {
  expect(functionNames).toEqual(['alternatingSum', 'output', 'softmaxAttention', 'linearAttention']);
  expect([...formatNames, 'float16', 'Float64', 64, undefined].filter(isFormatName)).toEqual(formatNames);
});
