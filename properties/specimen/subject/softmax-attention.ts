import type { Rows, SubjectFunctions } from '#law/subject.ts';
import { basically, forgetful, type SubjectSpecimen, wrong } from './subject-specimen.ts';

type Softmax = NonNullable<SubjectFunctions['softmaxAttention']>;
type Options = Parameters<Softmax>[3];

const f = Math.fround;

/** What a wrong implementation does in its own way. */
interface Pieces {
  /** How many keys row i of n sees, from the first, of m. */
  readonly seen: (i: number, n: number, m: number, causal: boolean) => number;
  readonly scale: (options: Options, dk: number) => number;
  readonly dot: (q: readonly number[], k: readonly number[]) => number;
  readonly weights: (scores: readonly number[]) => readonly number[];
  readonly mix: (weights: readonly number[], column: readonly number[]) => number;
}

const right: Pieces = {
  seen: (i, _n, m, causal) => (causal ? Math.min(i + 1, m) : m),
  scale: ({ scale = 1 }) => scale,
  dot: (q, k) => q.reduce((sum, x, l) => sum + x * k[l]!, 0),
  weights: (scores) => shares(exponentials(scores, Math.max(...scores))),
  mix: (weights, column) => weights.reduce((sum, w, j) => sum + w * column[j]!, 0),
};

function exponentials(scores: readonly number[], shift: number): number[] {
  return scores.map((s) => Math.exp(s - shift));
}

function shares(e: readonly number[], more = 0): number[] {
  const total = e.reduce((sum, x) => sum + x, more);
  return e.map((x) => x / total);
}

function attend(changed: Partial<Pieces>): Softmax {
  const { seen, scale, dot, weights, mix } = { ...right, ...changed };
  return (q, k, v, options) =>
    q.map((row, i) => {
      const count = seen(i, q.length, k.length, options.causal ?? false);
      const factor = scale(options, k[0]!.length);
      const shared = weights(k.slice(0, count).map((key) => factor * dot(row, key)));
      return v[0]!.map((_, c) =>
        mix(
          shared,
          v.slice(0, count).map((value) => value[c]!),
        ),
      );
    });
}

const rightly = attend({});

function pieces(name: string, changed: Partial<Pieces>, caughtBy = 'a-within-bound'): SubjectSpecimen {
  return wrong(caughtBy, name, { softmaxAttention: attend(changed) });
}

function whole(name: string, softmaxAttention: Softmax, caughtBy = 'a-within-bound'): SubjectSpecimen {
  return wrong(caughtBy, name, { softmaxAttention });
}

/** Scores where a mask that is not a removal puts a number. */
function masked(floor: number): Softmax {
  return (q, k, v, options) =>
    q.map((row, i) => {
      const scores = k.map((key, j) =>
        options.causal === true && j > i ? floor : (options.scale ?? 1) * right.dot(row, key),
      );
      const w = right.weights(scores);
      return v[0]!.map((_, c) =>
        right.mix(
          w,
          v.map((value) => value[c]!),
        ),
      );
    });
}

/** One pass over the keys, with a largest score so far. */
function online(start: number, rescales: boolean): Softmax {
  return (q, k, v, { scale = 1, causal = false }) =>
    q.map((row, i) => {
      let [most, total] = [start, 0];
      let sums = v[0]!.map(() => 0);
      for (let j = 0; j < right.seen(i, q.length, k.length, causal); j++) {
        const s = scale * right.dot(row, k[j]!);
        const higher = Math.max(most, s);
        const factor = Math.exp(most - higher);
        const w = Math.exp(s - higher);
        total = total * factor + w;
        sums = sums.map((sum, c) => sum * (rescales ? factor : 1) + w * v[j]![c]!);
        most = higher;
      }
      return sums.map((sum) => sum / total);
    });
}

/** A shift that is shared by rows, from the scores of all of them. */
function shiftedBy(pick: (all: readonly (readonly number[])[], i: number) => number): Softmax {
  return (q, k, v, options) => {
    const { scale = 1, causal = false } = options;
    const all = q.map((row) => k.map((key) => scale * right.dot(row, key)));
    return q.map((_, i) => {
      const count = right.seen(i, q.length, k.length, causal);
      const w = shares(exponentials(all[i]!.slice(0, count), pick(all, i)));
      return v[0]!.map((__, c) =>
        right.mix(
          w,
          v.slice(0, count).map((value) => value[c]!),
        ),
      );
    });
  };
}

function overQueries(q: Rows, k: Rows, v: Rows, { scale = 1 }: Options): Rows {
  const columns = k.map((key) => right.weights(q.map((row) => scale * right.dot(row, key))));
  return q.map((_, i) =>
    v[0]!.map((__, c) => k.reduce((sum, ___, j) => sum + columns[j]![i]! * v[j]![c]!, 0)),
  );
}

