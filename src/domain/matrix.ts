import type { Layout } from './case.ts';
import type { Domain } from './domain.ts';
import { type Inputs, inputs, type Shaped } from './layout.ts';

/** Matrices (and lists and numbers) of all sizes from 1 on, small ones first; no two sizes need be equal. */
export function matrices<const L extends Layout>(
  name: string,
  layout: L,
  options: Partial<Inputs<L>> = {},
): Domain<Shaped<L>> {
  const names = [...new Set(Object.values(layout).flat())];
  // With four sizes, two values each are 16 shapes, n != m and dk != dv among them; three would be 81.
  const values = names.length > 2 ? [1, 2] : [1, 2, 3];
  return inputs({ name, layout, sizes: Object.fromEntries(names.map((size) => [size, values])), ...options });
}

/** Tokens x_1 ... x_n of one width, as rows. */
export const tokens: Domain<Shaped<{ readonly x: readonly ['n', 'd'] }>> = matrices(
  'n >= 1 tokens of every width, x in R^(n x d)',
  { x: ['n', 'd'] },
);

/** Queries, keys and values: n queries, m keys, key width dk, value width dv. */
export const attentionInputs: Domain<
  Shaped<{
    readonly q: readonly ['n', 'dk'];
    readonly k: readonly ['m', 'dk'];
    readonly v: readonly ['m', 'dv'];
  }>
> = matrices('all shapes, q in R^(n x dk), k in R^(m x dk), v in R^(m x dv)', {
  q: ['n', 'dk'],
  k: ['m', 'dk'],
  v: ['m', 'dv'],
});
