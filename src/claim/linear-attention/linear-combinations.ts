import type { Field } from '#arithmetic/ring.ts';
import type { Space } from '#arithmetic/space.ts';
import { type ForAllLengths, forAllLengths } from '#claim/statement.ts';
import { sums, total } from './folds.ts';

/** For every number of tokens from one on. */
const everyLength = { first: 1, every: 1, readout: 'identity' } as const;

/** a y + b z, the combination that a linear map must respect. */
function combine<N, V>(
  { scalars }: Space<N, V, Field<N>>,
  { y, z }: { readonly y: N; readonly z: N },
  { a, b }: { readonly a: N; readonly b: N },
): N {
  return scalars.add(scalars.mul(a, y), scalars.mul(b, z));
}

const inQueries = {
  params: { q: 'vector', p: 'vector', a: 'scalar', b: 'scalar' },
  item: { k: 'vector', v: 'scalar' },
} as const;

/** sum_j <a q + b p, k_j> v_j = a sum_j <q, k_j> v_j + b sum_j <p, k_j> v_j. */
export const linearInQueries: ForAllLengths = forAllLengths({
  ...inQueries,
  ...everyLength,
  left: total(inQueries, (space, { q, p, a, b }, { k, v }) =>
    space.scalars.mul(space.dot(space.add(space.scale(a, q), space.scale(b, p)), k), v),
  ),
  right: sums(
    inQueries,
    {
      y: (space, { q }, { k, v }) => space.scalars.mul(space.dot(q, k), v),
      z: (space, { p }, { k, v }) => space.scalars.mul(space.dot(p, k), v),
    },
    combine,
  ),
});

const inKeys = {
  params: { q: 'vector', a: 'scalar', b: 'scalar' },
  item: { k: 'vector', h: 'vector', v: 'scalar' },
} as const;

/** sum_j <q, a k_j + b h_j> v_j = a sum_j <q, k_j> v_j + b sum_j <q, h_j> v_j. */
export const linearInKeys: ForAllLengths = forAllLengths({
  ...inKeys,
  ...everyLength,
  left: total(inKeys, (space, { q, a, b }, { k, h, v }) =>
    space.scalars.mul(space.dot(q, space.add(space.scale(a, k), space.scale(b, h))), v),
  ),
  right: sums(
    inKeys,
    {
      y: (space, { q }, { k, v }) => space.scalars.mul(space.dot(q, k), v),
      z: (space, { q }, { h, v }) => space.scalars.mul(space.dot(q, h), v),
    },
    combine,
  ),
});

const inValues = {
  params: { q: 'vector', a: 'scalar', b: 'scalar' },
  item: { k: 'vector', v: 'scalar', u: 'scalar' },
} as const;

/** sum_j <q, k_j> (a v_j + b u_j) = a sum_j <q, k_j> v_j + b sum_j <q, k_j> u_j. */
export const linearInValues: ForAllLengths = forAllLengths({
  ...inValues,
  ...everyLength,
  left: total(inValues, (space, { q, a, b }, { k, v, u }) =>
    space.scalars.mul(space.dot(q, k), space.scalars.add(space.scalars.mul(a, v), space.scalars.mul(b, u))),
  ),
  right: sums(
    inValues,
    {
      y: (space, { q }, { k, v }) => space.scalars.mul(space.dot(q, k), v),
      z: (space, { q }, { k, u }) => space.scalars.mul(space.dot(q, k), u),
    },
    combine,
  ),
});

const inWeightedValues = {
  params: { a: 'scalar', b: 'scalar' },
  item: { w: 'scalar', v: 'scalar', u: 'scalar' },
} as const;

/** Softmax attention with w_j = e^<q, k_j>: sum_j w_j (a v_j + b u_j) / sum_l w_l is the same combination of outputs. */
export const softmaxLinearInValues: ForAllLengths = forAllLengths({
  ...inWeightedValues,
  ...everyLength,
  left: sums(
    inWeightedValues,
    {
      y: ({ scalars }, { a, b }, { w, v, u }) =>
        scalars.mul(w, scalars.add(scalars.mul(a, v), scalars.mul(b, u))),
      z: (_space, _params, { w }) => w,
    },
    ({ scalars }, { y, z }) => scalars.div(y, z),
  ),
  right: sums(
    inWeightedValues,
    {
      y: ({ scalars }, _params, { w, v }) => scalars.mul(w, v),
      x: ({ scalars }, _params, { w, u }) => scalars.mul(w, u),
      z: (_space, _params, { w }) => w,
    },
    (space, { y, x, z }, params) =>
      combine(space, { y: space.scalars.div(y, z), z: space.scalars.div(x, z) }, params),
  ),
});

const inPlainValues = {
  params: { a: 'scalar', b: 'scalar' },
  item: { v: 'scalar', u: 'scalar' },
} as const;

/** sum_l (a v_l + b u_l) = a sum_l v_l + b sum_l u_l: line 77 as it stands. */
export const sumLinearInValues: ForAllLengths = forAllLengths({
  ...inPlainValues,
  ...everyLength,
  left: total(inPlainValues, ({ scalars }, { a, b }, { v, u }) =>
    scalars.add(scalars.mul(a, v), scalars.mul(b, u)),
  ),
  right: sums(inPlainValues, { y: (_space, _params, { v }) => v, z: (_space, _params, { u }) => u }, combine),
});
