import type { FloatFormat } from '#arithmetic/float-format.ts';
import { withOutput } from '#bound/output.ts';
import type { LinearKernel, SoftmaxKernel, StateKernel, StatesKernel } from '#kernel/kernel.ts';
import { outputs } from '#kernel/rnn/output.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import type { Rows, Subject } from './subject.ts';
import { arrayOf, tokensOf } from './subject-allowance.ts';
import { outside } from './subject-call.ts';

/** Laws that hold of computed states whatever the order of a sum: rounding knows no sign, and small integers do not round. */
const inAnyOrder: readonly string[] = [
  'r-negation-symmetry',
  'r-power-of-two-scaling',
  'r-not-bibo-stable',
  'r-integer-exactness',
  'r-comparator',
];

/** Sums over the keys that start at the first: a key behind the last one, or of weight 0, leaves no trace. */
const keyByKey: readonly string[] = ['a-mask-equals-removal', 'a-temperature'];
const shifted: readonly string[] = [
  ...keyByKey,
  'a-causal-prefix-consistency',
  'a-hardmax-limit',
  'a-never-exact-copy',
];
const linear: readonly string[] = [
  'l-homogeneity',
  'l-reassociation',
  'l-causal-prefix',
  'l-zero-key-padding',
  'l-positive-feature-map',
];

/** What the forms of plain code keep in their computed numbers as they stand. */
const kept: Readonly<Record<string, readonly string[]>> = {
  streaming: [
    ...inAnyOrder,
    'r-signed-summation',
    'r-streaming-split-merge',
    'r-prefix-consistency',
    'r-append-zero',
    'r-prepend-zero',
    'r-certified-sign',
  ],
  paired: inAnyOrder,
  lanes: inAnyOrder,
  compensated: inAnyOrder,
  scan: inAnyOrder,
  naive: keyByKey,
  'two-pass': shifted,
  online: shifted,
  tiled: shifted,
  quadratic: linear,
  reassociated: linear,
  recurrent: linear,
  chunkwise: linear,
};

/** A kernel that gives the final state, with the output of it, as a subject in one format. */
export function stateSubject(kernel: StateKernel, format: FloatFormat): Subject {
  const state = (x: readonly number[], h0: number): number => kernel.run(arrayOf({ format }, x), h0);
  return {
    ...described('recurrence', kernel, format),
    functions: { alternatingSum: state, output: (x, h0) => outputs(format)(state(x, h0)) },
  };
}

/** A kernel that gives every state, by the last of them. */
export function statesSubject(kernel: StatesKernel, format: FloatFormat): Subject {
  const state = (x: readonly number[], h0: number): number => {
    const out = arrayOf({ format }, [h0, ...x]);
    kernel.run(arrayOf({ format }, x), h0, out.subarray(1));
    return out.at(-1)!;
  };
  return {
    ...described('states of the recurrence', kernel, format),
    functions: { alternatingSum: state, output: (x, h0) => outputs(format)(state(x, h0)) },
  };
}

/** A kernel of softmax attention. */
export function softmaxSubject(kernel: SoftmaxKernel, format: FloatFormat): Subject {
  return {
    ...described('softmax attention', kernel, format),
    functions: {
      softmaxAttention: (q, k, v, { scale = 1, causal = false }) => {
        const tokens = tokensOf({ format }, { q, k, v });
        const out = zeros(format, tokens.n * tokens.dv);
        kernel.run(tokens, { scale, causal }, out);
        return rowsOf(out, tokens);
      },
    },
  };
}

/**
 * A kernel of linear attention. A call that it does not serve, causal or not, is outside of what it is asked.
 *
 * @param chunk tokens a chunk, for the chunkwise form
 */
export function linearSubject(kernel: LinearKernel, format: FloatFormat, chunk: number): Subject {
  return {
    ...described('linear attention', kernel, format),
    functions: {
      linearAttention: (q, k, v, { causal = false, normalize = false, featureMap = 'identity' }) => {
        if (!(causal ? kernel.serves.causal : kernel.serves.whole)) throw outside;
        const tokens = tokensOf({ format }, { q, k, v });
        const out = zeros(format, tokens.n * tokens.dv);
        kernel.run(tokens, { causal, normalize, featureMap, chunk }, out);
        return rowsOf(out, tokens);
      },
    },
  };
}

type Kernel = StateKernel | StatesKernel | SoftmaxKernel | LinearKernel;

function described(
  of: string,
  { form, tier, declares }: Kernel,
  format: FloatFormat,
): Omit<Subject, 'functions'> {
  return {
    name: `${of}, ${form}, ${tier}, ${format.name}`,
    format,
    declares: (fn) => (fn === 'output' ? withOutput(declares(format)) : declares(format)),
    keeps: new Set(tier === 'plain' ? kept[form] : []),
  };
}

function zeros(format: FloatFormat, length: number): FloatArray {
  return arrayOf(
    { format },
    Array.from({ length }, () => 0),
  );
}

function rowsOf(out: FloatArray, { n, dv }: { readonly n: number; readonly dv: number }): Rows {
  return Array.from({ length: n }, (_, i) => [...out.subarray(i * dv, (i + 1) * dv)]);
}
