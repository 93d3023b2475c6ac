/**
 * The least number of letters to put in, take out or replace to turn one word into the other.
 *
 * @cost the product of the lengths
 */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}

/**
 * The word that was probably meant: the first that begins with what was written, or else the first of the nearest,
 * where that is nearer than half of what was written.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const begun = words.find(
    (candidate) => word !== '' && candidate.toLowerCase().startsWith(word.toLowerCase()),
  );
  if (begun !== undefined) return begun;
  const [best] = words
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance * 2 <= Math.max(word.length, 2) ? best.candidate : undefined;
}

/** "; did you mean 'seed'?", or nothing. */
export function suggestion(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  return meant === undefined ? '' : `; did you mean '${meant}'?`;
}
