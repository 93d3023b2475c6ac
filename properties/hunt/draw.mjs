import fc from 'fast-check';
import { numbers } from './random.mjs';

/** One array in so many is drawn from `fc.double`, which is uniform over bit patterns and slow. */
const SLICE = 256;

/** Sizes of most cases, and of a few that cross the blocks and tiles of every kernel. */
const SMALL = 6;
const LARGE = 150;

/**
 * Draws inputs of the three systems, all kinds of numbers and sizes, the same for the same seed.
 *
 * @returns a function a system, each from a format to an input whose numbers are of the format
 */
export function draws(seed) {
  const random = numbers(seed);
  const { below, pick } = random;
  const doubles = slices(seed);
  const grain = (range) => (below(SLICE) === 0 ? doubles : random.grain(range));
  const arrays = { binary64: Float64Array, binary32: Float32Array };
  const filled = (format, length, range = 30) => {
    const array = new arrays[format.name](length);
    const next = grain(range);
    for (let i = 0; i < length; i++) {
      array[i] = next();
      // Too large for the format.
      if (!Number.isFinite(array[i])) array[i] = 1;
    }
    return array;
  };
  const size = () => (below(32) === 0 ? below(LARGE) : below(SMALL + 1));
  const tokens = (format, range) => {
    const [n, m, dk, dv] = [1 + below(4), 1 + size(), size(), 1 + below(4)];
    const q = filled(format, n * dk, range);
    // Queries, keys and values that are one another are what self-attention has, and ties come from them.
    const shared = dk === dv && n === m && below(4) === 0;
    return {
      ...{ q, n, m, dk, dv },
      k: shared ? q : filled(format, m * dk, range),
      v: shared ? q : filled(format, m * dv, range),
    };
  };
  return {
    recurrence: (format) => {
      const x = filled(format, below(16) === 0 ? below(4 * LARGE) : below(2 * SMALL));
      return { x, h0: below(3) === 0 ? 0 : filled(format, 1)[0] };
    },
    softmax: (format) => ({
      // Scores of thousands, for beyond them nothing is left to round.
      tokens: tokens(format, 5),
      settings: {
        scale: below(2) === 0 ? 1 : Math.fround(pick([0, -1, 0.5, 0.125, 1 / 3, 2, -0.01, 1e-20, 40])),
        causal: below(2) === 0,
      },
    }),
    linear: (format) => ({
      tokens: tokens(format),
      settings: {
        causal: below(2) === 0,
        normalize: below(2) === 0,
        featureMap: pick(['identity', 'elu1']),
        chunk: 1 + below(9),
      },
    }),
  };
}

/** Numbers of `fc.double`, drawn by the thousand. */
function slices(seed) {
  let drawn = [];
  let times = 0;
  return () => {
    if (drawn.length === 0) {
      const double = fc.double({ noNaN: true, noDefaultInfinity: true });
      drawn = fc.sample(double, { numRuns: 1000, seed: (seed + times++) | 0 });
    }
    return drawn.pop();
  };
}
