import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import type { LinearOptions, System } from '#law/law.ts';
import { scaled } from '#law/matrix.ts';
import type { Matrix } from '#reference/linear-attention.ts';
import { type Specimen, specimen } from './specimen.ts';

type Linear = <N>(
  a: Analytic<N>,
  right: System<N>,
  given: {
    readonly q: Matrix<N>;
    readonly k: Matrix<N>;
    readonly v: Matrix<N>;
    readonly options: LinearOptions;
  },
) => Matrix<N>;

/** A wrong form as written; the other forms are right. */
function linearIs(name: string, caughtBy: string, form: Linear): Specimen {
  return specimen('linear-attention', name, caughtBy, (a, right) => ({
    linearAttention: (q, k, v, options = {}) => form(a, right, { q, k, v, options }),
  }));
}

/** Wrong scores, summed and normalised as they should be. */
function scoresAre(
  name: string,
  caughtBy: string,
  change: <N>(a: Analytic<N>, s: N, i: number, j: number) => N,
): Specimen {
  return linearIs(name, caughtBy, (a, _right, { q, k, v, options }) => {
    const keys = coordinates(a, k[0]!.length);
    const values = coordinates(a, v[0]!.length);
    return q.map((qi, i) => {
      const seen = options.causal === true ? k.slice(0, i + 1) : k;
      const row = seen.map((kj, j) => change(a, keys.dot(qi, kj), i, j));
      const y = row.map((s, j) => values.scale(s, v[j]!)).reduce(values.add, values.zero);
      return options.normalize === true ? y.map((entry) => a.div(entry, sum(a, row))) : y;
    });
  });
}

