import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Rows, Subject } from '#law/subject.ts';
import { implementation } from '../subject/subject-specimen.ts';
import { expU20 } from './exp-u20.ts';
import { dot, identity, type Round, type Summing, summed } from './sums.ts';

/** Attention of one query over the keys that it sees. */
type Row = (query: readonly number[], keys: Rows, values: Rows, scale: number, round: Round) => number[];

const f = Math.fround;

function softmax(name: string, row: Row, format: FloatFormat = binary64): Subject {
  const round = format === binary64 ? identity : f;
  return implementation(
    name,
    {
      softmaxAttention: (q, k, v, { scale = 1, causal = false }) =>
        q.map((query, i) => {
          const seen = causal ? Math.min(i + 1, k.length) : k.length;
          return row(query, k.slice(0, seen), v.slice(0, seen), scale, round);
        }),
    },
    format,
  );
}

function scoresOf(
  query: readonly number[],
  keys: Rows,
  scale: number,
  round: Round,
  by: Summing = 'in order',
): number[] {
  return keys.map((key) => round(dot(round, query, key, by) * scale));
}

/** The largest score, and the exponentials of the scores less it. */
function exponentialsOf(scores: readonly number[], round: Round): number[] {
  const most = Math.max(...scores);
  return scores.map((s) => round(Math.exp(round(s - most))));
}

function columns(values: Rows): number[][] {
  return values[0]!.map((_, c) => values.map((value) => value[c]!));
}

function twoPass(by: Summing, normalised: 'first' | 'last' | 'by a reciprocal'): Row {
  return (query, keys, values, scale, round) => {
    const e = exponentialsOf(scoresOf(query, keys, scale, round, by), round);
    const total = summed(round, e, by);
    return columns(values).map((column) => {
      if (normalised === 'first')
        return dot(
          round,
          e.map((x) => round(x / total)),
          column,
          by,
        );
      const sum = dot(round, e, column, by);
      return normalised === 'last' ? round(sum / total) : round(sum * round(1 / total));
    });
  };
}

const online: Row = (query, keys, values, scale, round) => {
  let [most, total] = [Number.NEGATIVE_INFINITY, 0];
  let sums = values[0]!.map(() => 0);
  for (const [j, s] of scoresOf(query, keys, scale, round).entries()) {
    const higher = Math.max(most, s);
    const [factor, weight] = [round(Math.exp(round(most - higher))), round(Math.exp(round(s - higher)))];
    total = round(round(total * factor) + weight);
    sums = sums.map((sum, c) => round(round(sum * factor) + round(weight * values[j]![c]!)));
    most = higher;
  }
  return sums.map((sum) => round(sum / total));
};

/** Tiles of keys, each attended by itself, merged by the largest scores. */
function tiled(size: number): Row {
  return (query, keys, values, scale, round) => {
    let [most, total] = [Number.NEGATIVE_INFINITY, 0];
    let sums = values[0]!.map(() => 0);
    const scores = scoresOf(query, keys, scale, round);
    for (let start = 0; start < keys.length; start += size) {
      const tile = scores.slice(start, start + size);
      const top = Math.max(most, ...tile);
      const factor = round(Math.exp(round(most - top)));
      const e = tile.map((s) => round(Math.exp(round(s - top))));
      total = round(round(total * factor) + summed(round, e, 'in order'));
      sums = columns(values.slice(start, start + size)).map((column, c) =>
        round(round(sums[c]! * factor) + dot(round, e, column, 'in order')),
      );
      most = top;
    }
    return sums.map((sum) => round(sum / total));
  };
}

/** The logarithm of the sum in its place: a weight is the exponential of its score less that. */
function byLogarithm(exp: (x: number) => number): Row {
  return (query, keys, values, scale, round) => {
    const scores = scoresOf(query, keys, scale, round);
    const most = Math.max(...scores);
    const total = summed(
      round,
      scores.map((s) => round(exp(round(s - most)))),
      'in order',
    );
    const logarithm = round(most + round(Math.log(total)));
    const weights = scores.map((s) => round(exp(round(s - logarithm))));
    return columns(values).map((column) => dot(round, weights, column, 'in order'));
  };
}

/** Powers of 2 of scores that were multiplied by log2 e: what vectors have instructions for. */
const byPowersOfTwo: Row = (query, keys, values, scale, round) => {
  const scores = scoresOf(query, keys, round(scale * Math.LOG2E), round);
  const most = Math.max(...scores);
  const e = scores.map((s) => round(2 ** round(s - most)));
  const total = summed(round, e, 'in order');
  return columns(values).map((column) => round(dot(round, e, column, 'in order') / total));
};

