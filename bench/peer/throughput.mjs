// Certified cases: draw numbers, run a kernel, and hold every output to its bound about the exact value. The protocol and
// the sizes are those of throughput.py; the hunt has the same loop on all kernels and sizes.
import { createInterface } from 'node:readline';
import { compare } from '../../properties/hunt/loops.mjs';
import { numbers } from '../../properties/hunt/random.mjs';

const kernels = await import('../../dist/kernel/kernels.js').then((module) => module.kernels);
const { binary64 } = await import('../../dist/arithmetic/float-format.js');
const { stateAllowance } = await import('../../dist/bound/rnn.js');
const { softmaxAllowance } = await import('../../dist/bound/softmax-attention.js');
const { linearAllowance } = await import('../../dist/bound/linear-attention.js');

const STEPS = 16;
const TOKENS = 4;
const WIDTH = 4;

const random = numbers(20);
/** As Hypothesis's floats(-4, 4) has them: most on a grid, some of full precision, some tiny. */
const number = () => (random.below(4) === 0 ? 4 * random.signed() : (random.below(4096) - 2048) / 512);
const filled = (array) => {
  for (let i = 0; i < array.length; i++) array[i] = number();
  return array;
};
const of = (table, form) => table.find((kernel) => kernel.form === form && kernel.tier === 'plain');
const sizes = { n: TOKENS, m: TOKENS, dk: WIDTH, dv: WIDTH };
const matrix = () => new Float64Array(TOKENS * WIDTH);
const tokens = { q: matrix(), k: matrix(), v: matrix(), ...sizes };
const drawTokens = () => [tokens.q, tokens.k, tokens.v].forEach(filled);
const out = matrix();

/** The same properties as in throughput.py. */
const properties = {
  rnn: () => {
    const kernel = of(kernels.recurrence, 'streaming');
    const declares = kernel.declares(binary64);
    const x = new Float64Array(STEPS);
    return () => {
      filled(x);
      const h = kernel.run(x, 0);
      return compare(stateAllowance(x, 0, declares), [h]);
    };
  },
  'softmax-attention': () => {
    const kernel = of(kernels.softmaxAttention, 'two-pass');
    const declares = kernel.declares(binary64);
    const settings = { scale: 1, causal: false };
    return () => {
      drawTokens();
      kernel.run(tokens, settings, out);
      return compare(softmaxAllowance(tokens, settings, declares), out);
    };
  },
  'linear-attention': () => {
    const kernel = of(kernels.linearAttention, 'quadratic');
    const declares = kernel.declares(binary64);
    const settings = { causal: false, normalize: false, featureMap: 'identity', chunk: 1 };
    return () => {
      drawTokens();
      kernel.run(tokens, settings, out);
      return compare(linearAllowance(tokens, settings, declares), out);
    };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { system, cases } = JSON.parse(line);
  const check = properties[system]();
  const start = process.hrtime.bigint();
  let largest = 0;
  for (let i = 0; i < cases; i++) {
    const { worst, violation } = check();
    if (violation !== undefined) throw new Error(`${system}: beyond its bound`);
    if (worst > largest) largest = worst;
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  process.stdout.write(`${JSON.stringify({ seconds, largest })}\n`);
}
