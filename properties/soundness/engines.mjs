// The two engines behind one interface: enter an exact interval, apply an operation, read the ends exactly.
import { compare, decimalText, fromDecimal, neg, scaled, size } from './number.mjs';

const names = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', sqrt: 'sqrt', exp: 'exp' };

/** Numbers of more bits are entered as doubles are: rounded outward. */
const LONG = 1200;

/** Decimal enclosures of so many digits; `Decimal` only carries exact numbers in. */
export function decimalEngine({ enclosures, Decimal }, digits) {
  const a = enclosures(digits);
  const exact = (x) => new Decimal(decimalText(x));
  return {
    name: 'decimal',
    base: 10,
    places: digits,
    arithmetic: a,
    /** Doubles go in through `of` when `rounded`, or when they are long; everything else exactly. */
    enter: ({ lo, hi, doubles }, rounded) => {
      if (doubles && (rounded || isLong(lo) || isLong(hi))) {
        return { lo: a.of(doubles[0]).lo, hi: a.of(doubles[1]).hi };
      }
      return { lo: exact(lo), hi: exact(hi) };
    },
    apply: (operation, operands) => a[names[operation]](...operands),
    ends: ({ lo, hi }) => [fromDecimal(lo), fromDecimal(hi)],
  };
}

function isLong({ n, t, f }) {
  return size({ n, t: 0, f: 0 }) + Math.abs(t) + Math.abs(f) > LONG;
}

/** Balls of so many bits. */
export function ballEngine({ balls }, bits) {
  const a = balls(bits);
  const ends = ({ mid, rad, exp }) => [scaled(2, mid - rad, exp), scaled(2, mid + rad, exp)];
  return {
    name: 'ball',
    base: 2,
    places: bits,
    arithmetic: a,
    /** Dyadic ends go in exactly, with the radius between them; others through `fromRational`. */
    enter: ({ lo, hi, doubles }, rounded) => {
      if (rounded && doubles && doubles[0] === doubles[1]) return a.of(doubles[0]);
      if (compare(lo, hi) === 0) return entered(a, lo);
      const low = ends(entered(a, lo))[0];
      const high = ends(entered(a, hi))[1];
      const exp = Math.min(low.t, high.t);
      const [L, H] = [low.n << BigInt(low.t - exp), high.n << BigInt(high.t - exp)];
      return { mid: L + H, rad: H - L, exp: exp - 1 };
    },
    apply: (operation, operands) => a[names[operation]](...operands),
    ends,
  };
}

function entered(a, { n, t, f }) {
  if (f >= 0) return { mid: n * 5n ** BigInt(f), rad: 0n, exp: t };
  const { mid, rad, exp } = a.fromRational({ num: n, den: 5n ** BigInt(-f) });
  return { mid, rad, exp: exp + t };
}

/** Whether two pairs of ends have no number in common. */
export function areDisjoint([lo, hi], [otherLo, otherHi]) {
  return compare(hi, otherLo) < 0 || compare(otherHi, lo) < 0;
}

export function textOf([lo, hi]) {
  const show = (x) =>
    size(x) < 400 ? `${x.n} * 2^${x.t} * 5^${x.f}` : `about +-2^${size(neg(x)).toFixed(0)}`;
  return `[${show(lo)}, ${show(hi)}]`;
}
