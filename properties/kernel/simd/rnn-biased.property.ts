import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addVisits } from '#kernel/rnn/biased.ts';
import { compensated } from '#kernel/rnn/compensated.ts';
import { loader } from '#kernel/simd/job.ts';
import { compensatedSimd } from '#kernel/simd/rnn.ts';
import { addFromBiasFunction, addVisitsFunction, BIASED_BYTES } from '#kernel/simd/rnn-biased.ts';
import { addBlocksCompensatedFunction, SUM_BLOCK_BYTES } from '#kernel/simd/rnn-sums.ts';
import { workspaceBytes } from '#kernel/simd/workspace.ts';
import { roundings } from '../../wasm/relaxed.ts';
import { formats, unsignedZeros } from '../rnn/sequences.ts';
import { inputsIn, manyInputs, visits } from '../rnn/visits.ts';
import { digestOf, drawn } from './drawn.ts';
import { withPlaced } from './in-workspace.ts';

const names = ['addBlocksCompensated', 'addFromBias', 'addVisits'];

describe.each(roundings)('%s', (rounding) => {
  const load = loader('biased sums alone', rounding, (v) => [
    addBlocksCompensatedFunction(v),
    addFromBiasFunction(v),
    addVisitsFunction(v, (name) => names.indexOf(name)),
  ]);

  test('visits leave the bits of the plain form in the accumulators and their errors', () => {
    fc.assert(
      fc.property(visits(), fc.nat(), ({ format, x }, seed) => {
        const own = (2 * SUM_BLOCK_BYTES) / x.BYTES_PER_ELEMENT;
        const expected = drawn(format, own, seed);
        const state = new (x.constructor as Float64ArrayConstructor)(BIASED_BYTES / x.BYTES_PER_ELEMENT);
        state.set(expected);
        addVisits(x, x.length, expected);
        withPlaced(format, [x, state], (inputs, sums) => {
          load(format).functions.addVisits!(inputs.at, inputs.at + inputs.bytes, sums.at);
          expect(unsignedZeros(sums.array.subarray(0, own))).toEqual(unsignedZeros(expected));
        });
      }),
      { numRuns: 200 },
    );
  });

  test('biases stay from call to call, so that visits may come in any number of calls', () => {
    for (const format of formats) {
      const x = drawn(format, 8 * inputsIn(format), 2);
      x.subarray(inputsIn(format), 3 * inputsIn(format)).forEach((input, t, some) => {
        some[t] = input * 0.3;
      });
      const zeros = new Array<number>(BIASED_BYTES / x.BYTES_PER_ELEMENT).fill(0);
      withPlaced(format, [x, zeros, zeros], (inputs, whole, parts) => {
        const { functions } = load(format);
        functions.addVisits!(inputs.at, inputs.at + inputs.bytes, whole.at);
        for (let part = 0; part < 4; part++) {
          const from = inputs.at + (part * inputs.bytes) / 4;
          functions.addVisits!(from, from + inputs.bytes / 4, parts.at);
        }
        expect(parts.array).toEqual(whole.array);
        expect([...whole.array.subarray(0, 4)].every((sum) => sum !== 0)).toBe(true);
      });
    }
  });
});

test('many inputs have the bits of the plain form, the same on every machine', () => {
  const states = formats.map((format) => {
    const x = manyInputs(format, 1003);
    const bytes = workspaceBytes();
    const state = compensatedSimd.run(x, 0.25);
    expect(workspaceBytes() - bytes).toBeLessThanOrEqual(65_536);
    expect(compensated.run(x, 0.25)).toBe(state);
    // The state is almost the exact one, whatever the order: it shows in the accumulators.
    const sums = x.slice(0, (2 * SUM_BLOCK_BYTES) / x.BYTES_PER_ELEMENT).fill(0);
    addVisits(x, 100 * inputsIn(format), sums);
    return digestOf(sums);
  });
  expect(states).toEqual(['5ec197ad3c498474', '0673e20ad375f3d9']);
});
