import type { FloatFormat } from '#arithmetic/float-format.ts';
import { formatOf, inOrder, roundingTo } from '#kernel/declaration.ts';
import { exps } from '#kernel/exp.ts';
import type { SoftmaxKernel } from '#kernel/kernel.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import type { Bounded } from './softmax-kernels.ts';

type Round = (value: number) => number;

/** How others write softmax attention: each is correct, and none rounds as our kernels do. */
interface Manner {
  /** The scores of a query, times the scale. */
  readonly scores: (
    q: readonly number[],
    k: readonly (readonly number[])[],
    scale: number,
    r: Round,
  ) => readonly number[];
  /** e^x, from a correct exponential of the format. */
  readonly exp: (x: number, exp: Round, format: FloatFormat) => number;
  /** sum w_j v_j / sum w_j. */
  readonly mean: (weights: readonly number[], values: readonly number[], r: Round) => number;
}

const backwards = (list: readonly number[], r: Round): number => list.reduceRight((so, x) => r(so + x), 0);

/** By halves: any order must do. */
const pairwise = (list: readonly number[], r: Round): number =>
  list.length < 3
    ? backwards(list, r)
    : r(pairwise(list.slice(0, list.length >> 1), r) + pairwise(list.slice(list.length >> 1), r));

const dot = (q: readonly number[], k: readonly number[], r: Round): number =>
  pairwise(
    q.map((x, l) => r(x * k[l]!)),
    r,
  );

const scaleQueries: Manner['scores'] = (q, k, scale, r) => {
  const scaled = q.map((x) => r(x * scale));
  return k.map((key) => dot(scaled, key, r));
};

const scaleBoth: Manner['scores'] = (q, k, scale, r) => {
  const root = r(Math.sqrt(Math.abs(scale)));
  const queries = q.map((x) => r(x * (scale < 0 ? -root : root)));
  return k.map((key) =>
    dot(
      queries,
      key.map((x) => r(x * root)),
      r,
    ),
  );
};

const divideFirst: Manner['mean'] = (weights, values, r) => {
  const inverse = r(1 / pairwise(weights, r));
  return backwards(
    weights.map((w, j) => r(r(w * inverse) * values[j]!)),
    r,
  );
};

const divideLast: Manner['mean'] = (weights, values, r) =>
  r(
    pairwise(
      weights.map((w, j) => r(w * values[j]!)),
      r,
    ) / backwards(weights, r),
  );

/** Weights e^(s - l), by the logarithm of the sum. */
const byLogarithm: Bounded = {
  run: ({ q, k, v, n, m, dk, dv }, { scale, causal }, out) => {
    const round = roundingTo(v);
    const exp = exps(formatOf(v));
    for (let i = 0; i < n; i++) {
      const query = [...q.subarray(i * dk, (i + 1) * dk)];
      const seen = Array.from({ length: causal ? Math.min(m, i + 1) : m }, (_, j) => j);
      const s = scaleQueries(
        query,
        seen.map((j) => [...k.subarray(j * dk, (j + 1) * dk)]),
        scale,
        round,
      );
      const most = Math.max(...s);
      const sum = pairwise(
        s.map((x) => exp(round(x - most))),
        round,
      );
      const l = round(most + round(Math.log(sum)));
      for (let c = 0; c < dv; c++) {
        const products = seen.map((j) => round(exp(round(s[j]! - l)) * v[j * dv + c]!));
        out[i * dv + c] = backwards(products, round);
      }
    }
  },
  declares: (format) => ({
    ...inOrder,
    ...{ format, expUlp: 2, shifted: true, logarithm: true },
  }),
};

const flushing: Manner['exp'] = (x, exp, { minExponent }) => (exp(x) < 2 ** minExponent ? 0 : exp(x));

function foreigner({ scores, exp, mean }: Manner): Bounded {
  const run: SoftmaxKernel['run'] = ({ q, k, v, n, m, dk, dv }, { scale, causal }, out) => {
    const round = roundingTo(v);
    const format = formatOf(v);
    const rows = (list: FloatArray, count: number, width: number): number[][] =>
      Array.from({ length: count }, (_, i) => [...list.subarray(i * width, (i + 1) * width)]);
    const [queries, keys, values] = [rows(q, n, dk), rows(k, m, dk), rows(v, m, dv)];
    queries.forEach((query, i) => {
      const seen = causal ? Math.min(m, i + 1) : m;
      const s = scores(query, keys.slice(0, seen), scale, round);
      const most = s.reduce((so, x) => Math.max(so, x), Number.NEGATIVE_INFINITY);
      const weights = s.map((x) => exp(round(x - most), exps(format), format));
      for (let c = 0; c < dv; c++) {
        const column = values.slice(0, seen).map((row) => row[c]!);
        out[i * dv + c] = mean(weights, column, round);
      }
    });
  };
  return {
    run,
    declares: (format) => ({
      ...inOrder,
      ...{ format, expUlp: 2, shifted: true, reciprocal: true, flushes: true },
      scalings: () => 4,
    }),
  };
}

/** Correct implementations in other orders, by name. */
export const foreigners: readonly (readonly [name: string, kernel: Bounded])[] = [
  ['queries scaled, a reciprocal', foreigner({ scores: scaleQueries, exp: flushing, mean: divideFirst })],
  [
    'queries and keys scaled by a root',
    foreigner({ scores: scaleBoth, exp: (x, exp) => exp(x), mean: divideFirst }),
  ],
  ['weights by the logarithm of their sum', byLogarithm],
  ['sums by halves and backwards', foreigner({ scores: scaleQueries, exp: flushing, mean: divideLast })],
];
