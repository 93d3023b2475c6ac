import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Rows, Subject, SubjectFunctions } from '#law/subject.ts';
import { implementation } from '../subject/subject-specimen.ts';
import { dot, identity, type Round, type Summing, summed } from './sums.ts';

type Linear = NonNullable<SubjectFunctions['linearAttention']>;
type Options = Parameters<Linear>[3];

const f = Math.fround;

/** The features of rows under the map that is asked for. */
function features(round: Round, rows: Rows, { featureMap = 'identity' }: Options): Rows {
  if (featureMap === 'identity') return rows;
  return rows.map((row) => row.map((x) => round(x > 0 ? x + 1 : Math.exp(x))));
}

function seenBy(i: number, k: Rows, { causal = false }: Options): number {
  return causal ? Math.min(i + 1, k.length) : k.length;
}

function columns(values: Rows): number[][] {
  return values[0]!.map((_, c) => values.map((value) => value[c]!));
}

/** Scores first. */
function quadratic(round: Round, by: Summing): Linear {
  return (q, k, v, options) => {
    const keys = features(round, k, options);
    return features(round, q, options).map((query, i) => {
      const seen = seenBy(i, k, options);
      const scores = keys.slice(0, seen).map((key) => dot(round, query, key, by));
      const row = columns(v.slice(0, seen)).map((column) => dot(round, scores, column, by));
      const total = summed(round, scores, by);
      return options.normalize === true ? row.map((entry) => round(entry / total)) : row;
    });
  };
}

/** K^T [V 1] of the keys seen, then one product with each query. */
function reassociated(round: Round, by: Summing): Linear {
  return (q, k, v, options) => {
    const keys = features(round, k, options);
    const width = k[0]!.length;
    return features(round, q, options).map((query, i) => {
      const seen = seenBy(i, k, options);
      const along = Array.from({ length: width }, (_, l) => keys.slice(0, seen).map((key) => key[l]!));
      const read = (column: readonly number[]): number =>
        dot(
          round,
          query,
          along.map((entries) => dot(round, entries, column, by)),
          by,
        );
      const row = columns(v.slice(0, seen)).map(read);
      if (options.normalize !== true) return row;
      const total = dot(
        round,
        query,
        along.map((entries) => summed(round, entries, by)),
        by,
      );
      return row.map((entry) => round(entry / total));
    });
  };
}

/** Token by token, the state kept in typed arrays; queries after the last key see all of it. */
const streamed: Linear = (q, k, v, options) => {
  const [keys, queries] = [features(identity, k, options), features(identity, q, options)];
  const [dk, dv] = [k[0]!.length, v[0]!.length];
  const state = new Float64Array(dk * dv);
  const mass = new Float64Array(dk);
  let next = 0;
  return queries.map((query, i) => {
    for (const seen = seenBy(i, k, options); next < seen; next++) {
      for (let l = 0; l < dk; l++) {
        mass[l] = mass[l]! + keys[next]![l]!;
        for (let c = 0; c < dv; c++) state[l * dv + c] = state[l * dv + c]! + keys[next]![l]! * v[next]![c]!;
      }
    }
    const row = Array.from({ length: dv }, (_, c) =>
      query.reduce((sum, x, l) => sum + x * state[l * dv + c]!, 0),
    );
    const total = query.reduce((sum, x, l) => sum + x * mass[l]!, 0);
    return options.normalize === true ? row.map((entry) => entry / total) : row;
  });
};

/** Whole chunks through the state, the rest by scores. */
function chunked(size: number): Linear {
  return (q, k, v, options) => {
    const [keys, queries] = [features(identity, k, options), features(identity, q, options)];
    return queries.map((query, i) => {
      const seen = seenBy(i, k, options);
      const whole = seen - (seen % size);
      const read = (column: readonly number[]): number => {
        const state = query.map((_, l) =>
          dot(
            identity,
            keys.slice(0, whole).map((key) => key[l]!),
            column.slice(0, whole),
            'in order',
          ),
        );
        const inside = keys.slice(whole, seen).map((key) => dot(identity, query, key, 'in order'));
        return (
          dot(identity, query, state, 'in order') +
          dot(identity, inside, column.slice(whole, seen), 'in order')
        );
      };
      const row = columns(v.slice(0, seen)).map(read);
      const total = read(Array.from({ length: seen }, () => 1));
      return options.normalize === true ? row.map((entry) => entry / total) : row;
    });
  };
}

/** The coordinates one after the other: a sum of outer products of columns. */
const byCoordinates: Linear = (q, k, v, options) => {
  const [keys, queries] = [features(identity, k, options), features(identity, q, options)];
  return queries.map((query, i) => {
    const seen = seenBy(i, k, options);
    const scores = Array.from({ length: seen }, () => 0);
    for (let l = query.length - 1; l >= 0; l--) {
      for (let j = 0; j < seen; j++) scores[j] = scores[j]! + query[l]! * keys[j]![l]!;
    }
    const row = v[0]!.map((_, c) => scores.reduceRight((sum, s, j) => sum + s * v[j]![c]!, 0));
    const total = scores.reduceRight((sum, s) => sum + s, 0);
    return options.normalize === true ? row.map((entry) => entry / total) : row;
  });
};

function linear(name: string, linearAttention: Linear, format: FloatFormat = binary64): Subject {
  return implementation(name, { linearAttention }, format);
}

/** Implementations of linear attention that are right, by different ways. */
export const correctLinear: readonly Subject[] = [
  linear('scores first', quadratic(identity, 'in order')),
  linear('scores first, from the end', quadratic(identity, 'reversed')),
  linear('scores first, pairwise sums', quadratic(identity, 'pairwise')),
  linear('scores first, compensated sums', quadratic(identity, 'compensated')),
  linear('scores first, four sums at once', quadratic(identity, 'interleaved')),
  linear('state first', reassociated(identity, 'in order')),
  linear('state first, pairwise sums', reassociated(identity, 'pairwise')),
  linear('state first, sums by blocks', reassociated(identity, 'blocked')),
  linear('token by token', streamed),
  linear('by chunks of 2', chunked(2)),
  linear('by chunks of 64', chunked(64)),
  linear('coordinate by coordinate, backwards', byCoordinates),
  linear('scores first, binary32', quadratic(f, 'in order'), binary32),
  linear('state first, binary32', reassociated(f, 'pairwise'), binary32),
  linear(
    'in binary64 for binary32',
    (...call) => quadratic(identity, 'in order')(...call).map((row) => row.map(f)),
    binary32,
  ),
];
