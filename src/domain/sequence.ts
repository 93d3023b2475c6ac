import type { Shape } from '#reference/fold.ts';
import type { Layout } from './case.ts';
import type { Domain } from './domain.ts';
import { inputs } from './layout.ts';

/** The inputs of a fold as a case: a number or a vector for each parameter, a list of them for each entry of an item. */
export type SequenceCase<P extends Shape, X extends Shape> = {
  readonly [K in keyof P]: P[K] extends 'scalar' ? number : readonly number[];
} & {
  readonly [K in keyof X]: X[K] extends 'scalar' ? readonly number[] : readonly (readonly number[])[];
};

/** Which sequences. */
export interface Sequences<P extends Shape, X extends Shape> {
  readonly params: P;
  readonly item: X;
  /** Lengths are T = first + k * every, k >= 0. */
  readonly first: number;
  readonly every: number;
  readonly name?: string;
}

/** Lengths tried: the first and three more; a step that is wrong shows in the first that takes it. */
const LENGTHS = 4;
const WIDTHS: readonly number[] = [1, 2, 3];

/** Sequences of every length T = first + k * every with vectors of every width d >= 1, all of one width. */
export function sequences<const P extends Shape, const X extends Shape>({
  params,
  item,
  first,
  every,
  name = describe(params, item, first, every),
}: Sequences<P, X>): Domain<SequenceCase<P, X>> {
  const layout: Record<string, Layout[string]> = {};
  for (const [entry, kind] of Object.entries(params)) layout[entry] = kind === 'vector' ? ['d'] : [];
  for (const [entry, kind] of Object.entries(item)) layout[entry] = kind === 'vector' ? ['T', 'd'] : ['T'];
  const domain = inputs({
    name,
    layout,
    sizes: { T: Array.from({ length: LENGTHS }, (_, k) => first + k * every), d: WIDTHS },
    allows: (size, value) => (size === 'd' ? value >= 1 : value >= first && (value - first) % every === 0),
  });
  return domain as unknown as Domain<SequenceCase<P, X>>;
}

function describe(params: Shape, item: Shape, first: number, every: number): string {
  const lengths =
    every === 1
      ? `T >= ${first}`
      : every === 2
        ? `${first % 2 === 0 ? 'even' : 'odd'} T >= ${first}`
        : `T = ${first} + ${every} k`;
  return [
    lengths,
    ...Object.entries(item).map(([name, kind]) => `${name} in ${kind === 'vector' ? 'R^(T x d)' : 'R^T'}`),
    ...Object.entries(params).map(([name, kind]) => `${name} in ${kind === 'vector' ? 'R^d' : 'R'}`),
  ].join(', ');
}
