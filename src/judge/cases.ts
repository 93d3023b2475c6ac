import type { Analytic, Field } from '#arithmetic/ring.ts';
import { coordinates } from '#arithmetic/space.ts';
import { type ForAllBeta, type ForAllCases, type ForAllLengths, forAllCases } from '#claim/statement.ts';
import { betas } from '#domain/beta.ts';
import type { Case, Lifted } from '#domain/case.ts';
import { axisFrame } from '#domain/orthogonal.ts';
import { sequences } from '#domain/sequence.ts';
import { type Bundle, type Fold, runFold, type Shape } from '#reference/fold.ts';
import { logistic } from '#reference/rnn.ts';

/** Any fold over its own bundles: what the fold takes is made from the shapes it names. */
type AnyFold = Fold<Shape, Shape, Shape>;

/** Any value of a lifted case. */
type Entry<N> = N | readonly N[] | readonly (readonly N[])[];

/** The same statement as one about cases, where counterexamples are searched. */
export function asCases(statement: ForAllCases | ForAllLengths | ForAllBeta): ForAllCases {
  if (statement.kind === 'cases') return statement;
  return statement.kind === 'lengths' ? overSequences(statement) : overBeta(statement);
}

/**
 * The entries of both sides in one arithmetic, before the readout.
 *
 * @throws TypeError when one side has more entries than the other
 */
export function sidesAt<N>(
  statement: ForAllCases,
  a: Analytic<N>,
  c: Lifted<Case, N>,
): { readonly left: readonly N[]; readonly right: readonly N[] } {
  const left = statement.left(a, c);
  const right = statement.right(a, c);
  if (left.length === right.length) return { left, right };
  // Not a RangeError: those say that a side means nothing at this case.
  throw new TypeError(`sides: both must have as many entries, got ${left.length} and ${right.length}`);
}

/** What the reader sees of an entry. */
export function readOut<N>({ readout }: ForAllCases, a: Analytic<N>, entry: N): N {
  return readout === 'logistic' ? logistic(a, entry) : entry;
}

function overSequences({ params, item, first, every, left, right, readout }: ForAllLengths): ForAllCases {
  const side =
    (fold: AnyFold) =>
    <N>(a: Analytic<N>, c: Lifted<Case, N>): readonly N[] => [foldAt(fold, a, params, item, c)];
  return forAllCases({
    domain: sequences({ params, item, first, every }) as unknown as ForAllCases['domain'],
    left: side(left),
    relation: '=',
    right: side(right),
    readout,
  });
}

/** A fold on the coordinates of a case; the width is that of its vectors. */
function foldAt<N>(fold: AnyFold, a: Field<N>, params: Shape, item: Shape, c: Lifted<Case, N>): N {
  const entries = c as Readonly<Record<string, Entry<N>>>;
  const listOf = (name: string): readonly Entry<N>[] => entries[name] as readonly Entry<N>[];
  const names = Object.keys(item);
  const length = listOf(names[0]!).length;
  const bundle = (shape: Shape, of: (name: string) => Entry<N>): Bundle<Shape, N, readonly N[]> =>
    Object.fromEntries(Object.keys(shape).map((name) => [name, of(name)])) as Bundle<Shape, N, readonly N[]>;
  const items = Array.from({ length }, (_, i) => bundle(item, (name) => listOf(name)[i]!));
  const vectors = [
    ...Object.keys(params).flatMap((name) => (params[name] === 'vector' ? [listOf(name)] : [])),
    ...names.flatMap((name) => (item[name] === 'vector' ? (listOf(name) as readonly (readonly N[])[]) : [])),
  ];
  return runFold(
    fold,
    coordinates(a, vectors[0]?.length ?? 0),
    bundle(params, (name) => entries[name]!),
    items,
  );
}

function overBeta({ vectors, zeroIncluded, left, relation, right }: ForAllBeta): ForAllCases {
  const side =
    (quantity: ForAllBeta['left']) =>
    <N>(a: Analytic<N>, { beta }: Lifted<{ beta: number }, N>): readonly N[] =>
      quantity(coordinates(a, vectors), axisFrame(a, beta, vectors));
  return forAllCases({ domain: betas(zeroIncluded), left: side(left), relation, right: side(right) });
}
