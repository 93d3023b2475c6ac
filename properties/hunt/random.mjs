/** A generator of 32-bit words, xorshift128: fast, and the same sequence for the same seed. @source Marsaglia 2003 */
export function words(seed) {
  let [x, y, z, w] = [seed >>> 0, 362436069, 521288629, 88675123];
  const next = () => {
    const t = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  };
  // Seeds that differ in few bits start alike.
  for (let i = 0; i < 20; i++) next();
  return next;
}

/** Numbers of many kinds from one seed. */
export function numbers(seed) {
  const next = words(seed);
  const below = (n) => next() % n;
  /** 53 random bits in [0, 1). */
  const unit = () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
  const signed = () => 2 * unit() - 1;
  /** How the numbers of one input are drawn: all alike, so that sums of them mean something. */
  const grains = [
    // Multiples of 2^-10: sums of few of them are exact.
    () => (below(4096) - 2048) / 1024,
    signed,
    () => 4 * signed(),
    // Exponents over a range, so that most additions lose something.
    (range) => signed() * 2 ** (below(2 * range + 1) - range),
    // Few values: ties, equal rows, zeros.
    () => [0, 1, -1, 0.1, -0.1, 1 / 3, 1e-3, -0][below(8)],
    // Rounding boundaries.
    () => (below(2) ? 1 : -1) * (1 + below(8) * 2 ** -52),
  ];
  const extremes = [
    () => signed() * 2 ** (below(40) - 1074 + below(60)),
    () => signed() * 2 ** (below(500) - 250),
    () => 300 * signed(),
  ];
  return {
    below,
    unit,
    signed,
    /** A way to draw numbers; exponents of one with many go from -range to range. */
    grain: (range) => {
      const drawn = below(64) === 0 ? extremes[below(extremes.length)] : grains[below(grains.length)];
      return () => drawn(range);
    },
    pick: (items) => items[below(items.length)],
  };
}
