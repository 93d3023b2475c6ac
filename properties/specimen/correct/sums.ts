/** Rounds to a format. */
export type Round = (value: number) => number;

export const identity: Round = (value) => value;

/** Orders in which a sum is taken. */
export type Summing = 'in order' | 'reversed' | 'pairwise' | 'compensated' | 'blocked' | 'interleaved';

/** The sum of some terms, rounded after every addition. */
export function summed(round: Round, terms: readonly number[], by: Summing): number {
  switch (by) {
    case 'in order':
      return terms.length === 0 ? 0 : terms.reduce((sum, term) => round(sum + term));
    case 'reversed':
      return summed(round, terms.toReversed(), 'in order');
    case 'pairwise': {
      if (terms.length < 3) return summed(round, terms, 'in order');
      const half = terms.length >> 1;
      return round(summed(round, terms.slice(0, half), by) + summed(round, terms.slice(half), by));
    }
    case 'compensated':
      return compensated(round, terms);
    case 'blocked': {
      const blocks = Array.from({ length: Math.ceil(terms.length / 8) }, (_, b) =>
        terms.slice(8 * b, 8 * b + 8),
      );
      return summed(
        round,
        blocks.map((block) => summed(round, block, 'in order')),
        'in order',
      );
    }
    case 'interleaved': {
      const lanes = [0, 1, 2, 3].map((lane) => terms.filter((_, i) => i % 4 === lane));
      return summed(
        round,
        lanes.map((lane) => summed(round, lane, 'in order')),
        'pairwise',
      );
    }
  }
}

/** The sum of products, each rounded. */
export function dot(round: Round, x: readonly number[], y: readonly number[], by: Summing): number {
  return summed(
    round,
    x.map((entry, i) => round(entry * y[i]!)),
    by,
  );
}

function compensated(round: Round, terms: readonly number[]): number {
  let [sum, lost] = [0, 0];
  for (const term of terms) {
    const next = round(sum + term);
    const [large, small] = Math.abs(sum) >= Math.abs(term) ? [sum, term] : [term, sum];
    // An infinite sum has lost nothing that could be told.
    lost = Number.isFinite(next) ? round(lost + round(round(large - next) + small)) : lost;
    sum = next;
  }
  return round(sum + lost);
}
