import type { Rows, SubjectFunctions } from '#law/subject.ts';
import { basically, forgetful, type SubjectSpecimen, wrong } from './subject-specimen.ts';

type Linear = NonNullable<SubjectFunctions['linearAttention']>;
type Options = Parameters<Linear>[3];

const f = Math.fround;
const plain = 'l-within-bound';
const normalised = 'l-normalised-within-bound';

/** What a wrong implementation does in its own way. */
interface Pieces {
  /** The keys that row i of n sees, of m. */
  readonly sees: (j: number, i: number, n: number, m: number, causal: boolean) => boolean;
  readonly queryMap: (x: number, options: Options) => number;
  readonly keyMap: (x: number, options: Options) => number;
  readonly valueMap: (x: number, options: Options) => number;
  readonly dot: (q: readonly number[], k: readonly number[]) => number;
  readonly sum: (terms: readonly number[]) => number;
  /** A numerator over the scores that the row sees, and all of its scores. */
  readonly divide: (numerator: number, seen: readonly number[], all: readonly number[]) => number;
  readonly divides: (options: Options) => boolean;
}

function map(x: number, { featureMap = 'identity' }: Options): number {
  return featureMap === 'identity' ? x : x > 0 ? x + 1 : Math.exp(x);
}

function total(terms: readonly number[]): number {
  return terms.reduce((sum, term) => sum + term, 0);
}

const right: Pieces = {
  sees: (j, i, _n, _m, causal) => !causal || j <= i,
  queryMap: map,
  keyMap: map,
  valueMap: (x) => x,
  dot: (q, k) => total(q.map((x, l) => x * k[l]!)),
  sum: total,
  divide: (numerator, seen) => numerator / total(seen),
  divides: ({ normalize = false }) => normalize,
};

function attend(changed: Partial<Pieces>): Linear {
  const { sees, queryMap, keyMap, valueMap, dot, sum, divide, divides } = { ...right, ...changed };
  return (q, k, v, options) => {
    const { causal = false } = options;
    const keys = k.map((row) => row.map((x) => keyMap(x, options)));
    return q.map((row, i) => {
      const query = row.map((x) => queryMap(x, options));
      const all = keys.map((key) => dot(query, key));
      const places = [...all.keys()].filter((j) => sees(j, i, q.length, k.length, causal));
      const seen = places.map((j) => all[j]!);
      return v[0]!.map((_, c) => {
        const numerator = sum(places.map((j) => all[j]! * valueMap(v[j]![c]!, options)));
        return divides(options) ? divide(numerator, seen, all) : numerator;
      });
    });
  };
}

const rightly = attend({});

function pieces(name: string, changed: Partial<Pieces>, caughtBy: string = plain): SubjectSpecimen {
  return wrong(caughtBy, name, { linearAttention: attend(changed) });
}

function whole(name: string, linearAttention: Linear, caughtBy: string = plain): SubjectSpecimen {
  return wrong(caughtBy, name, { linearAttention });
}

function elu1By(of: (x: number) => number): (x: number, options: Options) => number {
  return (x, options) => (options.featureMap === 'elu1' ? of(x) : x);
}

/** The state of the keys so far, less that of the keys to come, from one sum over all. */
function byDifference(q: Rows, k: Rows, v: Rows, options: Options): Rows {
  if (options.causal !== true) return rightly(q, k, v, options);
  const all = rightly(q, k, v, { ...options, causal: false, normalize: false });
  return q.map((row, i) => {
    if (options.normalize === true || i + 1 >= k.length) return rightly(q, k, v, options)[i]!;
    const later = rightly([row], k.slice(i + 1), v.slice(i + 1), { ...options, causal: false })[0]!;
    return all[i]!.map((entry, c) => entry - later[c]!);
  });
}

/** By chunks, each of which sees the state of the chunks before it. */
function chunked(size: number, stateOf: (start: number) => number): Linear {
  return (q, k, v, options) => {
    if (options.causal !== true || options.normalize === true) return rightly(q, k, v, options);
    const part = (row: readonly number[], from: number, to: number): readonly number[] =>
      from < Math.min(to, k.length)
        ? rightly([row], k.slice(from, to), v.slice(from, to), { ...options, causal: false })[0]!
        : v[0]!.map(() => 0);
    return q.map((row, i) => {
      const start = i - (i % size);
      const [inside, before] = [part(row, start, i + 1), part(row, 0, stateOf(start))];
      return inside.map((entry, c) => entry + before[c]!);
    });
  };
}

