import { type Exact, exact, type Fraction, fraction, root } from './recheck-number.ts';
import type { Names, Point } from './recheck-value.ts';

/** A source of integers from 0 to below - 1. */
export type Draw = (below: number) => number;

/** A point with a value for each name; roots of integers have their own. */
export function drawPoint({ numbers, vectors, roots }: Names, draw: Draw): Point {
  const number = (): Fraction => signed(draw, roots);
  const width = 1 + draw(4);
  return {
    numbers: new Map([...numbers].map((name) => [name, rootNamed(name) ?? exact(number())])),
    vectors: new Map(
      [...vectors].map((name) => [name, Array.from({ length: width }, () => exact(number()))]),
    ),
    width,
  };
}

/** A positive fraction: short ones where a number under a root must be factored, long ones elsewhere. */
export function positive(draw: Draw, short: boolean): Fraction {
  return short
    ? fraction(BigInt(1 + draw(60)), BigInt(1 + draw(6)))
    : fraction(BigInt(1 + draw(2 ** 30)), BigInt(1 + draw(2 ** 8)));
}

function signed(draw: Draw, short: boolean): Fraction {
  const { over, under } = positive(draw, short);
  return draw(2) === 0 ? { over, under } : { over: -over, under };
}

/** The root that a name such as `sqrt2` says, undefined for any other name. */
export function rootNamed(name: string): Exact | undefined {
  const match = /^sqrt(\d+)$/.exec(name);
  return match === null ? undefined : root(exact(fraction(BigInt(match[1]!))));
}

/** Integers by a 32-bit mixing of a counter; every seed gives its own sequence. */
export function drawing(seed: number): Draw {
  let counter = seed | 0;
  return (below) => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}
