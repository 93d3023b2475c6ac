import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { loosest, loosestOutput } from '#bound/loosest.ts';
import { chunkwise } from '#kernel/linear-attention/chunkwise.ts';
import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import { lanes } from '#kernel/rnn/lanes.ts';
import { paired } from '#kernel/rnn/paired.ts';
import { scan } from '#kernel/rnn/scan.ts';
import { streaming } from '#kernel/rnn/streaming.ts';
import { online } from '#kernel/softmax-attention/online.ts';
import { tiled } from '#kernel/softmax-attention/tiled.ts';
import { twoPass } from '#kernel/softmax-attention/two-pass.ts';
import { formats } from './allowed.ts';

test('the loosest declaration allows whatever a kernel of the library declares', () => {
  const kernels = [streaming, paired, lanes, scan, quadratic, recurrent, chunkwise, online, tiled, twoPass];
  for (const format of formats) {
    const loose = loosest(format);
    expect(loose.format).toBe(format);
    for (const kernel of kernels) {
      const declared = kernel.declares(format);
      for (const n of [0, 1, 2, 3, 17, 300, 70_000]) {
        expect(loose.additions(n)).toBeGreaterThanOrEqual(declared.additions(n));
        expect(loose.rescalings(n)).toBeGreaterThanOrEqual(declared.rescalings(n));
      }
      for (const scale of [1, 0.5, 0.1]) {
        expect(loose.scalings(scale)).toBeGreaterThanOrEqual(declared.scalings(scale));
      }
      expect(loose.expUlp).toBeGreaterThanOrEqual(declared.expUlp);
      expect(loose.joins).toBeGreaterThanOrEqual(declared.joins);
    }
    expect([loose.compensated, loose.reciprocal, loose.shifted]).toEqual([false, true, true]);
    expect(loose.logarithm).toBe(true);
    expect([0, 1, 5].map(loose.additions)).toEqual([0, 0, 4]);
    expect([0, 1, 5].map(loose.rescalings)).toEqual([0, 0, 4]);
    expect([loose.scalings(1), loose.scalings(0.5)]).toEqual([3, 4]);
  }
});

test('an exponential of torch in binary32 is 20 ulp off and flushes; in binary64 none is more than 4 ulp off', () => {
  expect([loosest(binary32).expUlp, loosest(binary32).flushes]).toEqual([20, true]);
  expect([loosest(binary64).expUlp, loosest(binary64).flushes]).toEqual([4, false]);
});

test('the exponential of a foreign output may be of a positive number', () => {
  for (const format of formats) {
    const { shifted, ...rest } = loosestOutput(format);
    expect(shifted).toBe(false);
    expect(rest.expUlp).toBe(loosest(format).expUlp);
  }
});