/** Implementations of linear attention that are wrong in one way each. */
export const wrongLinear: readonly SubjectSpecimen[] = [
  pieces('ignores the mask', { sees: () => true }),
  pieces('is always causal', { sees: (j, i) => j <= i }),
  pieces('does not see its own key', { sees: (j, i, _n, _m, causal) => !causal || j < i }),
  pieces('sees one key too many', { sees: (j, i, _n, _m, causal) => !causal || j <= i + 1 }),
  pieces('aligns the mask with the last key', { sees: (j, i, n, m, causal) => !causal || j <= i + m - n }),
  whole('gives zeros after the last key', (q, k, v, options) =>
    rightly(q, k, v, options).map((row, i) =>
      options.causal === true && i >= k.length ? row.map(() => 0) : row,
    ),
  ),
  pieces('scales by 1/sqrt(d)', { dot: (q, k) => right.dot(q, k) / Math.sqrt(k.length || 1) }),
  pieces('divides by the number of keys', {
    divides: () => true,
    divide: (x, seen) => x / Math.max(1, seen.length),
  }),
  pieces('never normalises', { divides: () => false }, normalised),
  pieces('always normalises', { divides: () => true }),
  pieces(
    'normalises causal sums only',
    { divides: ({ normalize, causal }) => normalize === true && causal === true },
    normalised,
  ),
  pieces('adds 1e-6 to the denominator', { divide: (x, seen) => x / (total(seen) + 1e-6) }, normalised),
  pieces('adds 1e-12 to the denominator', { divide: (x, seen) => x / (total(seen) + 1e-12) }, normalised),
  pieces('loses the sign of the denominator', { divide: (x, seen) => x / Math.abs(total(seen)) }, normalised),
  pieces(
    'has a denominator of at least 1e-6',
    { divide: (x, seen) => x / Math.max(total(seen), 1e-6) },
    normalised,
  ),
  pieces(
    'gives zero for denominators below 1e-9',
    {
      divide: (x, seen) => (Math.abs(total(seen)) < 1e-9 ? 0 : x / total(seen)),
    },
    normalised,
  ),
  pieces(
    'normalises by the keys behind the mask too',
    { divide: (x, _seen, all) => x / total(all) },
    normalised,
  ),
  pieces(
    'normalises by the sizes of the scores',
    { divide: (x, seen) => x / total(seen.map(Math.abs)) },
    normalised,
  ),
  pieces('does not map its queries', { queryMap: (x) => x }),
  pieces('does not map its keys', { keyMap: (x) => x }),
  pieces('maps its values', { valueMap: map }),
  pieces('maps nothing', { queryMap: (x) => x, keyMap: (x) => x }, normalised),
  pieces('always maps', {
    queryMap: (x) => map(x, { featureMap: 'elu1' }),
    keyMap: (x) => map(x, { featureMap: 'elu1' }),
  }),
  pieces(
    'adds 1 to e^x - 1',
    {
      queryMap: elu1By((x) => (x > 0 ? x : Math.exp(x) - 1) + 1),
      keyMap: elu1By((x) => (x > 0 ? x : Math.exp(x) - 1) + 1),
    },
    normalised,
  ),
  pieces('adds 1 to expm1', {
    queryMap: elu1By((x) => (x > 0 ? x : Math.expm1(x)) + 1),
    keyMap: elu1By((x) => (x > 0 ? x : Math.expm1(x)) + 1),
  }),
  pieces('forgets the one of elu + 1', {
    queryMap: elu1By((x) => (x > 0 ? x : Math.expm1(x))),
    keyMap: elu1By((x) => (x > 0 ? x : Math.expm1(x))),
  }),
  pieces('takes relu + 1', {
    queryMap: elu1By((x) => Math.max(x, 0) + 1),
    keyMap: elu1By((x) => Math.max(x, 0) + 1),
  }),
  pieces('selects by products of 0 and 1', {
    keyMap: elu1By((x) => Number(x > 0) * (x + 1) + Number(x <= 0) * Math.exp(x)),
  }),
  pieces('takes e^0 for 2', { queryMap: elu1By((x) => (x >= 0 ? x + (x === 0 ? 2 : 1) : Math.exp(x))) }),
  pieces('has an exponential off by 1e-12', {
    keyMap: elu1By((x) => (x > 0 ? x + 1 : Math.exp(x) * (1 + 1e-12))),
  }),
  pieces('drops negative scores', { dot: (q, k) => Math.max(0, right.dot(q, k)) }),
  pieces('takes powers of e', { dot: (q, k) => Math.exp(right.dot(q, k)) }),
  pieces('drops the last coordinate of an odd width', {
    dot: (q, k) => right.dot(q.length % 2 === 1 ? q.slice(0, -1) : q, k),
  }),
  pieces('sums in binary32', { sum: (terms) => terms.reduce((sum, term) => f(sum + term), 0) }),
  pieces('has scores in binary32', { dot: (q, k) => f(right.dot(q, k)) }, normalised),
  pieces('flushes subnormal numbers to zero', {
    sum: (terms) => total(terms.map((x) => (Math.abs(x) < 2 ** -1022 ? 0 : x))),
  }),
  pieces('adds the largest terms to 1e8 first', { sum: (terms) => total([1e8, ...terms, -1e8]) }),
  whole('forgets the tail after a block of 64 keys', (q, k, v, options) => {
    const count = k.length > 64 ? k.length - (k.length % 64) : k.length;
    return rightly(q, k.slice(0, count), v.slice(0, count), options);
  }),
  whole('sees no more than 256 keys', (q, k, v, options) =>
    rightly(q, k.slice(0, 256), v.slice(0, 256), options),
  ),
  whole('takes the keys to come from the sum of all', byDifference),
  whole(
    'counts the first key of a chunk of 64 twice',
    chunked(64, (start) => (start > 0 ? start + 1 : 0)),
  ),
  whole(
    'reads the state of the chunk before the last',
    chunked(16, (start) => Math.max(0, start - 16)),
  ),
  basically(
    'shape',
    whole(
      'returns its rows as one list',
      (q, k, v, options) => rightly(q, k, v, options).flat() as unknown as Rows,
    ),
  ),
  basically(
    'finite',
    whole('adds to a state that it never set to zero', (q, k, v, options) => {
      const state: number[] = [];
      return rightly(q, k, v, options).map((row) => row.map((entry, c) => entry + state[c]!));
    }),
  ),
  whole('has as many columns as the keys', (q, k, v, options) =>
    rightly(q, k, v, options).map((row) => row.map((entry, c) => (c < k[0]!.length ? entry : 0))),
  ),
  whole('reads its state transposed where it is square', (q, k, v, options) => {
    const width = k[0]!.length;
    if (width !== v[0]!.length || options.normalize === true || options.causal === true)
      return rightly(q, k, v, options);
    return rightly(q, v, k, options);
  }),
];

/** Wrong only across calls: what catches them is asked of behaviour, not of values. */
export const unrulyLinear: readonly SubjectSpecimen[] = [
  forgetful('independent-calls', 'does not reset its state', () => {
    let left: number[][] = [];
    return {
      linearAttention: (q, k, v, options) => {
        const y = rightly(q, k, v, options).map((row, i) =>
          row.map((x, c) => x + 2 ** -10 * (left[i]?.[c] ?? 0)),
        );
        left = y;
        return y;
      },
    };
  }),
  forgetful('fresh-results', 'returns its last result once more where the shape is the same', () => {
    let last: number[][] = [];
    return {
      linearAttention: (q, k, v, options) => {
        const y = rightly(q, k, v, options).map((row) => [...row]);
        if (last.length !== y.length) last = y;
        for (const [i, row] of y.entries()) last[i] = row;
        return last;
      },
    };
  }),
  forgetful('arguments-untouched', 'maps its keys in place', () => ({
    linearAttention: (q, k, v, options) => {
      for (const row of k as number[][]) for (const [l, x] of row.entries()) row[l] = map(x, options);
      return attend({ keyMap: (x) => x })(q, k, v, options);
    },
  })),
];
