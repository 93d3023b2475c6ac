// Whether an enclosure holds every true result: exact for + - * / sqrt, bracketed for exp.

import { expBracket } from './exp-bracket.mjs';
import {
  add,
  compare,
  compareWithQuotient,
  compareWithRoot,
  compareWithSum,
  mul,
  neg,
  scaled,
} from './number.mjs';

/** The sign of r - (the operation at exact points), by exact arithmetic. */
const signs = {
  '+': (r, x, y) => compareWithSum(r, x, y),
  '-': (r, x, y) => compareWithSum(r, x, neg(y)),
  '*': (r, x, y) => compare(r, mul(x, y)),
  '/': compareWithQuotient,
  sqrt: compareWithRoot,
};

/** Places of the first bracket beyond the engine's own, and the most ever tried. */
const SPARE_BITS = 24;
const MOST_BITS = 60_000;

/**
 * Whether the result excludes the truth at some point of the operands: at every corner, where + - * / sqrt and exp of
 * a box are extreme, and at one random point inside.
 *
 * @param operands pairs of exact ends, as the engine holds them
 * @param result the exact ends of the engine's result
 */
export function excludes(operation, operands, result, engine, next) {
  if (operation === 'exp') return excludesExp(operands[0], result, engine);
  const choices = operands.map(([lo, hi]) => (compare(lo, hi) === 0 ? [lo] : [lo, hi]));
  const corners = choices.reduce((found, ends) => found.flatMap((c) => ends.map((x) => [...c, x])), [[]]);
  const points = corners.length > 1 ? [...corners, choices.map((ends) => inside(ends, next))] : corners;
  return points.some((p) => signs[operation](result[0], ...p) > 0 || signs[operation](result[1], ...p) < 0);
}

/** A random point between the ends, or the lower end where they are too far apart in exponent. */
function inside([lo, hi = lo], next) {
  if (Math.abs(lo.t - hi.t) > 5000) return lo;
  const k = BigInt(Math.floor(next() * 257));
  return mul(add(mul(lo, scaled(2, 256n - k)), mul(hi, scaled(2, k))), scaled(2, 1n, -8));
}

/** exp is monotone: its lower end is judged at the lower end of the argument, its upper end at the upper. */
function excludesExp([lo, hi], result, { base, places }) {
  return signOfExp(result[0], lo, base, places) > 0 || signOfExp(result[1], hi, base, places) < 0;
}

/** The sign of r - e^x: 0 only for e^0 = 1, since e^x is irrational for every other fraction x. */
function signOfExp(r, x, base, places) {
  if (x.n === 0n) return compare(r, scaled(2, 1n));
  const spare = Math.ceil(SPARE_BITS / Math.log2(base));
  for (let work = places + spare; work * Math.log2(base) < MOST_BITS; work *= 2) {
    const { lo, hi } = expBracket(x, base, work);
    if (compare(r, lo) < 0) return -1;
    if (compare(r, hi) > 0) return 1;
    // On an end of the bracket, e^x being irrational, it is strictly outside.
    if (compare(r, lo) === 0) return -1;
    if (compare(r, hi) === 0) return 1;
  }
  throw new Error(`exp: the bracket must decide, got ${r.n} * 2^${r.t} * 5^${r.f} at ${MOST_BITS} bits`);
}
