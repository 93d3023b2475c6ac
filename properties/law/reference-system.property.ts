import { expect, test } from 'vitest';
import { balls } from '#arithmetic/ball.ts';
import { exactly, type Rational, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { counting } from '#arithmetic/tally.ts';
import { referenceSystem } from '#law/reference-system.ts';
import * as linear from '#reference/linear-attention.ts';
import { output } from '#reference/rnn.ts';
import { softmaxAttention } from '#reference/softmax-attention.ts';

const exact = referenceSystem({ ...rationals, exp: rationals.neg, sqrt: rationals.neg });
const analytic = balls(100);
const enclosed = referenceSystem(analytic);
const [two, three] = [2, 3].map((width) => coordinates(analytic, width));
const fractions = (...rows: number[][]): Rational[][] => rows.map((row) => row.map(exactly));
const rows = (...entries: number[][]) => entries.map((row) => row.map(analytic.of));

const [q, k, v] = [rows([1, 2], [3, 4]), rows([5, 6], [-7, 8]), rows([1, 2, 3], [4, 5, 7])];

test('the recurrence is the reference, and its states those of one run', () => {
  const x = [1, 10, 100].map(exactly);
  expect(exact.alternatingSum(x, exactly(1000))).toEqual(exactly(-909));
  expect(exact.states(x, exactly(1000))).toEqual([-999, 1009, -909].map(exactly));
  const inputs = [1, 2].map((entry) => analytic.of(entry / 1000));
  expect(enclosed.output(inputs, analytic.of(0))).toEqual(output(analytic, inputs, analytic.of(0)));
});

test('attention is the reference, with the widths of its arguments and the options asked for', () => {
  expect(enclosed.softmaxAttention(q, k, v)).toEqual(softmaxAttention(two!, three!, q, k, v));
  const options = { scale: analytic.of(0.5), causal: true };
  expect(enclosed.softmaxAttention(q, k, v, options)).toEqual(
    softmaxAttention(two!, three!, q, k, v, options),
  );
});

test('linear attention is the reference in every form and with every option', () => {
  expect(enclosed.linearAttention(q, k, v)).toEqual(linear.asWritten(two!, three!, q, k, v));
  for (const causal of [false, true]) {
    expect(enclosed.linearAttention(q, k, v, { causal })).toEqual(
      linear.asWritten(two!, three!, q, k, v, causal),
    );
    expect(enclosed.linearAttention(q, k, v, { causal, normalize: true })).toEqual(
      linear.normalised(two!, three!, q, k, v, causal),
    );
  }
  expect(enclosed.reassociated(q, k, v)).toEqual(linear.reassociated(two!, q, k, v));
  expect(enclosed.recurrent(q, k, v)).toEqual(linear.recurrent(two!, q, k, v));
  expect(enclosed.chunkwise(q, k, v, 1)).toEqual(linear.chunkwise(two!, three!, q, k, v, 1));
});

test('attention under elu + 1 maps queries and keys and is normalised', () => {
  // (2 * 2 * 10 + 2 * 1 * 40) / (2 * 2 + 2 * 1), as elu(1) + 1 = 2 and elu(0) + 1 = e^0.
  const one = referenceSystem({ ...rationals, exp: () => exactly(1), sqrt: rationals.neg });
  expect(one.elu1Attention([[1]], [[1], [0]], fractions([10], [40]))).toEqual(fractions([20]));
});

test('no queries give no rows, and no keys give zero to linear attention', () => {
  expect(exact.linearAttention([], [], [])).toEqual([]);
  const { arithmetic, tally } = counting();
  expect(referenceSystem(arithmetic).linearAttention([[null]], [], [])).toEqual([[]]);
  expect(tally().mul).toBe(0);
});
