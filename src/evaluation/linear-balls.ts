import { type Ball, type Balls, balls } from '#arithmetic/ball.ts';
import { nearestDouble } from '#arithmetic/dyadic.ts';
import type { LinearSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { emptyValues, setDyadic, setUnknown } from './dyadic-value.ts';
import type { LinearOracle, Values } from './values.ts';

/** Bits of a midpoint: a sum is off by 2^-256 of its largest addend, so that no bound is ever in doubt. */
const arithmetic: Balls = balls(256);

const ZERO: Ball = { mid: 0n, rad: 0n, exp: 0 };

/** e^x for x below -10^6, which is below 2^-1400000: 0 within that. */
const VANISHING: Ball = { mid: 0n, rad: 1n, exp: -1_400_000 };
const VANISHES = -1e6;

/** A number that is not finite is no ball. */
type Known = Ball | undefined;

/**
 * Linear attention by balls, for numbers of any size.
 *
 * @param exponent outputs, numerators and their sizes are returned times 2^exponent
 * @returns unknown where a number is not finite that it depends on, where a denominator may be 0, and where the value
 *   is too large for a double
 * @cost about 2 us for each of n m (dk + dv) products
 */
export function linearBalls(
  { q, k, v, n, m, dk, dv }: Tokens,
  { causal, normalize, featureMap }: Pick<LinearSettings, 'causal' | 'normalize' | 'featureMap'>,
  exponent: number,
): LinearOracle {
  const queries = features(q, featureMap);
  const keys = features(k, featureMap);
  const values = features(v, 'identity');
  const oracle: LinearOracle = {
    outputs: emptyValues(n * dv),
    numerators: emptyValues(n * dv),
    denominators: emptyValues(n),
    numeratorSizes: new Float64Array(n * dv),
    denominatorSizes: new Float64Array(n),
    spreads: new Float64Array(normalize ? n * dv : 0),
  };
  for (let i = 0; i < n; i++) {
    const seen = causal ? Math.min(i + 1, m) : m;
    const scores = Array.from({ length: seen }, (_, j) => dot(queries, i * dk, keys, j * dk, 1, dk));
    const scoreSizes = Array.from({ length: seen }, (_, j) =>
      dot(queries.map(size), i * dk, keys.map(size), j * dk, 1, dk),
    );
    const total = scores.reduce(add, ZERO);
    set(oracle.denominators, i, total, 0);
    oracle.denominatorSizes[i] = asDouble(scoreSizes.reduce(add, ZERO), 0);
    for (let c = 0; c < dv; c++) {
      const place = i * dv + c;
      const sum = dot(scores, 0, values, c, dv, seen);
      set(oracle.numerators, place, sum, exponent);
      const output = normalize ? quotient(sum, total) : sum;
      set(oracle.outputs, place, output, exponent);
      if (normalize) oracle.spreads[place] = asDouble(spread(scoreSizes, values, c, dv, output), exponent);
      oracle.numeratorSizes[place] = asDouble(dot(scoreSizes, 0, values.map(size), c, dv, seen), exponent);
    }
  }
  return oracle;
}

function features(x: FloatArray, map: LinearSettings['featureMap']): Known[] {
  return Array.from(x, (value) => {
    if (!Number.isFinite(value)) return undefined;
    if (map === 'identity') return arithmetic.of(value);
    if (value > 0) return arithmetic.add(arithmetic.of(value), arithmetic.of(1));
    return value < VANISHES ? VANISHING : arithmetic.exp(arithmetic.of(value));
  });
}

function dot(
  a: readonly Known[],
  at: number,
  b: readonly Known[],
  from: number,
  stride: number,
  count: number,
): Known {
  let sum: Known = ZERO;
  for (let l = 0; l < count; l++) {
    const [x, y] = [a[at + l], b[from + l * stride]];
    sum = add(sum, x && y && arithmetic.mul(x, y));
  }
  return sum;
}

/** sum_j a_j |v_jc - y|, or a little more where y has a radius. */
function spread(a: readonly Known[], v: readonly Known[], c: number, dv: number, y: Known): Known {
  const distances = a.map((_, j) => size(add(v[j * dv + c], y && arithmetic.neg(y))));
  return dot(a, 0, distances, 0, 1, a.length);
}

function add(a: Known, b: Known): Known {
  return a && b && arithmetic.add(a, b);
}

function size(a: Known): Known {
  return a && a.mid < 0n ? arithmetic.neg(a) : a;
}

function quotient(a: Known, b: Known): Known {
  if (!a || !b) return undefined;
  return b.mid <= b.rad && -b.mid <= b.rad ? undefined : arithmetic.div(a, b);
}

function set(values: Values, place: number, a: Known, exponent: number): void {
  if (!a) setUnknown(values, place);
  else {
    const exp = a.exp + exponent;
    setDyadic(values, place, { mantissa: a.mid, exponent: exp }, { mantissa: a.rad, exponent: exp });
  }
}

function asDouble(a: Known, exponent: number): number {
  return a ? nearestDouble({ mantissa: a.mid, exponent: a.exp + exponent }) : Number.NaN;
}
