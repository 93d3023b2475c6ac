import { type Enclosure, enclosures, formatEnclosure } from '#arithmetic/enclosure.ts';
import { coordinates } from '#arithmetic/space.ts';
import { attentionWeights } from '#reference/softmax-attention.ts';
import type { Rows } from './tokens.ts';

const DIGITS = 25;
/** Digits of an end that are shown. */
const SHOWN = 12;

/** 1 - W_ii by the reference in enclosures, as text, one for each token. */
export function certifiedGivenAway(tokens: Rows): readonly string[] {
  const a = enclosures(DIGITS);
  const space = coordinates(a, tokens[0]!.length);
  const vectors = tokens.map((token) => token.map(a.of));
  return attentionWeights(space, vectors, vectors).map((row, i) => {
    const others: readonly Enclosure[] = row.filter((_, j) => j !== i);
    return formatEnclosure(others.reduce(a.add), SHOWN);
  });
}
