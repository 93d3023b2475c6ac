/**
 * gamma_k = k u / (1 - k u): k roundings, each by a factor 1 + d with |d| <= u, make a factor 1 + e with |e| <= gamma_k.
 *
 * @param k a number of roundings, not negative
 * @param u the unit roundoff of the format that rounds
 * @returns rounded up; infinite where k u >= 1, as nothing is known of such a product
 * @source N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2002, lemma 3.1
 */
export function gamma(k: number, u: number): number {
  const ku = k * u;
  return ku < 1 ? raised(ku / (1 - ku)) : Number.POSITIVE_INFINITY;
}

/**
 * A bound as evaluated in binary64, raised above what it is over the reals: a sum of non-negative terms that took at most
 * 2^22 operations is off by a factor of 1 + 2^-30 at most. Terms that may
 * underflow need a term of their own.
 */
export function raised(bound: number): number {
  return bound * (1 + 2 ** -30);
}
