import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import type { SoftmaxOptions } from '#law/law.ts';
import type { Matrix } from '#reference/linear-attention.ts';
import { type Specimen, specimen } from './specimen.ts';

interface Row<N> {
  readonly q: Matrix<N>;
  readonly k: Matrix<N>;
  readonly i: number;
  readonly options: SoftmaxOptions<N>;
  /** Scores of row i as they should be, masked keys absent. */
  readonly scores: readonly N[];
}

type WeightsOf = <N>(a: Analytic<N>, row: Row<N>) => readonly N[];

/** Wrong weights of a row, with the sum over values as it should be. */
function weightsAre(name: string, caughtBy: string, weightsOf: WeightsOf): Specimen {
  return specimen('softmax-attention', name, caughtBy, (a) => ({
    softmaxAttention: (q, k, v, options = {}) => {
      const keys = coordinates(a, k[0]!.length);
      const values = coordinates(a, v[0]!.length);
      return q.map((qi, i) => {
        const seen = options.causal === true ? k.slice(0, i + 1) : k;
        const scores = seen.map((kj) => a.mul(options.scale ?? a.of(1), keys.dot(qi, kj)));
        const row = weightsOf(a, { q, k, i, options, scores });
        return row.map((weight, j) => values.scale(weight, v[j]!)).reduce(values.add, values.zero);
      });
    },
  }));
}

/** Wrong scores of a row, normalised as they should be. */
function scoresAre(name: string, caughtBy: string, scoresOf: WeightsOf): Specimen {
  return weightsAre(name, caughtBy, (a, row) => shares(a, scoresOf(a, row).map(a.exp)));
}

function shares<N>(a: Analytic<N>, terms: readonly N[]): N[] {
  const total = sum(a, terms);
  return terms.map((term) => a.div(term, total));
}

/** Wrong inputs of the references. */
function inputsAre(
  name: string,
  caughtBy: string,
  changed: <N>(
    a: Analytic<N>,
    q: Matrix<N>,
    k: Matrix<N>,
    v: Matrix<N>,
  ) => readonly [Matrix<N>, Matrix<N>, Matrix<N>],
): Specimen {
  return specimen('softmax-attention', name, caughtBy, (a, right) => ({
    softmaxAttention: (q, k, v, options) => right.softmaxAttention(...changed(a, q, k, v), options),
  }));
}

/** Wrong options of the references. */
function optionsAre(
  name: string,
  caughtBy: string,
  changed: <N>(a: Analytic<N>, options: SoftmaxOptions<N>) => SoftmaxOptions<N>,
): Specimen {
  return specimen('softmax-attention', name, caughtBy, (a, right) => ({
    softmaxAttention: (q, k, v, options = {}) => right.softmaxAttention(q, k, v, changed(a, options)),
  }));
}

