import { coordinates } from '#arithmetic/space.ts';
import type { Claim } from '#claim/claim.ts';
import type { FrameSide } from '#claim/statement.ts';
import { forAllCases } from '#claim/statement.ts';
import type { Domain } from '#domain/domain.ts';
import { restricted, type Shaped } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { normalised } from '#reference/linear-attention.ts';
import { shareOfOrthogonalTokens } from './orthogonal.ts';
import { constants } from './quantities.ts';

/** m = n - 1 other tokens, u = e^(beta^2), and eps. */
type Share = Shaped<{ readonly m: readonly []; readonly u: readonly []; readonly eps: readonly [] }>;

const shares: Domain<Share> = restricted(matrices('', { m: [], u: [], eps: [] }), {
  name: 'm >= 1, u >= 1, 0 < eps < 1',
  where: ({ m, u, eps }) => m >= 1 && u >= 1 && eps > 0 && eps < 1,
  conditions: (a, { m, u, eps }) => [
    { left: a.of(1), is: '<=', right: m },
    { left: a.of(1), is: '<=', right: u },
    { left: a.of(0), is: '<', right: eps },
    { left: eps, is: '<', right: a.of(1) },
  ],
  into: ({ m, u, eps }) => ({ m: 1 + Math.abs(m), u: 1 + Math.abs(u), eps: 1 / (2 + Math.abs(eps)) }),
});

/** The own weights of two orthogonal tokens under normalised linear attention: one-hot values show the weights. */
const ownLinearWeights: FrameSide = (s, { vectors }) => {
  const values = coordinates(s.scalars, 2);
  const [zero, one] = [s.scalars.of(0), s.scalars.of(1)];
  const weights = normalised(s, values, vectors, vectors, [
    [one, zero],
    [zero, one],
  ]);
  return [weights[0]![0]!, weights[1]![1]!];
};

/** What the design card says of softmax attention. */
export const cardClaims: readonly Claim[] = [
  {
    id: 'card-near-identity-only-when-beta-large',
    source: { question: 'card', part: 'property 2', lines: [] },
    kind: 'property',
    core: true,
    says: 'Attention comes near the identity only when beta is large.',
    domain: 'n mutually orthogonal tokens of norm beta, softmax',
    readings: [
      {
        name: 'formal',
        says: 'for all n >= 2, beta >= 0, 0 < eps < 1 and n mutually orthogonal tokens of norm beta: 1 - W_ii <= eps exactly when beta >= beta*(n, eps) = sqrt(max(0, ln((n - 1) (1/eps - 1))))',
        latex:
          '\\forall n\\ge2\\ \\forall\\beta\\ge0\\ \\forall\\varepsilon\\in(0,1):\\ 1-W_{ii}\\le\\varepsilon\\iff\\beta\\ge\\sqrt{\\max\\bigl(0,\\ln\\bigl((n-1)(\\tfrac1\\varepsilon-1)\\bigr)\\bigr)}',
        statement: {
          kind: 'all',
          parts: [
            {
              says: 'for all n >= 2 and beta >= 0: 1 - W_ii = m / (u + m) with m = n - 1 and u = e^(beta^2), which grows with beta from 1',
              statement: shareOfOrthogonalTokens,
            },
            {
              says: 'for all m, u >= 1 and 0 < eps < 1: eps - m / (u + m) = (eps u - m (1 - eps)) / (u + m), so that 1 - W_ii <= eps exactly when u >= m (1/eps - 1)',
              statement: forAllCases({
                domain: shares,
                shapes: [{ m: 1, u: 1, eps: 1 / 2 }],
                least: { m: 1, u: 1, eps: 0 },
                left: (a, { m, u, eps }) => [a.sub(eps, a.div(m, a.add(u, m)))],
                relation: '=',
                right: (a, { m, u, eps }) => [
                  a.div(a.sub(a.mul(eps, u), a.mul(m, a.sub(a.of(1), eps))), a.add(u, m)),
                ],
              }),
            },
          ],
        },
      },
      {
        name: 'for any attention mechanism',
        says: 'normalised linear attention, too, is not the identity at any one beta: for all beta > 0 and two orthogonal tokens a, b of norm beta, W_11 < 1 and W_22 < 1',
        latex:
          '\\forall\\beta>0:\\ \\frac{\\langle a,a\\rangle}{\\langle a,a\\rangle+\\langle a,b\\rangle}<1',
        statement: {
          kind: 'beta',
          vectors: 2,
          zeroIncluded: false,
          left: ownLinearWeights,
          relation: '<',
          right: constants([1, 1]),
        },
      },
      {
        name: 'normalised linear attention is the identity at every beta',
        says: 'for all beta > 0: normalised linear attention of two orthogonal tokens a, b of norm beta has W_11 = W_22 = 1',
        latex:
          '\\forall\\beta>0:\\ \\frac{\\langle a,a\\rangle}{\\langle a,a\\rangle+\\langle a,b\\rangle}=1',
        statement: {
          kind: 'beta',
          vectors: 2,
          zeroIncluded: false,
          left: ownLinearWeights,
          relation: '=',
          right: constants([1, 1]),
        },
      },
    ],
  },
];
