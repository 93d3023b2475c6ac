import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loader } from '#kernel/simd/job.ts';
import { addBlocksCompensatedFunction, addBlocksFunction, SUM_BLOCK_BYTES } from '#kernel/simd/rnn-sums.ts';
import { bytesOf } from '#kernel/simd/workspace.ts';
import { roundings } from '../../wasm/relaxed.ts';
import { formats } from '../rnn/sequences.ts';
import { drawn } from './drawn.ts';
import { withPlaced } from './in-workspace.ts';

describe.each(roundings)('%s', (rounding) => {
  const load = loader('sums alone', rounding, (v) => [addBlocksFunction(v), addBlocksCompensatedFunction(v)]);

  test('blocks are added to what the accumulators hold already, and errors to their errors', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.nat(4), fc.nat(), (format, blocks, seed) => {
        const lanes = SUM_BLOCK_BYTES / bytesOf(format);
        const { functions } = load(format);
        const x = drawn(format, blocks * lanes, seed);
        const before = drawn(format, 2 * lanes, seed + 1);
        const round = format.name === 'binary64' ? (value: number) => value : Math.fround;
        const highs = Array.from(before.subarray(0, lanes));
        const lows = Array.from(before.subarray(lanes));
        x.forEach((input, t) => {
          const lane = t % lanes;
          const sum = round(highs[lane]! + input);
          const part = round(sum - highs[lane]!);
          const error = round(round(highs[lane]! - round(sum - part)) + round(input - part));
          highs[lane] = sum;
          lows[lane] = round(lows[lane]! + error);
        });
        withPlaced(format, [x, before, before], (inputs, plain, compensated) => {
          functions.addBlocks!(inputs.at, inputs.at + inputs.bytes, plain.at);
          expect([...plain.array]).toEqual([...highs, ...before.subarray(lanes)]);
          functions.addBlocksCompensated!(inputs.at, inputs.at + inputs.bytes, compensated.at);
          expect([...compensated.array]).toEqual([...highs, ...lows]);
        });
      }),
    );
  });
});
