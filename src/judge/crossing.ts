import { balls } from '#arithmetic/ball.ts';
import { enclosures } from '#arithmetic/enclosure.ts';
import { binary64, next } from '#arithmetic/float-format.ts';
import { fraction, type Rational, rationals, toDouble } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import type { Univariate } from '#arithmetic/sturm.ts';
import type { FrameSide } from '#claim/statement.ts';
import { axisFrame } from '#domain/orthogonal.ts';
import type { SignChange } from './sign-change.ts';
import type { Budget } from './verdict.ts';

/** Neighbouring doubles with a sign change of a polynomial in u = e^(beta^2 / parts) between them. */
export interface Crossing {
  readonly below: number;
  readonly above: number;
}

/** First bits of the balls, doubled until a sign is certain: e^(beta^2) at a double differs from any algebraic number. */
const FIRST_BITS = 128;

/** Relative distance from the guess at which bisection starts: 16 units in the last place or more, of 3 expected. */
const GUESS_ERROR = 2 ** -48;

/**
 * The neighbouring doubles beta around a sign change in u, by bisection on certified signs.
 *
 * @param p in u, with a sign change at u > 1
 * @returns the signs at both are opposite if those at the two starting points are, which is for the caller to see
 */
export function crossingAt(p: Univariate, { lo, before }: SignChange, parts: number): Crossing {
  const guess = Math.sqrt(parts * Math.log1p(toDouble(rationals.sub(lo, fraction(1n)))));
  let [below, above] = [guess * (1 - GUESS_ERROR), guess * (1 + GUESS_ERROR)];
  while (next(binary64, below) < above) {
    const middle = below + (above - below) / 2;
    if (signAtBeta(p, middle, parts) === before) below = middle;
    else above = middle;
  }
  return { below, above };
}

/** The certified sign of a polynomial in u = e^(beta^2 / parts) at a double beta > 0; no such u is a root. */
export function signAtBeta(p: Univariate, beta: number, parts: number): -1 | 1 {
  for (let bits = FIRST_BITS; ; bits *= 2) {
    const a = balls(bits);
    const u = a.exp(a.div(a.mul(a.of(beta), a.of(beta)), a.of(parts)));
    const value = p.reduceRight((total, c) => a.add(a.mul(total, u), a.fromRational(c)), a.of(0));
    const order = a.compare(value, a.of(0));
    if (order === 'less' || order === 'greater') return order === 'less' ? -1 : 1;
  }
}

/** An enclosure as decimals, and its order against a fraction. */
export interface EnclosedEntry {
  readonly lo: string;
  readonly hi: string;
  readonly digits: number;
  readonly order: 'less' | 'greater';
}

/**
 * An entry of a quantity at a double beta, on coordinates and independent of any normal form, enclosed in decimals
 * until it is on one side of a bound.
 *
 * @returns undefined when `mostDigits` do not separate them
 */
export function enclosedAt(
  vectors: number,
  quantity: FrameSide,
  budget: Budget,
): (beta: number, entry: number, bound: Rational) => EnclosedEntry | undefined {
  const known = new Map<string, ReturnType<typeof entriesAt>>();
  return (beta, entry, bound) => {
    for (let { digits } = budget; digits <= budget.mostDigits; digits *= 2) {
      const key = `${digits} ${beta}`;
      const at = known.get(key) ?? entriesAt(vectors, quantity, beta, digits);
      known.set(key, at);
      const found = at(entry, bound);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function entriesAt(
  vectors: number,
  quantity: FrameSide,
  beta: number,
  digits: number,
): (entry: number, bound: Rational) => EnclosedEntry | undefined {
  const a = enclosures(digits);
  const entries = quantity(coordinates(a, vectors), axisFrame(a, a.of(beta), vectors));
  return (entry, bound) => {
    const order = a.compare(entries[entry]!, a.fromRational(bound));
    const { lo, hi } = entries[entry]!;
    if (order !== 'less' && order !== 'greater') return undefined;
    return { lo: lo.toString(), hi: hi.toString(), digits, order };
  };
}
