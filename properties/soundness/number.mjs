// Numbers n * 2^t * 5^f with integers n, t, f: every double and every decimal, exactly. Shares no code with src/.

const decode = new DataView(new ArrayBuffer(8));
const powersOfFive = new Map();

/** A number of base 2 or 10: n * base^e. */
export function scaled(base, n, e = 0) {
  return base === 2 ? { n, t: e, f: 0 } : { n, t: e, f: e };
}

/** A finite double, exactly. */
export function fromDouble(value) {
  decode.setFloat64(0, value);
  const word = decode.getBigUint64(0);
  const biased = Number((word >> 52n) & 0x7ffn);
  const rest = word & 0xfffffffffffffn;
  const n = biased === 0 ? rest : rest | 0x10000000000000n;
  return { n: word >> 63n === 0n ? n : -n, t: Math.max(biased, 1) - 1075, f: 0 };
}

/** A finite decimal, exactly, read off its text. */
export function fromDecimal(x) {
  const [digits, exponent] = x.toExponential().split('e');
  const point = digits.indexOf('.');
  const behind = point < 0 ? 0 : digits.length - point - 1;
  const whole = point < 0 ? digits : digits.slice(0, point) + digits.slice(point + 1);
  return scaled(10, BigInt(whole), Number(exponent) - behind);
}

/** The decimal text of a number, exactly. */
export function decimalText({ n, t, f }) {
  const e = Math.min(t, f);
  return `${(n << BigInt(t - e)) * fivePower(f - e)}e${e}`;
}

export function fivePower(k) {
  const known = powersOfFive.get(k);
  if (known !== undefined) return known;
  const power = 5n ** BigInt(k);
  if (powersOfFive.size < 20_000) powersOfFive.set(k, power);
  return power;
}

export function neg({ n, t, f }) {
  return { n: -n, t, f };
}

export function mul(a, b) {
  return { n: a.n * b.n, t: a.t + b.t, f: a.f + b.f };
}

export function add(a, b) {
  const [A, B, t, f] = aligned(a, b);
  return { n: A + B, t, f };
}

/** n1, n2 and the scale they then share. */
function aligned(a, b) {
  const t = Math.min(a.t, b.t);
  const f = Math.min(a.f, b.f);
  return [at(a, t, f), at(b, t, f), t, f];
}

function at({ n, t, f }, lowT, lowF) {
  const shifted = t === lowT ? n : n << BigInt(t - lowT);
  return f === lowF ? shifted : shifted * fivePower(f - lowF);
}

/** log2 |x|, off by less than 2 for exponents up to 1e16. */
export function size({ n, t, f }) {
  if (n === 0n) return Number.NEGATIVE_INFINITY;
  const hex = (n < 0n ? -n : n).toString(16);
  return 4 * hex.length + t + f * Math.log2(5);
}

export function sign({ n }) {
  return n === 0n ? 0 : n < 0n ? -1 : 1;
}

/** Beyond this distance in exponents, sizes are compared instead: no shift makes a gigantic integer. */
const REACH = 100_000;

/** The sign of a - b. */
export function compare(a, b) {
  const [p, q] = [sign(a), sign(b)];
  if (p !== q || p === 0) return p - q < 0 ? -1 : p === q ? 0 : 1;
  if (Math.abs(a.t - b.t) > REACH || Math.abs(a.f - b.f) > REACH) {
    const gap = size(a) - size(b);
    if (Math.abs(gap) < 64) throw new Error(`compare: sizes must differ, got 2^${size(a)} and 2^${size(b)}`);
    return gap < 0 ? -p : p;
  }
  const [A, B] = aligned(a, b);
  return A === B ? 0 : A < B ? -1 : 1;
}

/** Whether a sum is of numbers so far apart that it is never formed. */
function isFar(a, b) {
  return sign(a) !== 0 && sign(b) !== 0 && Math.abs(size(a) - size(b)) > REACH;
}

/** The sign of r - (a + b). When b is far below a, it decides only where r = a. */
export function compareWithSum(r, a, b) {
  if (!isFar(a, b)) return compare(r, add(a, b));
  const [large, small] = size(a) > size(b) ? [a, b] : [b, a];
  return compare(r, large) || -sign(small);
}

/** The sign of r - a / b. */
export function compareWithQuotient(r, a, b) {
  return compare(mul(r, b), a) * sign(b);
}

/** The sign of r - sqrt a, by squaring. */
export function compareWithRoot(r, a) {
  return sign(r) < 0 ? -1 : compare(mul(r, r), a);
}

/** floor(|a / b| / base^e) base^e with about so many places of the base; sizes must be moderate. */
export function quotient(base, a, b, places) {
  const down = Math.floor((size(a) - size(b)) / Math.log2(base)) - places;
  const [A, B] = aligned(a, mul(b, scaled(base, 1n, down)));
  return scaled(base, A / B, down);
}