/** With the exponential of fused attention on vectors. */
const coarse: Row = (query, keys, values, scale, round) => {
  const scores = scoresOf(query, keys, scale, round);
  const most = Math.max(...scores);
  const e = scores.map((s) => expU20(round(s - most)));
  const total = summed(round, e, 'in order');
  return columns(values).map((column) => round(dot(round, e, column, 'in order') / total));
};

/** The scale applied to the query, before any score is formed. */
const foldedScale: Row = (query, keys, values, scale, round) =>
  twoPass('in order', 'last')(
    query.map((x) => round(x * scale)),
    keys,
    values,
    1,
    round,
  );

/** A larger shift than need be: the largest score of keys seen or not makes no difference over the reals. */
const shiftedByFirst: Row = (query, keys, values, scale, round) => {
  const scores = scoresOf(query, keys, scale, round);
  const sorted = scores.map((_, j) => j).toSorted((i, j) => scores[j]! - scores[i]!);
  const e = sorted.map((j) => round(Math.exp(round(scores[j]! - scores[sorted[0]!]!))));
  const total = summed(round, e, 'in order');
  return columns(values).map((column) =>
    round(
      dot(
        round,
        e,
        sorted.map((j) => column[j]!),
        'in order',
      ) / total,
    ),
  );
};

/** Values relative to the first one: y = v_1 + sum w_j (v_j - v_1) would cancel; this keeps the values and joins weights of equal keys. */
const joiningEqualKeys: Row = (query, keys, values, scale, round) => {
  const groups = new Map<string, number[]>();
  for (const [j, key] of keys.entries()) {
    const name = key.join();
    groups.set(name, [...(groups.get(name) ?? []), j]);
  }
  const members = [...groups.values()];
  const e = exponentialsOf(
    scoresOf(
      query,
      members.map(([j]) => keys[j!]!),
      scale,
      round,
    ),
    round,
  );
  const total = summed(
    round,
    e.map((x, g) => round(x * members[g]!.length)),
    'in order',
  );
  return columns(values).map((column) => {
    const sums = members.map((group) =>
      summed(
        round,
        group.map((j) => column[j]!),
        'in order',
      ),
    );
    return round(dot(round, e, sums, 'in order') / total);
  });
};

/** Implementations of softmax attention that are right, by different ways. */
export const correctSoftmax: readonly Subject[] = [
  softmax('two passes, normalised last', twoPass('in order', 'last')),
  softmax('two passes, normalised first', twoPass('in order', 'first')),
  softmax('two passes, sums from the end', twoPass('reversed', 'last')),
  softmax('two passes, pairwise sums', twoPass('pairwise', 'first')),
  softmax('two passes, compensated sums', twoPass('compensated', 'last')),
  softmax('two passes, sums by blocks', twoPass('blocked', 'last')),
  softmax('two passes, four sums at once', twoPass('interleaved', 'first')),
  softmax('online', online),
  softmax('tiles of 4', tiled(4)),
  softmax('tiles of 64', tiled(64)),
  softmax('scale folded into the query', foldedScale),
  softmax('keys by falling score', shiftedByFirst),
  softmax('equal keys joined', joiningEqualKeys),
  softmax('by a logarithm', byLogarithm(Math.exp)),
  softmax('by powers of 2', byPowersOfTwo),
  softmax('two passes, binary32', twoPass('in order', 'last'), binary32),
  softmax('online, binary32', online, binary32),
  softmax('pairwise, normalised first, binary32', twoPass('pairwise', 'first'), binary32),
  softmax('by a logarithm, binary32', byLogarithm(Math.exp), binary32),
  softmax('by powers of 2, binary32', byPowersOfTwo, binary32),
  softmax('an exponential within 20 ulp, binary32', coarse, binary32),
  softmax('by a logarithm, with an exponential within 20 ulp, binary32', byLogarithm(expU20), binary32),
  implementation(
    'in binary64 for binary32',
    {
      softmaxAttention: (q, k, v, { scale = 1, causal = false }) =>
        q.map((query, i) => {
          const seen = causal ? Math.min(i + 1, k.length) : k.length;
          return twoPass('in order', 'last')(query, k.slice(0, seen), v.slice(0, seen), scale, identity).map(
            f,
          );
        }),
    },
    binary32,
  ),
];
