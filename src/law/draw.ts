/**
 * A sequence of numbers spread evenly over [-1, 1), all 53 bits of them, the same for the same seed on every machine.
 *
 * @source G. Marsaglia, Xorshift RNGs, 2003: the triple 13, 17, 5; the seed is mixed first, as near seeds start alike
 * @param seed a non-negative integer; those that differ by a multiple of 2^32 draw the same
 */
export function draws(seed: number): () => number {
  // 2^32 over the golden ratio, odd: no two seeds below 2^32 are mixed to one; 0 would stay 0.
  let state = Math.imul(seed + 1, 0x9e3779b9) || 1;
  const bits = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let i = 0; i < 8; i++) bits();
  return () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) * 2 ** -52 - 1;
}

/** Seeds that one run may use for its cases. */
const SEEDS_A_RUN = 2 ** 12;

/** The seed of a case of a run: no two runs below 2^20 share one. */
export function seedOf(run: number, place: number): number {
  return run * SEEDS_A_RUN + place;
}
