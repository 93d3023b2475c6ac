import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import type { Allowance, Fate } from './allowance.ts';

/**
 * What attention may return where tokens hold NaN or infinities: of the entries that these reach nothing is promised, and
 * the others are as they would be with 0 in their place.
 *
 * A query reaches its row, a key the rows that see it, and a value its column of these.
 *
 * @param allow the allowance of finite tokens
 * @cost one pass over the tokens more; where something is not finite a copy of them
 */
export function allowFinitePart(
  tokens: Tokens,
  causal: boolean,
  allow: (finite: Tokens) => Allowance,
): Allowance {
  const { q, k, v } = tokens;
  if ([q, k, v].every((array) => array.every(Number.isFinite))) return allow(tokens);
  const of = (array: FloatArray): FloatArray => array.map((entry) => (Number.isFinite(entry) ? entry : 0));
  const { exact, bound, fates } = allow({ ...tokens, q: of(q), k: of(k), v: of(v) });
  const reached = reachedEntries(tokens, causal);
  const instead = (numbers: Float64Array, value: number): Float64Array =>
    numbers.map((number, place) => (reached[place] ? value : number));
  return {
    exact: {
      high: instead(exact.high, Number.NaN),
      low: instead(exact.low, 0),
      radius: instead(exact.radius, Number.POSITIVE_INFINITY),
    },
    bound: instead(bound, Number.POSITIVE_INFINITY),
    fates: fates.map((fate, place): Fate => (reached[place] ? 'open' : fate)),
  };
}

/** Whether something that is not finite reaches an entry, shape [n][dv]. */
function reachedEntries({ q, k, v, n, m, dk, dv }: Tokens, causal: boolean): readonly boolean[] {
  const spoils = (array: FloatArray, from: number, count: number): boolean =>
    !array.subarray(from, from + count).every(Number.isFinite);
  const reached: boolean[] = [];
  // The keys that a row sees are those that the row before it sees, and perhaps more.
  const columns = new Array<boolean>(dv).fill(false);
  let key = 0;
  for (let i = 0; i < n; i++) {
    for (; key < (causal ? Math.min(i + 1, m) : m); key++) {
      const whole = spoils(k, key * dk, dk);
      for (let c = 0; c < dv; c++) columns[c] ||= whole || spoils(v, key * dv + c, 1);
    }
    const row = spoils(q, i * dk, dk);
    for (let c = 0; c < dv; c++) reached.push(row || columns[c]!);
  }
  return reached;
}
