import fc, { type Arbitrary } from 'fast-check';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import { chosenLinearCall, linearCases, linearChoices } from '#law/linear-attention/cases.ts';
import { linearVariants, normalisedVariants } from '#law/linear-attention/variants.ts';
import { chosenSequenceCall, outputCases, sequenceChoices, stateCases } from '#law/rnn/cases.ts';
import { outputVariants, stateVariants } from '#law/rnn/variants.ts';
import { chosenSoftmaxCall, softmaxCases, softmaxChoices } from '#law/softmax-attention/cases.ts';
import { softmaxVariants } from '#law/softmax-attention/variants.ts';
import type { OracleLaw } from './oracle-law.ts';
import type { Call } from './subject-call.ts';
import type { Shape } from './token-filling.ts';

/** The laws that carry the weight of a grade: every result within its bound of the exact one. */
export const oracleLaws: readonly OracleLaw[] = [
  {
    id: 'r-state-within-bound',
    system: 'rnn',
    says: 'the final state is that of h_t = x_t - h_(t-1), within the bound of its rounding',
    fn: 'alternatingSum',
    includes: ({ fn }) => fn === 'alternatingSum',
    cases: stateCases,
    arbitrary: (format) => sequences('alternatingSum', format),
    variants: stateVariants,
  },
  {
    id: 'r-output-within-bound',
    system: 'rnn',
    says: 'the output is sigmoid(1000 h_T), within the bound of its rounding, in both tails',
    fn: 'output',
    includes: ({ fn }) => fn === 'output',
    cases: outputCases,
    arbitrary: (format) => sequences('output', format),
    variants: outputVariants,
  },
  {
    id: 'a-within-bound',
    system: 'softmax-attention',
    says: 'softmax attention is that of the scores scale <q_i, k_j> of the keys seen, within the bound of its rounding',
    fn: 'softmaxAttention',
    includes: ({ fn }) => fn === 'softmaxAttention',
    cases: softmaxCases,
    arbitrary: (format) => tokens(softmaxChoices, chosenSoftmaxCall, format),
    variants: softmaxVariants,
  },
  {
    id: 'l-within-bound',
    system: 'linear-attention',
    says: 'linear attention is sum_j <q_i, k_j> v_j over the keys seen, within the bound of its rounding',
    fn: 'linearAttention',
    includes: (call) => isNormalised(call, false),
    cases: (format, run) => only(linearCases(format, run), false),
    arbitrary: (format) =>
      tokens(linearChoices, chosenLinearCall, format).filter((call) => isNormalised(call, false)),
    variants: linearVariants,
  },
  {
    id: 'l-normalised-within-bound',
    system: 'linear-attention',
    says: 'with the normaliser it is divided by sum_j <q_i, k_j>, whatever its sign, within the bound of its rounding',
    fn: 'linearAttention',
    includes: (call) => isNormalised(call, true),
    cases: (format, run) => only(linearCases(format, run), true),
    arbitrary: (format) =>
      tokens(linearChoices, chosenLinearCall, format).filter((call) => isNormalised(call, true)),
    variants: normalisedVariants,
  },
];

/** Small lengths, each with every rule of the systematic cases. */
function sequences(fn: 'alternatingSum' | 'output', format: FloatFormat): Arbitrary<Call> {
  return fc
    .tuple(fc.nat(sequenceChoices - 1), fc.nat(12), fc.nat())
    .map(([rule, length, seed]) => chosenSequenceCall(fn, rule, length, format, seed));
}

/** Small shapes, each with every filling and every option of the systematic cases. */
function tokens(
  { fillings, options }: { readonly fillings: number; readonly options: number },
  choose: (filled: number, shape: Shape, asked: number, format: FloatFormat, seed: number) => Call,
  format: FloatFormat,
): Arbitrary<Call> {
  const shape = fc.record({
    n: fc.integer({ min: 0, max: 4 }),
    m: fc.integer({ min: 1, max: 5 }),
    dk: fc.integer({ min: 0, max: 4 }),
    dv: fc.integer({ min: 0, max: 3 }),
  });
  return fc
    .tuple(fc.nat(fillings - 1), shape, fc.nat(options - 1), fc.nat())
    .map(([filled, sizes, asked, seed]) => choose(filled, sizes, asked, format, seed));
}

function isNormalised(call: Call, asked: boolean): boolean {
  return call.fn === 'linearAttention' && (call.options.normalize ?? false) === asked;
}

function* only(calls: Iterable<Call>, normalised: boolean): Generator<Call> {
  for (const call of calls) if (isNormalised(call, normalised)) yield call;
}
