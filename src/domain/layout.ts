import fc, { type Arbitrary } from 'fast-check';
import type { Case, Layout } from './case.ts';
import type { Conditions, Domain } from './domain.ts';
import { type Grading, gradedNumbers, ordinaryGrading } from './graded.ts';
import { type Grain, realNumber } from './grain.ts';

/** The cases of a layout. */
export type Shaped<L extends Layout> = {
  readonly [K in keyof L]: L[K] extends readonly []
    ? number
    : L[K] extends readonly [string]
      ? readonly number[]
      : readonly (readonly number[])[];
};

/** Values of sizes by name. */
export type SizeValues = ReadonlyMap<string, number>;

/** What the cases of a layout are. */
export interface Inputs<L extends Layout> {
  readonly name: string;
  readonly layout: L;
  /** The values of each size among the small and the random cases. */
  readonly sizes: Readonly<Record<string, readonly number[]>>;
  /** Whether a size may take a value at all; absent means any from its least listed value on. */
  readonly allows?: (size: string, value: number) => boolean;
  /** The random numbers of a grain; absent means all reals. */
  readonly numbers?: (grain: Grain) => Arbitrary<number>;
  /** Numbers of the graded cases, when not those of the ordinary alphabet. */
  readonly alphabet?: readonly number[];
  /** Whether a number belongs to the domain; absent means every finite double does. */
  readonly admits?: (value: number) => boolean;
  /** What `admits` asks, when it is more than that a double is finite. */
  readonly conditions?: Conditions<Shaped<L>>;
}

/**
 * The domain of all cases of a layout.
 *
 * Graded cases come with the fewest numbers first, then by the sizes in the order in which the layout names them,
 * then by the ranks of the numbers in the order of the layout.
 */
export function inputs<const L extends Layout>(given: Inputs<L>): Domain<Shaped<L>> {
  const { name, layout, sizes, numbers = realNumber, admits = Number.isFinite } = given;
  const allows = given.allows ?? ((size, value) => value >= Math.min(...sizes[size]!));
  const shapes = shapesOf(layout, sizes);
  const build = (shape: SizeValues, values: readonly number[]): Shaped<L> =>
    shaped(layout, shape, values) as Shaped<L>;
  return {
    name,
    layout,
    ...conditionsOf(given),
    *graded(grading: Partial<Grading> = {}) {
      const ordinary = { ...ordinaryGrading, ...(given.alphabet && { alphabet: given.alphabet }) };
      const { cases, alphabet } = { ...ordinary, ...grading };
      const share = { alphabet: alphabet.filter(admits), cases: Math.floor(cases / shapes.length) };
      for (const shape of shapes) {
        for (const values of gradedNumbers(countNumbers(layout, shape), share)) yield build(shape, values);
      }
    },
    arbitrary: (grain) =>
      fc.constantFrom(...shapes).chain((shape) => {
        const length = countNumbers(layout, shape);
        const values = fc.array(numbers(grain), { minLength: length, maxLength: length });
        return values.map((drawn) => build(shape, drawn));
      }),
    includes: (c) => {
      const shape = sizesOf(layout, c);
      if (shape === undefined || ![...shape].every(([size, value]) => allows(size, value))) return false;
      return flat(c).every(admits);
    },
  };
}

/**
 * The sizes of a case of a layout.
 *
 * @returns undefined when the case has other inputs, rows of different lengths, or two values for one size; a size
 *   that no row of the case shows is absent
 */
export function sizesOf(layout: Layout, c: Case): SizeValues | undefined {
  if (Object.keys(layout).join() !== Object.keys(c).join()) return undefined;
  const found = new Map<string, number>();
  const agrees = (value: Case[string], axes: readonly string[]): boolean => {
    if (typeof value === 'number') return axes.length === 0;
    const [size, ...rest] = axes;
    if (size === undefined || (found.get(size) ?? value.length) !== value.length) return false;
    found.set(size, value.length);
    return value.every((entry) => agrees(entry, rest));
  };
  return Object.entries(layout).every(([name, axes]) => agrees(c[name]!, axes)) ? found : undefined;
}

/** The cases of a domain that satisfy a condition. */
export interface Restriction<C extends Case> {
  readonly name: string;
  readonly where: (c: C) => boolean;
  /** What `where` asks of the numbers of a case, for who states it in another language. */
  readonly conditions?: Conditions<C>;
  /** Takes a random case of the wider domain into the narrower one, where a random one is seldom in it. */
  readonly into?: (c: C) => C;
}

/** A narrower domain; random cases that are not in it are left to the search to drop. */
export function restricted<C extends Case>(
  domain: Domain<C>,
  { name, where, conditions, into }: Restriction<C>,
): Domain<C> {
  return {
    ...domain,
    name,
    conditions: bothOf(domain.conditions, conditions),
    *graded(grading) {
      for (const c of domain.graded(grading)) if (where(c)) yield c;
    },
    arbitrary: (grain) => (into ? domain.arbitrary(grain).map(into) : domain.arbitrary(grain)),
    includes: (c) => domain.includes(c) && where(c),
  };
}

/** What is asked of the numbers of cases beyond that each is a finite double. */
function conditionsOf<L extends Layout>({
  conditions,
  admits,
}: Inputs<L>): Pick<Domain<Shaped<L>>, 'conditions'> {
  if (conditions !== undefined) return { conditions };
  return admits === undefined ? {} : { conditions: 'untold' };
}

function bothOf<C extends Case>(
  wider: Domain<C>['conditions'],
  more: Conditions<C> | undefined,
): Conditions<C> | 'untold' {
  if (more === undefined || wider === 'untold') return 'untold';
  return wider === undefined ? more : (a, c) => [...wider(a, c), ...more(a, c)];
}

/** How many numbers a case has. */
export function countNumbers(layout: Layout, shape: SizeValues): number {
  return Object.values(layout).reduce(
    (total, axes) => total + axes.reduce((product, size) => product * shape.get(size)!, 1),
    0,
  );
}

/** The numbers of a case in order. */
export function flat(c: Case): number[] {
  return Object.values(c).flatMap((value) => (typeof value === 'number' ? [value] : value.flat()));
}

function shapesOf(layout: Layout, sizes: Inputs<Layout>['sizes']): SizeValues[] {
  const names = [...new Set(Object.values(layout).flat())];
  const start: SizeValues[] = [new Map()];
  const all = names.reduce(
    (shapes, name) =>
      shapes.flatMap((shape) => sizes[name]!.map((value): SizeValues => new Map([...shape, [name, value]]))),
    start,
  );
  // The sort is stable, so shapes with as many numbers stay in the order of their sizes.
  return all.sort((a, b) => countNumbers(layout, a) - countNumbers(layout, b));
}

function shaped(layout: Layout, shape: SizeValues, values: readonly number[]): Case {
  let used = 0;
  const fill = (axes: readonly string[]): Case[string] => {
    const [size, ...rest] = axes;
    if (size === undefined) return values[used++]!;
    return Array.from({ length: shape.get(size)! }, () => fill(rest)) as Case[string];
  };
  return Object.fromEntries(Object.entries(layout).map(([name, axes]) => [name, fill(axes)]));
}
