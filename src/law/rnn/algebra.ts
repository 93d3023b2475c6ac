import { sum } from '#arithmetic/space.ts';
import { inputs } from '#domain/layout.ts';
import { type Law, relation } from '#law/law.ts';
import { alternate } from '#law/matrix.ts';

const sizes = { T: [0, 1, 2, 3, 4], U: [0, 1, 2] };
const one = inputs({ name: 'T >= 0, x in R^T, h0 in R', layout: { h0: [], x: ['T'] }, sizes });
const two = inputs({
  name: 'x in R^T, z in R^U, h0 in R',
  layout: { h0: [], x: ['T'], z: ['U'] },
  sizes: { ...sizes, T: [0, 1, 2, 3] },
});
const paired = inputs({
  name: 'x, z in R^T, h0, g0, f, g in R',
  layout: { h0: [], g0: [], f: [], g: [], x: ['T'], z: ['T'] },
  sizes,
});

/** A segment of inputs as the affine map h -> sign h + shift that it does to the state. */
interface Segment<N> {
  readonly length: number;
  readonly shift: N;
}

/** Laws of the recurrence as a linear map of its inputs, split and joined. */
export const algebraLaws: readonly Law[] = [
  {
    id: 'r-linearity',
    system: 'rnn',
    says: 'H(f x + g z; f h0 + g g0) = f H(x; h0) + g H(z; g0)',
    parts: [
      relation({
        domain: paired,
        left: (a, s, { h0, g0, f, g, x, z }) => [
          s.alternatingSum(
            x.map((entry, t) => a.add(a.mul(f, entry), a.mul(g, z[t]!))),
            a.add(a.mul(f, h0), a.mul(g, g0)),
          ),
        ],
        relation: '=',
        right: (a, s, { h0, g0, f, g, x, z }) => [
          a.add(a.mul(f, s.alternatingSum(x, h0)), a.mul(g, s.alternatingSum(z, g0))),
        ],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'r-signed-summation',
    system: 'rnn',
    says: 'H(x; h0) = (-1)^T (h0 - x_1 + x_2 - ...), summed from left to right',
    parts: [
      relation({
        domain: one,
        left: (_a, s, { h0, x }) => [s.alternatingSum(x, h0)],
        relation: '=',
        right: (a, _s, { h0, x }) => [
          alternate(a, x.length, sum(a, [h0, ...x.map((entry, t) => alternate(a, t + 1, entry))])),
        ],
        inFloats: 'bitwise',
      }),
    ],
  },
  {
    id: 'r-streaming-split-merge',
    system: 'rnn',
    says: 'H(x || z; h0) = H(z; H(x; h0)), and H(x || z; 0) = H(z; 0) + (-1)^|z| H(x; 0)',
    parts: [
      relation({
        domain: two,
        left: (_a, s, { h0, x, z }) => [s.alternatingSum([...x, ...z], h0)],
        relation: '=',
        right: (_a, s, { h0, x, z }) => [s.alternatingSum(z, s.alternatingSum(x, h0))],
        inFloats: 'bitwise',
      }),
      relation({
        domain: two,
        left: (a, s, { x, z }) => [s.alternatingSum([...x, ...z], a.of(0))],
        relation: '=',
        right: (a, s, { x, z }) => [
          a.add(s.alternatingSum(z, a.of(0)), alternate(a, z.length, s.alternatingSum(x, a.of(0)))),
        ],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'r-affine-monoid-scan',
    system: 'rnn',
    says: 'segments as maps h -> (-1)^T h + H_T(0) compose associatively, with the empty one neutral, and any tree of them gives H',
    parts: [
      relation({
        domain: one,
        left: (_a, s, { h0, x }) => cuts(x).flatMap(() => [s.alternatingSum(x, h0), s.alternatingSum(x, h0)]),
        relation: '=',
        right: (a, s, { h0, x }) => {
          const joined = (u: Segment<typeof h0>, v: Segment<typeof h0>): Segment<typeof h0> => ({
            length: u.length + v.length,
            shift: a.add(v.shift, alternate(a, v.length, u.shift)),
          });
          const applied = ({ length, shift }: Segment<typeof h0>): typeof h0 =>
            a.add(alternate(a, length, h0), shift);
          return cuts(x).flatMap((parts) => {
            const [u, v, w] = parts.map((part) => ({
              length: part.length,
              shift: s.alternatingSum(part, a.of(0)),
            }));
            return [applied(joined(joined(u!, v!), w!)), applied(joined(u!, joined(v!, w!)))];
          });
        },
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'r-prefix-consistency',
    system: 'rnn',
    says: 'h_t of a run depends on h0 and x_1 ... x_t only: it is that of the run which ends there',
    parts: [
      relation({
        domain: two,
        left: (_a, s, { h0, x, z }) => s.states([...x, ...z], h0).slice(0, x.length),
        relation: '=',
        right: (_a, s, { h0, x }) => x.map((_, t) => s.alternatingSum(x.slice(0, t + 1), h0)),
        inFloats: 'bitwise',
      }),
    ],
  },
];

/** All ways to cut a list in three, empty parts included. */
function cuts<T>(list: readonly T[]): T[][][] {
  return [...list, undefined].flatMap((_, i) =>
    [...list, undefined].slice(i).map((__, j) => [list.slice(0, i), list.slice(i, i + j), list.slice(i + j)]),
  );
}
