/**
 * One exact input: named numbers, vectors and matrices of doubles, i.e. of exact dyadic rationals.
 * Created once, then lifted without loss into every arithmetic.
 */
export type Case = { readonly [name: string]: number | readonly number[] | readonly (readonly number[])[] };

/** The sizes of each input by name: none for a number, ['T'] for a list, ['n', 'dk'] for a matrix by rows. */
export type Layout = Readonly<Record<string, readonly [] | readonly [string] | readonly [string, string]>>;

/** A case whose numbers are those of another arithmetic. */
export type Lifted<C, N> = C extends number ? N : { readonly [K in keyof C]: Lifted<C[K], N> };

/**
 * The case with every number replaced, keeping its shape.
 *
 * @param enter receives each double and its name: `h0`, `x2` (second entry of x), `k1_2` (row 1, column 2)
 */
export function lift<C extends Case, N>(c: C, enter: (value: number, name: string) => N): Lifted<C, N> {
  const entries = Object.entries(c).map(([name, value]) => [name, liftValue(value, name, enter)]);
  return Object.fromEntries(entries) as Lifted<C, N>;
}

type Nested<N> = N | readonly Nested<N>[];

function liftValue<N>(
  value: Nested<number>,
  name: string,
  enter: (value: number, name: string) => N,
): Nested<N> {
  if (typeof value === 'number') return enter(value, name);
  const separator = /\d$/.test(name) ? '_' : '';
  return value.map((entry, i) => liftValue(entry, `${name}${separator}${i + 1}`, enter));
}

/** The numbers of a case by name, in order. */
export function numbersOf(c: Case): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  lift(c, (value, name) => numbers.set(name, value));
  return numbers;
}