/** Wrong softmax attention. */
export const softmaxSpecimens: readonly Specimen[] = [
  inputsAre('drops the last key', 'x-sigmoid-two-token-softmax', (_a, q, k, v) =>
    k.length > 1 ? [q, k.slice(0, -1), v.slice(0, -1)] : [q, k, v],
  ),
  inputsAre('counts the first key twice', 'a-duplication-invariance', (_a, q, k, v) => [
    q,
    [k[0]!, ...k],
    [v[0]!, ...v],
  ]),
  inputsAre('reuses the first value', 'x-linear-copies-what-softmax-does-not', (_a, q, k, v) => [
    q,
    k,
    v.map(() => v[0]!),
  ]),
  inputsAre('shifts the values by one', 'a-streaming-equals-batch', (_a, q, k, v) => [
    q,
    k,
    [...v.slice(1), v[0]!],
  ]),
  inputsAre('adds one to every value', 'a-value-affine-equivariance', (a, q, k, v) => [
    q,
    k,
    v.map((row) => row.map((x) => a.add(x, a.of(1)))),
  ]),
  inputsAre('shifts the queries by one', 'a-tile-size-invariance', (a, q, k, v) => [
    q.map((row) => row.map((x) => a.add(x, a.of(1)))),
    k,
    v,
  ]),
  inputsAre('sees the first coordinate only', 'a-rotation-invariance', (_a, q, k, v) => [
    q.map((row) => row.slice(0, 1)),
    k.map((row) => row.slice(0, 1)),
    v,
  ]),
  inputsAre('uses the same query for all', 'a-diagonal-dominates-equal-norms', (_a, q, k, v) => [
    q.map(() => q[0]!),
    k,
    v,
  ]),
  optionsAre('ignores the mask', 'a-causal-prefix-consistency', (_a, { scale }) =>
    scale === undefined ? {} : { scale },
  ),
  optionsAre('ignores the scale', 'a-temperature', (_a, { causal = false }) => ({ causal })),
  optionsAre('squares the scale', 'a-temperature', (a, options) =>
    options.scale === undefined ? options : { ...options, scale: a.mul(options.scale, options.scale) },
  ),
  optionsAre('has a scale of 1/2 unless told', 'a-antichain-copy', (a, options) => ({
    scale: a.of(0.5),
    ...options,
  })),
  specimen('softmax-attention', 'masks one key too few', 'a-causal-prefix-consistency', (_a, right) => ({
    softmaxAttention: (q, k, v, options = {}) =>
      q.map((qi, i) => {
        const seen = options.causal === true ? i + 2 : k.length;
        return right.softmaxAttention([qi], k.slice(0, seen), v.slice(0, seen), {
          ...options,
          causal: false,
        })[0]!;
      }),
  })),
  specimen('softmax-attention', 'masks one key too many', 'a-causal-prefix-consistency', (_a, right) => ({
    softmaxAttention: (q, k, v, options = {}) =>
      q.map((qi, i) => {
        const seen = options.causal === true ? Math.max(i, 1) : k.length;
        return right.softmaxAttention([qi], k.slice(0, seen), v.slice(0, seen), {
          ...options,
          causal: false,
        })[0]!;
      }),
  })),
  specimen(
    'softmax-attention',
    'aligns the mask with the last key',
    'a-mask-equals-removal',
    (_a, right) => ({
      softmaxAttention: (q, k, v, options = {}) =>
        q.map((qi, i) => {
          const seen = options.causal === true ? Math.max(i + 1 + k.length - q.length, 1) : k.length;
          return right.softmaxAttention([qi], k.slice(0, seen), v.slice(0, seen), {
            ...options,
            causal: false,
          })[0]!;
        }),
    }),
  ),
  scoresAre('negates the scores', 'l-rank', (a, { scores }) => scores.map(a.neg)),
  scoresAre('doubles the scores', 'a-lipschitz-scores', (a, { scores }) =>
    scores.map((s) => a.mul(a.of(2), s)),
  ),
  scoresAre('squares the scores', 'a-key-translation-invariance', (a, { scores }) =>
    scores.map((s) => a.mul(s, s)),
  ),
  scoresAre('scores q_i against k_i', 'a-monotone-in-beta', (_a, { scores, i }) =>
    scores.map(() => scores[Math.min(i, scores.length - 1)]!),
  ),
  scoresAre('scores without a key', 'a-score-shift-invariance', (a, { scores, q, i }) => {
    const { dot } = coordinates(a, 0);
    return scores.map((_, j) => dot(q[i]!, q[j % q.length]!));
  }),
  scoresAre('favours near keys', 'a-token-permutation-equivariance', (a, { scores, i }) =>
    scores.map((s, j) => a.sub(s, a.of(Math.abs(i - j)))),
  ),
  scoresAre('scores by distance', 'a-margin-bound', (a, { scores, k }) => {
    const { dot } = coordinates(a, 0);
    return scores.map((s, j) => a.sub(s, a.div(dot(k[j]!, k[j]!), a.of(2))));
  }),
  weightsAre('does not normalise', 'a-lipschitz-scores', (a, { scores }) => scores.map(a.exp)),
  weightsAre('adds one to the denominator', 'a-convex-hull', (a, { scores }) => {
    const total = sum(a, [a.of(1), ...scores.map(a.exp)]);
    return scores.map((s) => a.div(a.exp(s), total));
  }),
  weightsAre('adds 2^-20 to the denominator', 'a-convex-hull', (a, { scores }) => {
    const total = sum(a, [a.of(2 ** -20), ...scores.map(a.exp)]);
    return scores.map((s) => a.div(a.exp(s), total));
  }),
  weightsAre('is off by 2^-20 of every weight', 'a-convex-hull', (a, { scores }) =>
    shares(a, scores.map(a.exp)).map((w) => a.mul(a.of(1 + 2 ** -20), w)),
  ),
  weightsAre('takes the weights to be uniform', 'a-hardmax-limit', (a, { scores }) =>
    scores.map(() => a.div(a.of(1), a.of(scores.length))),
  ),
  weightsAre('copies the first key', 'a-row-stochastic', (a, { scores }) =>
    scores.map((_, j) => a.of(j === 0 ? 1 : 0)),
  ),
  weightsAre('copies the own key', 'a-never-exact-copy', (a, { scores, i }) =>
    scores.map((_, j) => a.of(j === Math.min(i, scores.length - 1) ? 1 : 0)),
  ),
  weightsAre('weighs by 1 + s^2', 'a-detailed-balance', (a, { scores }) =>
    shares(
      a,
      scores.map((s) => a.add(a.of(1), a.mul(s, s))),
    ),
  ),
  weightsAre('normalises over queries', 'a-single-token', (a, { q, k, i, options }) => {
    const keys = coordinates(a, 0);
    const seen = options.causal === true ? k.slice(0, i + 1) : k;
    const term = (qi: (typeof q)[0], kj: (typeof k)[0]) =>
      a.exp(a.mul(options.scale ?? a.of(1), keys.dot(qi, kj)));
    return seen.map((kj) =>
      a.div(
        term(q[i]!, kj),
        sum(
          a,
          q.map((qi) => term(qi, kj)),
        ),
      ),
    );
  }),
];
