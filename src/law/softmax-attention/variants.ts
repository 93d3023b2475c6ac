import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import { transposed } from '#law/matrix.ts';
import type { CallOf, Variant } from '#law/variant.ts';
import type { Matrix } from '#reference/linear-attention.ts';

type Softmax = Variant<'softmaxAttention'>;

/** The places of a row and a key, and how many of each there are. */
interface Place {
  readonly i: number;
  readonly j: number;
  readonly n: number;
  readonly m: number;
}

/** What may go wrong, and what is right where it does not. */
interface Pieces {
  readonly sees: (place: Place, causal: boolean) => boolean;
  readonly scaleOf: <N>(a: Analytic<N>, scale: number, dk: number) => N;
  readonly sharesOf: <N>(a: Analytic<N>, scores: readonly N[]) => readonly N[];
  readonly keysOf: (
    k: Matrix<number>,
    v: Matrix<number>,
  ) => readonly (readonly [key: readonly number[], value: readonly number[]])[];
}

const right: Pieces = {
  sees: ({ i, j }, causal) => !causal || j <= i,
  scaleOf: (a, scale) => a.of(scale),
  sharesOf: (a, scores) => {
    const exponentials = scores.map(a.exp);
    const total = sum(a, exponentials);
    return exponentials.map((e) => a.div(e, total));
  },
  keysOf: (k, v) => k.map((key, j) => [key, v[j]!]),
};

function attended<N>(a: Analytic<N>, call: CallOf<'softmaxAttention'>, changed: Partial<Pieces>): N[] {
  const { sees, scaleOf, sharesOf, keysOf } = { ...right, ...changed };
  const { q, options } = call;
  const { scale = 1, causal = false } = options;
  const keys = keysOf(call.k, call.v);
  const { dot } = coordinates(a, 0);
  const width = call.k[0]!.length;
  return q.flatMap((row, i) => {
    const seen = keys.filter((_, j) => sees({ i, j, n: q.length, m: keys.length }, causal));
    const factor = scaleOf(a, scale, width);
    const scores = seen.map(([key]) => a.mul(factor, dot(row.map(a.of), key.map(a.of))));
    const shares = sharesOf(a, scores);
    const columns = call.v[0]!.map((_, c) => seen.map(([, value]) => a.of(value[c]!)));
    return columns.map((column) =>
      sum(
        a,
        column.map((entry, j) => a.mul(shares[j]!, entry)),
      ),
    );
  });
}

function variant(
  id: string,
  says: string,
  changed: Partial<Pieces>,
  over: Softmax['over'] = 'reals',
): Softmax {
  return { id, says, fn: 'softmaxAttention', over, entries: (a, call) => attended(a, call, changed) };
}

/** Exponentials over their sum and something more. */
function overMore(more: number): Pieces['sharesOf'] {
  return (a, scores) => {
    const exponentials = scores.map(a.exp);
    const total = sum(a, [...exponentials, a.of(more)]);
    return exponentials.map((e) => a.div(e, total));
  };
}

