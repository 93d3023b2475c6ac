// What the engines are given: intervals { lo, hi } of exact numbers, random by grain or placed where bounds go wrong.
import { logarithm } from './exp-bracket.mjs';
import { add, compare, fromDouble, mul, neg, quotient, scaled, sign } from './number.mjs';

/** A stream of random numbers in [0, 1) from a seed (sfc32). */
export function randomStream(seed) {
  let [a, b, c, d] = [seed | 0, (seed / 2 ** 32) | 0, 0x9e3779b9, 1];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

export function pick(next, list) {
  return list[Math.floor(next() * list.length)];
}

function integer(next, min, max) {
  return min + Math.floor(next() * (max - min + 1));
}

function point(x) {
  return { lo: x, hi: x };
}

const bits = new DataView(new ArrayBuffer(8));

function anyDouble(next) {
  bits.setUint32(0, next() * 2 ** 32);
  bits.setUint32(4, next() * 2 ** 32);
  const value = bits.getFloat64(0);
  return Number.isFinite(value) ? value : anyDouble(next);
}

function mantissa(next) {
  return 1 + Math.floor(next() * 2 ** 32) * 2 ** -32 + Math.floor(next() * 2 ** 20) * 2 ** -52;
}

const edges = [
  5e-324,
  2 ** -1022,
  2.225073858507201e-308,
  Number.MAX_VALUE,
  2 ** 53,
  1 - 2 ** -53,
  1 + 2 ** -52,
];

/** Doubles by grain: small integers, dyadics, short decimals, ordinary, every bit pattern, subnormals, edges. */
const grains = [
  (next) => integer(next, -12, 12),
  (next) => integer(next, -4096, 4096) * 2 ** integer(next, -12, 3),
  (next) => integer(next, -9999, 9999) / pick(next, [10, 100, 1000, 1e5]),
  (next) => pick(next, [-1, 1]) * mantissa(next) * 2 ** integer(next, -8, 8),
  (next) => pick(next, [-1, 1]) * mantissa(next) * 2 ** integer(next, -80, 80),
  anyDouble,
  (next) => integer(next, -(2 ** 52), 2 ** 52) * 2 ** -1074,
  (next) => pick(next, [-1, 1]) * pick(next, edges),
];
/** Every bit pattern and subnormals have a thousand digits: drawn less often than the rest. */
const grainWeights = [0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 5, 6, 7];

/** Arguments of exp: mostly of ordinary size, some tiny, some in the thousands. */
const exponents = [
  (next) => integer(next, -12, 12),
  (next) => integer(next, -4096, 4096) * 2 ** integer(next, -12, -4),
  (next) => integer(next, -9999, 9999) / pick(next, [100, 1000, 1e5]),
  (next) => pick(next, [-1, 1]) * mantissa(next) * 2 ** integer(next, -8, 5),
  (next) => pick(next, [-1, 1]) * mantissa(next) * 2 ** integer(next, -80, 9),
  (next) => pick(next, [-1, 1]) * mantissa(next) * 2 ** integer(next, -1070, -80),
];
const exponentWeights = [0, 1, 2, 3, 3, 3, 3, 4, 4, 5];

/** The double so many units above, towards an infinity if they are below zero. */
function neighbour(value, steps) {
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(value < 0 ? -steps : steps));
  const moved = bits.getFloat64(0);
  return Number.isFinite(moved) && moved < 0 === value < 0 ? moved : value;
}

/** An interval with doubles at its ends: a point, a few units wide, or wide, also across zero. */
function doubleInterval(next, grain) {
  const first = grain(next);
  const kind = next();
  const second = kind < 0.45 ? first : kind < 0.7 ? neighbour(first, integer(next, 1, 5)) : grain(next);
  const [low, high] = first <= second ? [first, second] : [second, first];
  return { lo: fromDouble(low), hi: fromDouble(high), doubles: [low, high] };
}

/** Random operands of an operation, on doubles. */
export function randomOperands(next, operation) {
  if (operation === 'exp') return [doubleInterval(next, exponents[pick(next, exponentWeights)])];
  const draw = () => doubleInterval(next, grains[pick(next, grainWeights)]);
  if (operation === 'sqrt') return [magnitude(draw())];
  const first = draw();
  let second = draw();
  while (operation === '/' && holdsZero(second)) second = draw();
  return [first, second];
}

function magnitude({ doubles }) {
  const [low, high] = doubles.map(Math.abs).sort((a, b) => a - b);
  return { lo: fromDouble(low), hi: fromDouble(high), doubles: [low, high] };
}

export function holdsZero({ lo, hi }) {
  return sign(lo) <= 0 && sign(hi) >= 0;
}

/** A random integer of exactly so many places of the base, or one at the edge of those. */
function significand(next, base, places) {
  const low = BigInt(base) ** BigInt(places - 1);
  const top = low * BigInt(base);
  const kind = next();
  if (kind < 0.15) return low;
  if (kind < 0.3) return low + 1n;
  if (kind < 0.45) return top - 1n;
  let random = 0n;
  for (let drawn = 1n; drawn < top; drawn <<= 32n)
    random = (random << 32n) | BigInt(Math.floor(next() * 2 ** 32));
  return low + (random % (top - low));
}

/** A boundary of rounding to `places`: a number of so many places, or half-way between two. */
function boundary(next, base, places, exponent) {
  const n = significand(next, base, places);
  const tie = next() < 0.4;
  const refined = tie ? n * BigInt(base) + BigInt(base / 2) : n;
  return scaled(base, refined, exponent - places + (tie ? 0 : 1));
}

