import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { linearAllowance } from '#bound/linear-attention.ts';
import { loosest, loosestOutput } from '#bound/loosest.ts';
import { outputAllowance } from '#bound/output.ts';
import { stateAllowance } from '#bound/rnn.ts';
import { softmaxAllowance } from '#bound/softmax-attention.ts';
import { allowanceOf, arrayOf, contract, tokensOf } from '#law/subject-allowance.ts';
import type { Call } from '#law/subject-call.ts';

const tokens = {
  q: [[1, 2]],
  k: [
    [0.5, -1],
    [2, 0.25],
  ],
  v: [[1], [3]],
};

test('the arrays of a call are those of the format, row by row', () => {
  expect(arrayOf({ format: binary64 }, [0.1])).toEqual(Float64Array.of(0.1));
  expect(arrayOf({ format: binary32 }, [0.1])).toEqual(Float32Array.of(0.1));
  expect(tokensOf({ format: binary64 }, { ...tokens, q: [] })).toEqual({
    q: new Float64Array(),
    k: Float64Array.of(0.5, -1, 2, 0.25),
    v: Float64Array.of(1, 3),
    n: 0,
    m: 2,
    dk: 2,
    dv: 1,
  });
  expect(tokensOf({ format: binary32 }, tokens)).toMatchObject({ q: Float32Array.of(1, 2), n: 1 });
});

test('what is not asked for has the default of the contract', () => {
  for (const format of [binary64, binary32]) {
    const declares = contract(format)('softmaxAttention');
    const arrays = tokensOf({ format }, tokens);
    const softmax = (options: Extract<Call, { fn: 'softmaxAttention' }>['options']) =>
      allowanceOf({ fn: 'softmaxAttention', ...tokens, options }, declares);
    expect(softmax({})).toEqual(softmaxAllowance(arrays, { scale: 1, causal: false }, declares));
    expect(softmax({ causal: true })).toEqual(softmaxAllowance(arrays, { scale: 1, causal: true }, declares));
    expect(softmax({ scale: 3 })).toEqual(softmaxAllowance(arrays, { scale: 3, causal: false }, declares));
    const linear = (options: Extract<Call, { fn: 'linearAttention' }>['options']) =>
      allowanceOf({ fn: 'linearAttention', ...tokens, options }, declares);
    const none = { causal: false, normalize: false, featureMap: 'identity' } as const;
    expect(linear({})).toEqual(linearAllowance(arrays, none, declares));
    const all = { causal: true, normalize: true, featureMap: 'elu1' } as const;
    expect(linear(all)).toEqual(linearAllowance(arrays, all, declares));
    expect(linear({ featureMap: 'elu1' })).toEqual(
      linearAllowance(arrays, { ...none, featureMap: 'elu1' }, declares),
    );
  }
});

test('a state and an output are those of their inputs', () => {
  const [x, h0] = [[1, 0.3], 0.2];
  const array = Float64Array.from(x);
  expect(allowanceOf({ fn: 'alternatingSum', x, h0 }, loosest(binary64))).toEqual(
    stateAllowance(array, h0, loosest(binary64)),
  );
  const output = allowanceOf({ fn: 'output', x, h0 }, loosestOutput(binary64));
  expect(output).toEqual(outputAllowance(array, h0, loosestOutput(binary64)));
});

test('the contract asks no more of the output than one formula for both tails gives', () => {
  expect(contract(binary64)('output').shifted).toBe(false);
  expect(contract(binary64)('softmaxAttention').shifted).toBe(true);
  expect(contract(binary32)('linearAttention').format).toBe(binary32);
});
