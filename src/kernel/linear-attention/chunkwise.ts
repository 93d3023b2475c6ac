import { inOrder } from '#kernel/declaration.ts';
import { EXP_ULP } from '#kernel/exp.ts';
import type { LinearKernel, LinearSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { type Features, readFeatures } from './feature.ts';
import { inTheirFormat } from './form.ts';
import type { Loops } from './loops.ts';
import { addKeys, type LinearState, newState, readState } from './state.ts';

/**
 * Causal linear attention by chunks: quadratic inside a chunk, and outside it the state that the chunks before it left.
 *
 * Inside, scores and outputs are summed from left to right; the keys of a chunk make a state of their own from 0, which is
 * added to that of the chunks before; an output is what the state gives plus what the chunk gives. The last chunk may be
 * shorter. It serves the causal sum, also with fewer or more keys than queries.
 *
 * A NaN or an infinity in a query stays in its row; in a key it reaches the rows from its own on, and in a value its column
 * of these. The rows before are as they would be without it, also those of the same chunk.
 *
 * @param out shape [n][dv]: within gamma_(t + 1 + dk) sum_(j <= t) sum_l |q_l k_jl v_jc| plus underflow, of the features as
 *   computed: one addition more than the other forms, for the join; normalised, a quotient of two such sums, NaN or
 *   infinite where the denominator is 0
 * @cost for a chunk of C tokens C (C + 1) / 2 (dk + dv) products, and 2 C dk dv at most; 2 dk (dv + 1) + C + dv numbers of
 *   scratch, and 2 C dk more for features
 */
function attend<A extends FloatArray>(
  loops: Loops<A>,
  tokens: Tokens<A>,
  settings: LinearSettings,
  out: A,
): void {
  const { q, k, v, n, m, dk, dv } = tokens;
  const longest = Math.min(settings.chunk, n);
  const readQueries = readFeatures(loops, settings.featureMap, q, longest * dk);
  const readKeys = readFeatures(loops, settings.featureMap, k, longest * dk);
  const scratch = { scores: loops.zeros(longest), inside: loops.zeros(dv) };
  const before = newState(loops, dk, dv);
  const own = newState(loops, dk, dv);
  out.fill(0, 0, n * dv);
  for (let start = 0; start < n; start += settings.chunk) {
    const rows = Math.min(settings.chunk, n - start);
    const count = Math.max(0, Math.min(rows, m - start));
    const chunk: Chunk<A> = {
      start,
      rows,
      count,
      queries: readQueries(start * dk, rows * dk),
      keys: readKeys(start * dk, count * dk),
    };
    attendChunk(loops, before, chunk, v, settings.normalize, scratch, out);
    own.S.fill(0);
    own.z.fill(0);
    addKeys(loops, own, chunk.keys, v, start * dv, count);
    loops.add(own.S, 0, dk * dv, before.S, 0);
    loops.add(own.z, 0, dk, before.z, 0);
  }
}

/** Rows and keys of one chunk, features of both. */
interface Chunk<A extends FloatArray> {
  readonly start: number;
  readonly rows: number;
  /** Keys, as many as rows unless the keys end before the queries. */
  readonly count: number;
  readonly queries: Features<A>;
  readonly keys: Features<A>;
}

/** What the rows of a chunk are written with: scores of one query, shape [chunk], and its sum in the chunk, shape [dv]. */
interface Scratch<A extends FloatArray> {
  readonly scores: A;
  readonly inside: A;
}

function attendChunk<A extends FloatArray>(
  loops: Loops<A>,
  before: LinearState<A>,
  { start, rows, count, queries, keys }: Chunk<A>,
  v: A,
  normalize: boolean,
  { scores, inside }: Scratch<A>,
  out: A,
): void {
  const { dk, dv, z } = before;
  for (let i = 0; i < rows; i++) {
    const query = { rows: queries.rows, at: queries.at + i * dk };
    const row = (start + i) * dv;
    const seen = Math.min(i + 1, count);
    loops.scores(query.rows, query.at, keys.rows, keys.at, seen, dk, scores);
    inside.fill(0);
    loops.addWeighted(scores, 0, 1, v, start * dv, seen, dv, inside, 0);
    // Nothing is before the first chunk, and 0 times an infinite query would be NaN.
    if (start > 0) readState(loops, before, query, false, out, row);
    loops.add(inside, 0, dv, out, row);
    if (!normalize) continue;
    const outside = loops.dot(query.rows, query.at, z, 0, dk);
    loops.divide(out, row, dv, loops.round(outside + loops.total(scores, seen)));
  }
}

/** By chunks of any length: causal. */
export const chunkwise: LinearKernel = {
  form: 'chunkwise',
  tier: 'plain',
  serves: { causal: true, whole: false },
  declares: (format) => ({ ...inOrder, format, expUlp: EXP_ULP, joins: 1 }),
  run: inTheirFormat(attend),
};