/** x (1 +- base^-s), s just beyond `places` or far beyond; now and then x itself. */
function nudged(next, base, places, x) {
  const kind = next();
  if (kind < 0.15) return x;
  const s = places + (kind < 0.75 ? integer(next, 1, 14) : integer(next, 15, 60));
  return add(x, mul(x, scaled(base, pick(next, [-1n, 1n]), -s)));
}

/** A point, or an interval with the point at one end: a unit or so wide, or as wide as the point is large. */
function around(next, base, places, x) {
  const kind = next();
  if (kind < 0.6) return point(x);
  const reach = kind < 0.85 ? scaled(base, 1n, -places) : scaled(base, 1n);
  const other = add(x, mul(x, next() < 0.5 || kind >= 0.85 ? reach : neg(reach)));
  return compare(x, other) <= 0 ? { lo: x, hi: other } : { lo: other, hi: x };
}

/** Exponents of ordinary results, and of such as only wide tables of powers spoil. */
function exponentOf(next) {
  return next() < 0.7 ? integer(next, -6, 6) : integer(next, -250, 250);
}

/** Sums next to a boundary: the boundary and something tiny, or two numbers that cancel but for the boundary. */
function sumOperands(next, base, places) {
  const target = boundary(next, base, places, exponentOf(next));
  const kind = next();
  if (kind < 0.45) {
    const tiny = scaled(base, pick(next, [-1n, 1n, 3n]), -places - integer(next, 1, kind < 0.1 ? 400 : 20));
    return shuffled(next, target, mul(target, tiny));
  }
  if (kind < 0.6) return shuffled(next, target, neg(nudged(next, base, places, target)));
  const large = boundary(next, base, places + integer(next, 0, 10), exponentOf(next));
  return shuffled(next, large, add(nudged(next, base, places, target), neg(large)));
}

function shuffled(next, x, y) {
  const [p, q] = next() < 0.5 ? [x, y] : [y, x];
  return next() < 0.5 ? [p, q] : [neg(p), neg(q)];
}

function productOperands(next, base, places) {
  const target = boundary(next, base, places, exponentOf(next));
  const factor = boundary(next, base, integer(next, 1, places + 2), exponentOf(next));
  const other = quotient(base, target, factor, places + integer(next, 1, 16));
  return shuffled(next, factor, next() < 0.5 ? other : add(other, scaled(base, 1n, other.t)));
}

function quotientOperands(next, base, places) {
  const target = boundary(next, base, places, exponentOf(next));
  const divisor = boundary(next, base, integer(next, 1, places + 2), exponentOf(next));
  const kind = next();
  const dividend = kind < 0.2 ? scaled(base, 1n) : nudged(next, base, places, mul(target, divisor));
  return next() < 0.5 ? [dividend, divisor] : [neg(dividend), divisor];
}

function rootOperand(next, base, places) {
  const target = boundary(next, base, places, exponentOf(next));
  const square = next() < 0.1 ? scaled(base, 1n, integer(next, -301, 301)) : mul(target, target);
  return [nudged(next, base, places, square)];
}

/** x = ln(c (1 +- base^-s)) for a boundary c, tiny x, and x across zero. */
function exponentOperand(next, base, places) {
  const kind = next();
  if (kind < 0.2) {
    return [scaled(base, pick(next, [-1n, 1n, 7n]), -integer(next, 1, 2 * places + 40))];
  }
  const exponent = integer(next, base === 2 ? -120 : -36, base === 2 ? 120 : 36);
  // The decimal engine rounds twice: at its digits and, to nearest, at four more.
  const extra = base === 10 && next() < 0.5 ? 4 : 0;
  const target = nudged(next, base, places + extra, boundary(next, base, places + extra, exponent));
  const double = Math.log(Number(target.n)) + target.t * Math.LN2 + target.f * Math.log(5);
  return [logarithm(target, double, base, places + extra + integer(next, 4, 24))];
}

const traps = {
  '+': sumOperands,
  '-': (next, base, places) => {
    const [x, y] = sumOperands(next, base, places);
    return [x, neg(y)];
  },
  '*': productOperands,
  '/': quotientOperands,
  sqrt: rootOperand,
  exp: exponentOperand,
};

/** Operands whose result is next to a boundary of rounding to so many places of the base. */
export function adversarialOperands(next, operation, base, places) {
  const points = traps[operation](next, base, places);
  return points.map((x, i) => {
    const interval = around(next, base, places, x);
    const refused = operation === '/' && i === 1 && holdsZero(interval);
    return refused || (operation === 'sqrt' && sign(interval.lo) < 0) ? point(x) : interval;
  });
}

/** The same at exponents that no double has; the engines' ranges end at 4e15 (decimal) and 2^53 - 2^40 (ball). */
export function hugeOperands(next, operation, base, places) {
  if (operation === 'exp') {
    const x = boundary(next, base, places, integer(next, base === 2 ? 11 : 4, base === 2 ? 50 : 14));
    return [around(next, base, places, next() < 0.5 ? x : neg(x))];
  }
  const reach = 10 ** integer(next, 5, 15);
  const shift = () => scaled(base, 1n, 2 * Math.round((next() - 0.5) * reach));
  const shared = shift();
  const apart = operation === '*' || operation === '/' || next() < 0.3;
  return adversarialOperands(next, operation, base, places).map(({ lo, hi }, i) => {
    const by = apart && i > 0 ? shift() : shared;
    return { lo: mul(lo, by), hi: mul(hi, by) };
  });
}
