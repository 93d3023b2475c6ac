import { indeterminate } from './polynomial.ts';
import {
  asRationalFunction,
  isZeroRationalFunction,
  type RationalFunction,
  rationalFunctions,
} from './rational-function.ts';
import type { Field } from './ring.ts';
import type { Space } from './space.ts';

/** A formal combination of named vectors. */
export type FormalVector = ReadonlyMap<string, RationalFunction>;

/** The vector that is one name. */
export function namedVector(name: string): FormalVector {
  return new Map([[name, rationalFunctions.of(1)]]);
}

/** The inner product of two named vectors, as an indeterminate; the same whichever comes first. */
export function innerProductName(u: string, v: string): string {
  return u < v ? `dot(${u},${v})` : `dot(${v},${u})`;
}

/** The two vectors of an inner product's name, or undefined when the name is not one. */
export function factorsOf(name: string): readonly [string, string] | undefined {
  const match = /^dot\(([^,]+),([^,]+)\)$/.exec(name);
  return match === null ? undefined : [match[1]!, match[2]!];
}

/**
 * The space of formal vectors, of which nothing is known but that the inner product is symmetric and bilinear.
 *
 * Every space of coordinate vectors is an image of it, so an identity that holds here holds for every width.
 */
export const formalSpace: Space<RationalFunction, FormalVector, Field<RationalFunction>> = {
  scalars: rationalFunctions,
  zero: new Map(),
  add: (u, v) => {
    const total = new Map(u);
    for (const [name, c] of v)
      total.set(name, rationalFunctions.add(total.get(name) ?? rationalFunctions.of(0), c));
    return nonZero(total);
  },
  scale: (c, v) => nonZero(new Map([...v].map(([name, d]) => [name, rationalFunctions.mul(c, d)]))),
  dot: (u, v) => {
    let total = rationalFunctions.of(0);
    for (const [left, c] of u) {
      for (const [right, d] of v) {
        const product = asRationalFunction(indeterminate(innerProductName(left, right)));
        total = rationalFunctions.add(total, rationalFunctions.mul(rationalFunctions.mul(c, d), product));
      }
    }
    return total;
  },
};

function nonZero(v: FormalVector): FormalVector {
  return new Map([...v].filter(([, c]) => !isZeroRationalFunction(c)));
}