/** Implementations of softmax attention that are wrong in one way each. */
export const wrongSoftmax: readonly SubjectSpecimen[] = [
  pieces('scales by 1/sqrt(d) unless told otherwise', {
    scale: ({ scale }, dk) => scale ?? 1 / Math.sqrt(dk || 1),
  }),
  pieces('ignores the scale', { scale: () => 1 }),
  pieces('scales twice', { scale: ({ scale = 1 }) => scale * scale }),
  pieces('takes a scale of 0 for none', { scale: ({ scale }) => scale || 1 }),
  pieces('loses the sign of a negative scale', { scale: ({ scale = 1 }) => Math.abs(scale) }),
  pieces('takes no scale above 1000', { scale: ({ scale = 1 }) => Math.max(-1000, Math.min(1000, scale)) }),
  pieces('keeps its scale in binary32', { scale: ({ scale = 1 }) => f(scale) }),
  pieces('ignores the mask', { seen: (_i, _n, m) => m }),
  pieces('is always causal', { seen: (i, _n, m) => Math.min(i + 1, m) }),
  pieces('sees one key too many', { seen: (i, _n, m, causal) => (causal ? Math.min(i + 2, m) : m) }),
  pieces('sees one key too few', { seen: (i, _n, m, causal) => (causal ? Math.min(Math.max(i, 1), m) : m) }),
  pieces('aligns the mask with the last key', {
    seen: (i, n, m, causal) => (causal ? Math.max(1, Math.min(i + 1 + m - n, m)) : m),
  }),
  pieces('aligns the mask with the last key when there are more queries than keys', {
    seen: (i, n, m, causal) => (causal ? Math.max(1, Math.min(i + 1 + Math.min(0, m - n), m)) : m),
  }),
  whole('masks with a score of 0', masked(0)),
  whole('masks with a score of -1e4', masked(-1e4)),
  whole('masks with a score of -1e9', masked(-1e9)),
  pieces('does not shift', { weights: (scores) => shares(scores.map(Math.exp)) }),
  pieces('shifts by the first score', { weights: (scores) => shares(exponentials(scores, scores[0]!)) }),
  pieces('shifts by 700 at most', {
    weights: (scores) => shares(exponentials(scores, Math.min(700, Math.max(...scores)))),
  }),
  whole(
    'shifts by the largest score of all rows',
    shiftedBy((all) => Math.max(...all.flat())),
  ),
  whole(
    'shifts by the largest score, masked or not',
    shiftedBy((all, i) => Math.max(...all[i]!)),
  ),
  whole('normalises over queries', overQueries),
  pieces('adds 1e-8 to the denominator', { weights: (s) => shares(exponentials(s, Math.max(...s)), 1e-8) }),
  pieces('adds 1e-12 to the denominator', { weights: (s) => shares(exponentials(s, Math.max(...s)), 1e-12) }),
  pieces('does not normalise', { weights: (s) => exponentials(s, Math.max(...s)) }),
  pieces('sums in binary32', { mix: (w, column) => w.reduce((sum, x, j) => f(sum + x * column[j]!), 0) }),
  pieces('has scores in binary32', { dot: (q, k) => f(right.dot(q, k)) }),
  pieces('has an exponential off by 1e-12', {
    weights: (s) => shares(exponentials(s, Math.max(...s)).map((e) => (e < 1 ? e * (1 + 1e-12) : e))),
  }),
  pieces('takes 2^(s log2 e) for e^s with log2 e in binary32', {
    weights: (s) => shares(s.map((x) => 2 ** (f(Math.LOG2E) * (x - Math.max(...s))))),
  }),
  whole('forgets the tail after a block of 64 keys', (q, k, v, options) => {
    const count = k.length > 64 ? k.length - (k.length % 64) : k.length;
    return rightly(q, k.slice(0, count), v.slice(0, count), options);
  }),
  whole('sees no more than 256 keys', (q, k, v, options) =>
    rightly(q, k.slice(0, 256), v.slice(0, 256), options),
  ),
  whole('sees as many keys as there are queries', (q, k, v, options) =>
    rightly(q, k.slice(0, Math.max(1, q.length)), v.slice(0, Math.max(1, q.length)), options),
  ),
  whole('does not rescale its sums', online(Number.NEGATIVE_INFINITY, false)),
  whole('starts from a largest score of 0', online(0, true)),
  whole('starts from a largest score of -1e4', online(-1e4, true)),
  pieces('drops the last coordinate of an odd width', {
    dot: (q, k) => right.dot(q.length % 2 === 1 ? q.slice(0, -1) : q, k),
  }),
  pieces('cuts scores off at 1e5', {
    weights: (s) => right.weights(s.map((x) => Math.max(-1e5, Math.min(1e5, x)))),
  }),
  pieces('skips scores of zero', {
    weights: (s) => right.weights(s.map((x) => (x === 0 && s.length > 1 ? -1e300 : x))),
  }),
  pieces('counts a tie of the largest score once', {
    weights: (s) => {
      const most = Math.max(...s);
      return shares(s.map((x, j) => (x === most && s.indexOf(most) !== j ? 0 : Math.exp(x - most))));
    },
  }),
  pieces('prunes weights below 1e-10', { weights: (s) => right.weights(s).map((w) => (w < 1e-10 ? 0 : w)) }),
  pieces('flushes subnormal numbers to zero', {
    mix: (w, column) => {
      const sum = right.mix(
        w,
        column.map((x) => (Math.abs(x) < 2 ** -1022 ? 0 : x)),
      );
      return Math.abs(sum) < 2 ** -1022 ? 0 : sum;
    },
  }),
  whole('has as many columns as the keys', (q, k, v, options) =>
    rightly(q, k, v, options).map((row) => row.map((entry, c) => (c < k[0]!.length ? entry : 0))),
  ),
  whole('takes keys of zeros for padding', (q, k, v, options) => {
    const isPadding = k.map((key) => key.every((x) => x === 0));
    if (options.causal === true || isPadding.every(Boolean)) return rightly(q, k, v, options);
    const kept = (rows: Rows): Rows => rows.filter((_, j) => !isPadding[j]);
    return rightly(q, kept(k), kept(v), options);
  }),
  whole('normalises its keys to length 1', (q, k, v, options) =>
    rightly(
      q,
      k.map((key) => key.map((x) => x / (Math.hypot(...key) || 1))),
      v,
      options,
    ),
  ),
  whole('gives zeros for keys of width 0', (q, k, v, options) =>
    k[0]!.length === 0 ? q.map(() => v[0]!.map(() => 0)) : rightly(q, k, v, options),
  ),
  whole('gives one row where there is no query', (q, k, v, options) =>
    q.length === 0 ? [v[0]!.map(() => 0)] : rightly(q, k, v, options),
  ),
  basically(
    'shape',
    whole('transposes its result', (q, k, v, options) => {
      const y = rightly(q, k, v, options);
      return v[0]!.map((_, c) => y.map((row) => row[c]!));
    }),
  ),
  basically(
    'finite',
    whole('multiplies its mask of 0 and 1 by -Infinity', (q, k, v, options) =>
      q.map((row, i) => {
        const scores = k.map((key, j) => {
          const isMasked = options.causal === true && j > i;
          return (options.scale ?? 1) * right.dot(row, key) + Number(isMasked) * Number.NEGATIVE_INFINITY;
        });
        const w = right.weights(scores);
        return v[0]!.map((_, c) => w.reduce((sum, x, j) => sum + x * v[j]![c]!, 0));
      }),
    ),
  ),
  whole('takes keys for values where they are as wide', (q, k, v, options) =>
    rightly(q, k, v[0]!.length === k[0]!.length ? k : v, options),
  ),
];

