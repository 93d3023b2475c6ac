import type { Tokens } from '#kernel/tokens.ts';

/**
 * scale <q_i, k_j>: products added from left to right, each operation rounded, then the scale.
 *
 * @returns within gamma_(dk + 1) sum |scale q_l k_l| and dk smallest subnormals
 */
export function score(
  { q, k, dk }: Tokens,
  i: number,
  j: number,
  scale: number,
  round: (value: number) => number,
): number {
  const [qi, kj] = [i * dk, j * dk];
  let sum = 0;
  for (let l = 0; l < dk; l++) sum = round(sum + round(q[qi + l]! * k[kj + l]!));
  return round(sum * scale);
}

/** How many keys row i sees: the keys j <= i under the causal mask, whatever the number of queries. */
export function keysSeen(i: number, { m }: Tokens, causal: boolean): number {
  return causal ? Math.min(m, i + 1) : m;
}