/** What softmax attention is mistaken for. */
export const softmaxVariants: readonly Softmax[] = [
  variant('a-mask-ignored', 'sees every key though it is asked to be causal', { sees: () => true }),
  variant('a-mask-always', 'is causal though it is not asked to be', { sees: ({ i, j }) => j <= i }),
  variant('a-mask-one-more', 'sees the key after its own', {
    sees: ({ i, j }, causal) => !causal || j <= i + 1,
  }),
  variant('a-mask-one-less', 'does not see its own key, the first row excepted', {
    sees: ({ i, j }, causal) => !causal || j < Math.max(i, 1),
  }),
  variant('a-mask-from-the-end', 'aligns the mask with the last query and the last key', {
    sees: ({ i, j, n, m }, causal) => !causal || j <= Math.max(0, i + m - n),
  }),
  variant('a-mask-transposed', 'sees the keys from its own on', {
    sees: ({ i, j, m }, causal) => !causal || j >= Math.min(i, m - 1),
  }),
  variant('a-scale-ignored', 'does not scale the scores', { scaleOf: (a) => a.of(1) }),
  variant('a-scale-by-width', 'scales by 1/sqrt(d) where no scale is asked for', {
    scaleOf: (a, scale, dk) => (scale === 1 ? a.div(a.of(1), a.sqrt(a.of(dk || 1))) : a.of(scale)),
  }),
  variant('a-scale-by-width-too', 'scales by 1/sqrt(d) on top of the scale', {
    scaleOf: (a, scale, dk) => a.div(a.of(scale), a.sqrt(a.of(dk || 1))),
  }),
  variant('a-scale-inverted', 'divides by the scale', {
    scaleOf: (a, scale) => (scale === 0 ? a.of(1) : a.div(a.of(1), a.of(scale))),
  }),
  variant('a-scale-squared', 'scales queries and keys both', {
    scaleOf: (a, scale) => a.mul(a.of(scale), a.of(scale)),
  }),
  variant('a-scale-unsigned', 'loses the sign of the scale', {
    scaleOf: (a, scale) => a.of(Math.abs(scale)),
  }),
  variant('a-scale-zero-is-none', 'takes a scale of 0 for none', { scaleOf: (a, scale) => a.of(scale || 1) }),
  variant('a-scores-negated', 'negates the scores', { scaleOf: (a, scale) => a.of(-scale) }),
  variant('a-not-normalised', 'does not divide by the sum', { sharesOf: (a, scores) => scores.map(a.exp) }),
  variant('a-denominator-1e-8', 'adds 1e-8 to the sum', { sharesOf: overMore(1e-8) }),
  variant('a-uniform', 'takes the mean of the values', {
    sharesOf: (a, scores) => scores.map(() => a.div(a.of(1), a.of(scores.length))),
  }),
  variant('a-base-2', 'takes powers of 2', {
    sharesOf: (a, scores) =>
      right.sharesOf(
        a,
        scores.map((s) => a.mul(s, a.of(Math.LN2))),
      ),
  }),
  variant('a-no-shift', 'exponentiates scores as they are', {}, 'format'),
  variant('a-binary32', 'computes in binary32', {}, 'binary32'),
  variant('a-last-key-dropped', 'drops the last key', { keysOf: (k, v) => dropped(k, v, k.length - 1) }),
  variant('a-first-key-dropped', 'drops the first key', { keysOf: (k, v) => dropped(k, v, 0) }),
  variant('a-values-behind-keys', 'pairs each key with the next value', {
    keysOf: (k, v) => k.map((key, j) => [key, v[(j + 1) % v.length]!]),
  }),
  {
    id: 'a-normalised-over-queries',
    says: 'normalises over the queries',
    fn: 'softmaxAttention',
    over: 'reals',
    entries: overQueries,
  },
];

function dropped(k: Matrix<number>, v: Matrix<number>, place: number): ReturnType<Pieces['keysOf']> {
  const all = right.keysOf(k, v);
  return all.length === 1 ? all : all.filter((_, j) => j !== place);
}

/** Each column of weights sums to one; a masked score counts for nothing. */
function overQueries<N>(a: Analytic<N>, { q, k, v, options }: CallOf<'softmaxAttention'>): N[] {
  const { scale = 1, causal = false } = options;
  const { dot } = coordinates(a, 0);
  const columns = k.map((key, j) => {
    const exponentials = q.map((row, i) =>
      causal && j > i ? a.of(0) : a.exp(a.mul(a.of(scale), dot(row.map(a.of), key.map(a.of)))),
    );
    const total = sum(a, exponentials);
    // A key that no row sees has no weights to share out.
    return causal && j >= q.length ? exponentials : exponentials.map((e) => a.div(e, total));
  });
  return q.flatMap((_, i) =>
    transposed(v).map((column) =>
      sum(
        a,
        column.map((entry, j) => a.mul(columns[j]![i]!, a.of(entry))),
      ),
    ),
  );
}
