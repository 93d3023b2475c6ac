import {
  advanceLinear,
  chosenKernel,
  emptyState,
  errorBound,
  linearAttention,
  output,
  plusMinus,
  softmaxAttention,
} from 'counterclaim/kernel';

// A result, and how far it can be from the exact one at these very inputs.
const x = Float64Array.of(0, 0.001);
const accurate = { form: 'compensated' } as const;
const [y, { bound }] = [output(x, 0, accurate), errorBound.output(x, 0, accurate)];
console.log(`y = ${plusMinus(y, bound[0]!)}`);

// Two tokens of width 2: queries [n][dk], keys [m][dk] and values [m][dv], row-major.
const tokens = {
  q: Float64Array.of(1, 0, 0.5, -1),
  k: Float64Array.of(1, 2, -1, 0),
  v: Float64Array.of(1, 10, 2, 20),
  ...{ n: 2, m: 2, dk: 2, dv: 2 },
};
const options = { causal: true, scale: 1 / Math.sqrt(2) };
const out = softmaxAttention(tokens, options);
const attention = errorBound.softmaxAttention(tokens, options);
out.forEach((entry, i) => {
  // Otherwise nothing is promised of the entry (`open`), or it must overflow (`overflows`).
  if (attention.fates[i] === 'bounded') console.log(`out[${i}] = ${plusMinus(entry, attention.bound[i]!)}`);
});
console.log(`computed by the ${chosenKernel.softmaxAttention(tokens, options).form} form`);

// Tokens that come one at a time: the state in, the state out.
let state = emptyState('binary64', 2, 2);
const streamed: number[] = [];
for (let t = 0; t < 2; t++) {
  const row = (array: Float64Array): Float64Array => array.subarray(2 * t, 2 * t + 2);
  const token = { q: row(tokens.q), k: row(tokens.k), v: row(tokens.v), n: 1, m: 1, dk: 2, dv: 2 };
  const step = advanceLinear(state, token, { into: state });
  state = step.state;
  streamed.push(...step.out);
}
const whole = linearAttention(tokens, { causal: true, form: 'recurrent' });
console.log(`bit for bit the same: ${streamed.every((entry, i) => Object.is(entry, whole[i]))}`);
