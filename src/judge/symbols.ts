import { type FormalVector, factorsOf, formalSpace, namedVector } from '#arithmetic/formal-space.ts';
import { indeterminate } from '#arithmetic/polynomial.ts';
import { asRationalFunction, type RationalFunction } from '#arithmetic/rational-function.ts';
import { type TidyTerm, tidyName } from '#arithmetic/tidy-term.ts';
import type { Bundle, Shape } from '#reference/fold.ts';

/** A bundle of symbols: indeterminates and named vectors. */
export type SymbolicBundle = Bundle<Shape, RationalFunction, FormalVector>;
/** The same bundle as text. */
export type TextBundle = Bundle<Shape, TidyTerm, TidyTerm>;

/** One symbol for each entry of a shape. */
export function symbolic(shape: Shape, nameOf: (entry: string) => string): SymbolicBundle {
  return mapShape(shape, (entry, kind) => {
    const name = nameOf(entry);
    return kind === 'scalar' ? asRationalFunction(indeterminate(name)) : namedVector(name);
  });
}

/** The names of the same symbols. */
export function named(shape: Shape, nameOf: (entry: string) => string): TextBundle {
  return mapShape(shape, (entry) => tidyName(nameOf(entry)));
}

function mapShape<T>(
  shape: Shape,
  make: (entry: string, kind: 'scalar' | 'vector') => T,
): { readonly [entry: string]: T } {
  return Object.fromEntries(Object.entries(shape).map(([entry, kind]) => [entry, make(entry, kind)]));
}

/** What some symbols are replaced by: numbers by rational functions, vectors by combinations. */
export interface Replacement {
  readonly scalars: ReadonlyMap<string, RationalFunction>;
  readonly vectors: ReadonlyMap<string, FormalVector>;
}

/** The replacement of a shape's symbols by the entries of a bundle. */
export function replacing(shape: Shape, nameOf: (entry: string) => string, by: SymbolicBundle): Replacement {
  const scalars = new Map<string, RationalFunction>();
  const vectors = new Map<string, FormalVector>();
  for (const [entry, kind] of Object.entries(shape)) {
    if (kind === 'scalar') scalars.set(nameOf(entry), by[entry] as RationalFunction);
    else vectors.set(nameOf(entry), by[entry] as FormalVector);
  }
  return { scalars, vectors };
}

/** Both replacements at once. */
export function together(a: Replacement, b: Replacement): Replacement {
  return {
    scalars: new Map([...a.scalars, ...b.scalars]),
    vectors: new Map([...a.vectors, ...b.vectors]),
  };
}

/** What a name stands for under a replacement; inner products are expanded bilinearly. */
export function replaced({ scalars, vectors }: Replacement, name: string): RationalFunction {
  const factors = factorsOf(name);
  if (factors === undefined) return scalars.get(name) ?? asRationalFunction(indeterminate(name));
  const [u, v] = factors.map((factor) => vectors.get(factor) ?? namedVector(factor));
  return formalSpace.dot(u!, v!);
}
