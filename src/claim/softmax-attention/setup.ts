import { rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import type { Claim } from '#claim/claim.ts';
import { forAllCases, forAllLengths } from '#claim/statement.ts';
import { betas } from '#domain/beta.ts';
import type { Domain } from '#domain/domain.ts';
import { restricted, type Shaped } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { axisFrame } from '#domain/orthogonal.ts';
import type { Fold } from '#reference/fold.ts';
import { innerProducts, norm, squaredNorm } from '#reference/norm.ts';

const orthogonalBasis: Claim = {
  id: 'q2-setup-orthogonal-basis',
  source: { question: 'Q2', part: 'setup', lines: [27, 29, 36] },
  kind: 'definition',
  core: false,
  says: 'There are vectors a, b, c, d, mutually orthogonal and of one norm beta, of which the tokens are sums.',
  domain: 'beta>=0; for beta>0 the dimension D must be >=4',
  readings: [
    {
      name: 'literal',
      says: 'for all D >= 1 and beta > 0 there are a, b, c, d in R^D with <p, q> = beta^2 [p = q] for all p, q among them: divided by beta, four vectors with <p, q> = [p = q]',
      latex:
        '\\forall D\\ge1\\ \\forall\\beta>0\\ \\exists v_1,\\dots,v_4\\in\\mathbb R^D:\\ \\langle v_i,v_j\\rangle=\\beta^2[i=j]',
      statement: { kind: 'biorthogonal', count: 4, width: 'D' },
    },
    {
      name: 'in four dimensions',
      says: 'for all beta >= 0: beta e_1, ..., beta e_4 in R^4 are mutually orthogonal and of squared norm beta^2',
      latex:
        '\\forall\\beta\\ge0:\\ \\langle\\beta e_i,\\beta e_j\\rangle=\\beta^2[i=j],\\ e_1,\\dots,e_4\\in\\mathbb R^4',
      statement: forAllCases({
        domain: betas(true),
        shapes: [{ beta: 1 }],
        left: (a, { beta }) => {
          const { vectors } = axisFrame(a, beta, 4);
          return innerProducts(coordinates(a, 4), vectors, vectors).flat();
        },
        relation: '=',
        right: (a, { beta }) =>
          Array.from({ length: 16 }, (_, place) => (place % 5 === 0 ? a.mul(beta, beta) : a.of(0))),
      }),
    },
  ],
  repair: { reading: 'in four dimensions' },
};

/** A vector and two that may be added to it, all three of one norm. */
type EqualNorms = Shaped<{
  readonly d: readonly ['D'];
  readonly b: readonly ['D'];
  readonly e: readonly ['D'];
}>;

/** Decided in fractions, so that only vectors of exactly the same norm are in. */
const equalNorms: Domain<EqualNorms> = restricted(matrices('', { d: ['D'], b: ['D'], e: ['D'] }), {
  name: 'D >= 1, d, b, e in R^D with ||d|| = ||b|| = ||e||',
  where: ({ d, b, e }) => {
    const square = (v: readonly number[]) =>
      squaredNorm(coordinates(rationals, v.length), v.map(rationals.of));
    return [b, e].every((v) => rationals.compare(square(d), square(v)) === 'equal');
  },
  conditions: (a, { d, b, e }) =>
    [b, e].map((v) => ({
      left: squaredNorm(coordinates(a, d.length), d),
      is: '=',
      right: squaredNorm(coordinates(a, v.length), v),
    })),
  into: ({ d }) => ({ d, b: [...d].reverse(), e: d.map((entry) => -entry) }),
});

const pairOfCoordinates = { params: {}, item: { d: 'scalar', b: 'scalar' } } as const;
type Params = typeof pairOfCoordinates.params;
type Item = typeof pairOfCoordinates.item;

/** ||d + b||^2, one coordinate at a time. */
export const squaredNormOfSum: Fold<Params, Item, { readonly square: 'scalar' }> = {
  state: { square: 'scalar' },
  first: 0,
  every: 1,
  start: ({ scalars }) => ({ square: scalars.of(0) }),
  step: ({ scalars: r }, { square }, _params, [item]) => {
    const entry = r.add(item!.d, item!.b);
    return { square: r.add(square, r.mul(entry, entry)) };
  },
  finish: (_a, { square }) => square,
};

/** ||d||^2 + ||b||^2 + 2 <d, b>, one coordinate at a time. */
export const lawOfCosines: Fold<
  Params,
  Item,
  { readonly dd: 'scalar'; readonly bb: 'scalar'; readonly db: 'scalar' }
> = {
  state: { dd: 'scalar', bb: 'scalar', db: 'scalar' },
  first: 0,
  every: 1,
  start: ({ scalars }) => ({ dd: scalars.of(0), bb: scalars.of(0), db: scalars.of(0) }),
  step: ({ scalars: r }, { dd, bb, db }, _params, [item]) => ({
    dd: r.add(dd, r.mul(item!.d, item!.d)),
    bb: r.add(bb, r.mul(item!.b, item!.b)),
    db: r.add(db, r.mul(item!.d, item!.b)),
  }),
  finish: ({ scalars: r }, { dd, bb, db }) => r.add(r.add(dd, bb), r.mul(r.of(2), db)),
};

const normsDetermineNormOfSum: Claim = {
  id: 'q2a-norms-determine-norm-of-sum',
  source: { question: 'Q2', part: 'a', lines: [27, 36] },
  kind: 'inference',
  core: false,
  says: 'Whoever knows the norms of two vectors knows the norm of their sum.',
  domain: 'vectors in R^D',
  readings: [
    {
      name: 'literal (norms alone)',
      says: 'for all D >= 1 and d, b, e in R^D with ||d|| = ||b|| = ||e||: ||d + b|| = ||d + e||, the sums being of vectors of the same norms',
      latex:
        '\\forall D\\ge1\\ \\forall d,b,e\\in\\mathbb R^D,\\ \\|d\\|=\\|b\\|=\\|e\\|:\\ \\|d+b\\|=\\|d+e\\|',
      statement: forAllCases({
        domain: equalNorms,
        left: (a, { d, b }) => {
          const space = coordinates(a, d.length);
          return [norm(space, space.add(d, b))];
        },
        relation: '=',
        right: (a, { d, e }) => {
          const space = coordinates(a, d.length);
          return [norm(space, space.add(d, e))];
        },
      }),
    },
  ],
  repair: {
    says: 'for all D >= 0 and d, b in R^D: ||d + b||^2 = ||d||^2 + ||b||^2 + 2 <d, b>, so the norms determine it once <d, b> is known (0 when orthogonal)',
    latex:
      '\\forall D\\ge0\\ \\forall d,b\\in\\mathbb R^D:\\ \\|d+b\\|^2=\\|d\\|^2+\\|b\\|^2+2\\langle d,b\\rangle',
    statement: forAllLengths({
      ...pairOfCoordinates,
      first: 0,
      every: 1,
      left: squaredNormOfSum,
      right: lawOfCosines,
      readout: 'identity',
    }),
  },
};

/** What question 2 rests on: the orthogonal vectors, and how their norms are said to combine. */
export const setupClaims: readonly Claim[] = [orthogonalBasis, normsDetermineNormOfSum];
