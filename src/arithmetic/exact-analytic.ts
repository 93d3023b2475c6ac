import { floorRoot } from './integer.ts';
import { formatRational, fraction, type Rational, rationals, sign } from './rational.ts';
import type { Analytic } from './ring.ts';

/** Thrown where a value is real but no fraction is known for it; one object, so that it is told apart and cheap. */
const notAFraction: Error = new Error(
  'exactAnalytic: value must be a fraction, got an exponential or a root',
);

/** Exact fractions with those exponentials and roots that are fractions: e^0, and roots of squares. */
const exactAnalytic: Analytic<Rational> = {
  ...rationals,
  exp: (a) => {
    // e^q is transcendental for every other fraction q.
    if (a.num !== 0n) throw notAFraction;
    return fraction(1n);
  },
  sqrt: (a) => {
    if (sign(a) < 0)
      throw new RangeError(`exactAnalytic.sqrt: argument must be non-negative, got ${formatRational(a)}`);
    const num = rootOfSquare(a.num);
    const den = rootOfSquare(a.den);
    if (num === undefined || den === undefined) throw notAFraction;
    return fraction(num, den);
  },
};

/** The result of an evaluation in exact fractions, or undefined when it meets an exponential or a root that is none. */
export function fractionsOnly<T>(evaluate: (a: Analytic<Rational>) => T): T | undefined {
  try {
    return evaluate(exactAnalytic);
  } catch (error) {
    if (error === notAFraction) return undefined;
    throw error;
  }
}

function rootOfSquare(n: bigint): bigint | undefined {
  const root = n === 0n ? n : floorRoot(n);
  return root * root === n ? root : undefined;
}
