import type { Analytic, Field } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import { matrices } from '#domain/matrix.ts';
import { aligned, alignedSizes, attention, tame } from '#law/attention-cases.ts';
import { type Law, relation, type System } from '#law/law.ts';
import type { Matrix } from '#reference/linear-attention.ts';
import { innerProducts } from '#reference/norm.ts';

const threeKeys = matrices('q in R^(n x dk), k in R^(m x dk), v in R^(m x dv)', attention, {
  sizes: { n: [1, 2], m: [1, 2, 3], dk: [1, 2], dv: [1, 2] },
});

/** Part of the keys seen by one query: the sum of its exponentials and the attention to it alone. */
interface Tile<N> {
  readonly mass: N;
  readonly y: readonly N[];
}

/** Laws of softmax attention over keys that come one after the other. */
export const streamingLaws: readonly Law[] = [
  {
    id: 'a-streaming-equals-batch',
    system: 'softmax-attention',
    says: 'Y is what the online recurrence of (shift, mass, sum) gives, and what any split merges to, in any order',
    parts: [
      relation({
        domain: threeKeys,
        left: (_a, s, { q, k, v }) => s.softmaxAttention(q, k, v).flat(),
        relation: '=',
        right: (a, _s, { q, k, v }) => scores(a, q, k).flatMap((row) => online(a, row, v)),
        inFloats: 'within bound',
      }),
      relation({
        domain: threeKeys,
        left: (_a, s, { q, k, v }) =>
          k.flatMap(() => [...s.softmaxAttention(q, k, v), ...s.softmaxAttention(q, k, v)]).flat(),
        relation: '=',
        right: (a, s, { q, k, v }) =>
          k.flatMap((_, cut) => {
            const ends = cut === 0 ? [0, k.length] : [0, cut, k.length];
            const parts = tiles(a, s, q, k, v, ends);
            return [parts, parts.map((row) => row.toReversed())].flatMap((each) =>
              each.flatMap((row) => row.reduce((x, y) => merged(a, x, y)).y),
            );
          }),
        inFloats: 'within bound',
      }),
      relation({
        domain: matrices('q in R^(1 x dk), k in R^(m x dk), v in R^(m x dv), m >= 3', attention, {
          sizes: { n: [1], m: [3, 4], dk: [1, 2], dv: [1] },
        }),
        left: (_a, s, { q, k, v }) => [...s.softmaxAttention(q, k, v), ...s.softmaxAttention(q, k, v)].flat(),
        relation: '=',
        right: (a, s, { q, k, v }) => {
          const [x, y, z] = tiles(a, s, q, k, v, [0, 1, 2, k.length])[0]!;
          return [...merged(a, merged(a, x!, y!), z!).y, ...merged(a, x!, merged(a, y!, z!)).y];
        },
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-tile-size-invariance',
    system: 'softmax-attention',
    says: 'tiles of any number of keys, the last one shorter, merge to Y',
    parts: [
      relation({
        domain: threeKeys,
        left: (_a, s, { q, k, v }) => k.flatMap(() => s.softmaxAttention(q, k, v)).flat(),
        relation: '=',
        right: (a, s, { q, k, v }) =>
          k.flatMap((_, i) => {
            const ends = [...k.map((__, j) => j).filter((j) => j % (i + 1) === 0), k.length];
            return tiles(a, s, q, k, v, ends).flatMap((row) => row.reduce((x, y) => merged(a, x, y)).y);
          }),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-causal-prefix-consistency',
    system: 'softmax-attention',
    says: 'causal rows 1 ... t do not depend on later tokens; the last is that without a mask; the first is v_1',
    parts: [
      relation({
        domain: matrices('q, k, v with T rows', aligned, { ...tame, sizes: alignedSizes }),
        left: (_a, s, { q, k, v }) => {
          const y = s.softmaxAttention(q, k, v, { causal: true });
          return [...q.flatMap((_, t) => y.slice(0, t + 1)), y.at(-1)!].flat();
        },
        relation: '=',
        right: (_a, s, { q, k, v }) => [
          ...q
            .flatMap((_, t) => {
              const [head, keys, values] = [q, k, v].map((rows) => rows.slice(0, t + 1));
              return s.softmaxAttention(head!, keys!, values!, { causal: true });
            })
            .flat(),
          ...s.softmaxAttention(q, k, v).at(-1)!,
        ],
        inFloats: 'bitwise',
      }),
      relation({
        domain: matrices('q, k, v with T rows', aligned, { ...tame, sizes: alignedSizes }),
        left: (_a, s, { q, k, v }) => s.softmaxAttention(q, k, v, { causal: true })[0]!,
        relation: '=',
        right: (_a, _s, { v }) => v[0]!,
        inFloats: 'bitwise',
      }),
    ],
  },
];

function scores<N>(a: Analytic<N>, q: Matrix<N>, k: Matrix<N>): N[][] {
  return innerProducts(coordinates(a, k[0]!.length), q, k);
}

/** Attention of one query over keys in turn: the latest score is the shift, and what was summed is rescaled to it. */
function online<N>(a: Analytic<N>, row: readonly N[], v: Matrix<N>): N[] {
  let mass = a.of(1);
  let total = [...v[0]!];
  row.slice(1).forEach((score, j) => {
    const rescale = a.exp(a.sub(row[j]!, score));
    mass = a.add(a.mul(mass, rescale), a.of(1));
    total = total.map((entry, c) => a.add(a.mul(entry, rescale), v[j + 1]![c]!));
  });
  return total.map((entry) => a.div(entry, mass));
}

/** For each query the keys from each end to the next, as tiles. */
function tiles<N>(
  a: Analytic<N>,
  s: System<N>,
  q: Matrix<N>,
  k: Matrix<N>,
  v: Matrix<N>,
  ends: readonly number[],
): Tile<N>[][] {
  return scores(a, q, k).map((row, i) =>
    ends.slice(1).map((end, place) => {
      const start = ends[place]!;
      return {
        mass: sum(a, row.slice(start, end).map(a.exp)),
        y: s.softmaxAttention([q[i]!], k.slice(start, end), v.slice(start, end))[0]!,
      };
    }),
  );
}

function merged<N>(f: Field<N>, x: Tile<N>, y: Tile<N>): Tile<N> {
  const mass = f.add(x.mass, y.mass);
  return {
    mass,
    y: x.y.map((entry, c) => f.div(f.add(f.mul(x.mass, entry), f.mul(y.mass, y.y[c]!)), mass)),
  };
}