/** Wrong linear attention. */
export const linearSpecimens: readonly Specimen[] = [
  linearIs('drops the last key', 'l-causal-prefix', (_a, right, { q, k, v, options }) =>
    k.length > 1
      ? right.linearAttention(q, k.slice(0, -1), v.slice(0, -1), options)
      : right.linearAttention(q, k, v, options),
  ),
  linearIs('reuses the first value', 'l-state-split-merge', (_a, right, { q, k, v, options }) =>
    right.linearAttention(
      q,
      k,
      v.map(() => v[0]!),
      options,
    ),
  ),
  linearIs('sees the first coordinate only', 'l-gl-invariance', (_a, right, { q, k, v, options }) =>
    right.linearAttention(
      q.map((row) => row.slice(0, 1)),
      k.map((row) => row.slice(0, 1)),
      v,
      options,
    ),
  ),
  linearIs('swaps queries and keys', 'l-zero-key-padding', (_a, right, { q, k, v, options }) =>
    q.length === k.length ? right.linearAttention(k, q, v, options) : right.linearAttention(q, k, v, options),
  ),
  linearIs('ignores the mask', 'l-causal-plus-anticausal', (_a, right, { q, k, v, options }) =>
    right.linearAttention(q, k, v, { ...options, causal: false }),
  ),
  linearIs('ignores the normaliser', 'l-normalised-row-sum', (_a, right, { q, k, v, options }) =>
    right.linearAttention(q, k, v, { ...options, normalize: false }),
  ),
  linearIs('always normalises by the number of keys', 'l-causal-prefix', (a, right, { q, k, v, options }) =>
    scaled(a, a.div(a.of(1), a.of(k.length)), right.linearAttention(q, k, v, options)),
  ),
  linearIs('masks one key too few', 'x-rnn-is-retention', (_a, right, { q, k, v, options }) =>
    q.map((qi, i) => {
      const seen = options.causal === true ? i + 2 : k.length;
      return right.linearAttention([qi], k.slice(0, seen), v.slice(0, seen), {
        ...options,
        causal: false,
      })[0]!;
    }),
  ),
  linearIs('masks one key too many', 'l-adjoint', (_a, right, { q, k, v, options }) =>
    q.map((qi, i) => {
      const seen = options.causal === true ? Math.max(i, 1) : k.length;
      return right.linearAttention([qi], k.slice(0, seen), v.slice(0, seen), {
        ...options,
        causal: false,
      })[0]!;
    }),
  ),
  linearIs('adds 1 to the normaliser', 'l-duplicate', (a, right, { q, k, v, options }) => {
    const y = right.linearAttention(q, k, v, { ...options, normalize: false });
    if (options.normalize !== true) return y;
    const totals = right.linearAttention(
      q,
      k,
      k.map(() => [a.of(1)]),
      { ...options, normalize: false },
    );
    return y.map((row, i) => row.map((entry) => a.div(entry, a.add(a.of(1), totals[i]![0]!))));
  }),
  linearIs('adds one to every output', 'l-trilinearity', (a, right, { q, k, v, options }) =>
    right.linearAttention(q, k, v, options).map((row) => row.map((entry) => a.add(entry, a.of(1)))),
  ),
  linearIs('squares the values', 'x-single-token', (a, right, { q, k, v, options }) =>
    right.linearAttention(
      q,
      k,
      v.map((row) => row.map((entry) => a.mul(entry, entry))),
      options,
    ),
  ),
  linearIs(
    'gives the first output to all',
    'l-kv-permutation-invariance',
    (_a, right, { q, k, v, options }) => {
      const y = right.linearAttention(q, k, v, options);
      return y.map(() => y[0]!);
    },
  ),
  linearIs('counts the own token twice', 'x-uniform-limit', (_a, right, { q, k, v, options }) =>
    q.map((qi, i) => {
      const seen = options.causal === true ? Math.min(i + 1, k.length) : k.length;
      const own = Math.min(i, k.length - 1);
      const keys = [...k.slice(0, seen), k[own]!];
      return right.linearAttention([qi], keys, [...v.slice(0, seen), v[own]!], {
        ...options,
        causal: false,
      })[0]!;
    }),
  ),
  scoresAre('adds one to the scores', 'l-d1-collapse', (a, s) => a.add(s, a.of(1))),
  scoresAre('squares the scores', 'l-trilinearity', (a, s) => a.mul(s, s)),
  scoresAre('takes exponentials of the scores', 'l-rank', (a, s) => a.exp(s)),
  scoresAre('negates the scores', 'l-value-right-linearity', (a, s) => a.neg(s)),
  scoresAre('halves the scores', 'l-orthogonal-retrieval', (a, s) => a.mul(a.of(0.5), s)),
  scoresAre('lets the state decay', 'l-unlearning', (a, s, i, j) => a.mul(a.of(2 ** -Math.abs(i - j)), s)),
  scoresAre('weighs keys by their place', 'x-taylor-feature-map', (a, s, _i, j) => a.mul(a.of(j + 1), s)),
  scoresAre('multiplies once more than it must', 'l-op-count', (a, s) => a.mul(a.of(1), s)),
  // Right over the reals.
  scoresAre('passes through a large number', 'l-homogeneity', (a, s) =>
    a.sub(a.add(s, a.of(2 ** 60)), a.of(2 ** 60)),
  ),
  specimen(
    'linear-attention',
    'multiplies the scores where it should reassociate',
    'l-op-count',
    (_a, right) => ({
      reassociated: (q, k, v) => right.linearAttention(q, k, v),
    }),
  ),
  specimen('linear-attention', 'reassociates with the first value alone', 'l-reassociation', (_a, right) => ({
    reassociated: (q, k, v) =>
      right.reassociated(
        q,
        k,
        v.map(() => v[0]!),
      ),
  })),
  specimen(
    'linear-attention',
    'reads the state before it is written',
    'l-streaming-equals-batch',
    (a, right) => ({
      recurrent: (q, k, v) => [
        v[0]!.map(() => a.of(0)),
        ...right.recurrent(q.slice(1), k.slice(0, -1), v.slice(0, -1)),
      ],
    }),
  ),
  specimen('linear-attention', 'lets the recurrent form see all tokens', 'l-causal-prefix', (_a, right) => ({
    recurrent: (q, k, v) => right.linearAttention(q, k, v),
  })),
  specimen(
    'linear-attention',
    'forgets what was before the chunk',
    'l-chunk-size-invariance',
    (_a, right) => ({
      chunkwise: (q, k, v, chunk) =>
        q.map((qi, t) => {
          const start = t - (t % chunk);
          return right.linearAttention([qi], k.slice(start, t + 1), v.slice(start, t + 1))[0]!;
        }),
    }),
  ),
  specimen(
    'linear-attention',
    'forgets a last chunk that is not whole',
    'l-chunk-size-invariance',
    (a, right) => ({
      chunkwise: (q, k, v, chunk) => {
        const whole = q.length - (q.length % chunk);
        const y = right.chunkwise(q, k, v, chunk);
        return y.map((row, t) => (t < whole ? row : row.map(() => a.of(0))));
      },
    }),
  ),
  specimen('linear-attention', 'maps by elu alone', 'l-positive-feature-map', (a, right) => ({
    elu1Attention: (q, k, v) => {
      const map = (rows: Matrix<number>) =>
        rows.map((row) => row.map((x) => (x > 0 ? a.of(x) : a.sub(a.exp(a.of(x)), a.of(1)))));
      return right.linearAttention(map(q), map(k), v, { normalize: true });
    },
  })),
  // Right over the reals: e^x - 1 is -1 in floats well before e^x is 0.
  specimen('linear-attention', 'adds one to elu', 'l-positive-feature-map', (a, right) => ({
    elu1Attention: (q, k, v) => {
      const one = a.of(1);
      const map = (rows: Matrix<number>) =>
        rows.map((row) =>
          row.map((x) => (x > 0 ? a.add(a.of(x), one) : a.add(a.sub(a.exp(a.of(x)), one), one))),
        );
      return right.linearAttention(map(q), map(k), v, { normalize: true });
    },
  })),
];