/** Wrong only across calls: what catches them is asked of behaviour, not of values. */
export const unrulySoftmax: readonly SubjectSpecimen[] = [
  forgetful('independent-calls', 'remembers the scores of a shape', () => {
    const known = new Map<string, Rows>();
    return {
      softmaxAttention: (q, k, v, options) => {
        const shape = [q.length, k.length, k[0]!.length, v[0]!.length, options.causal].join();
        const keys = known.get(shape) ?? k;
        known.set(shape, keys);
        return rightly(q, keys, v, options);
      },
    };
  }),
  forgetful('fresh-results', 'returns one buffer for every call of a shape', () => {
    const buffers = new Map<number, number[][]>();
    return {
      softmaxAttention: (q, k, v, options) => {
        const buffer = buffers.get(q.length) ?? q.map(() => []);
        buffers.set(q.length, buffer);
        rightly(q, k, v, options).forEach((row, i) => {
          buffer[i]!.splice(0, buffer[i]!.length, ...row);
        });
        return buffer;
      },
    };
  }),
  forgetful('arguments-untouched', 'scales its queries in place', () => ({
    softmaxAttention: (q, k, v, { scale = 1, ...options }) => {
      for (const row of q as number[][]) for (const [l, x] of row.entries()) row[l] = x * scale;
      return rightly(q, k, v, options);
    },
  })),
];
