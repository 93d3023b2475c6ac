import type { Reading } from '#claim/claim.ts';
import type { AllOf, BelowEps, ForAllBeta, ForAllLengths } from '#claim/statement.ts';
import { forAllLengths } from '#claim/statement.ts';
import type { Fold } from '#reference/fold.ts';
import { weightOfOthers } from './quantities.ts';
import { orthogonalTokens } from './tokens.ts';

/**
 * Parameter u = e^(beta^2); one item for each token other than token i. Its score with token i is 0 whatever else is
 * known of it, so only its being there counts.
 */
const otherTokens = { params: { u: 'scalar' }, item: { token: 'scalar' } } as const;
type Params = typeof otherTokens.params;
type Item = typeof otherTokens.item;

/** Row i of the softmax: its own e^(beta^2), and e^0 = 1 from each other token; the share of the others. */
export const shareOfOthers: Fold<Params, Item, { readonly others: 'scalar'; readonly total: 'scalar' }> = {
  state: { others: 'scalar', total: 'scalar' },
  first: 0,
  every: 1,
  start: ({ scalars }, { u }) => ({ others: scalars.of(0), total: u }),
  step: ({ scalars: r }, { others, total }) => ({
    others: r.add(others, r.of(1)),
    total: r.add(total, r.of(1)),
  }),
  finish: ({ scalars }, { others, total }) => scalars.div(others, total),
};

/** (n - 1) / (u + n - 1), n - 1 being the number of other tokens. */
export const closedForm: Fold<Params, Item, { readonly m: 'scalar' }> = {
  state: { m: 'scalar' },
  first: 0,
  every: 1,
  start: ({ scalars }) => ({ m: scalars.of(0) }),
  step: ({ scalars: r }, { m }) => ({ m: r.add(m, r.of(1)) }),
  finish: ({ scalars: r }, { m }, { u }) => r.div(m, r.add(u, m)),
};

/** 1 - W_ii = (n - 1) / (e^(beta^2) + n - 1) for every n >= 2, as sums over the other tokens. */
export const shareForEveryCount: ForAllLengths = forAllLengths({
  ...otherTokens,
  first: 1,
  every: 1,
  left: shareOfOthers,
  right: closedForm,
  readout: 'identity',
});

/** The same for the reference itself at one count of tokens. */
function shareAtCount(n: number): ForAllBeta {
  return {
    kind: 'beta',
    vectors: n,
    zeroIncluded: true,
    left: weightOfOthers(orthogonalTokens, n),
    relation: '=',
    right: ({ scalars: a }, { beta }) => {
      const others = a.of(n - 1);
      const share = a.div(others, a.add(a.exp(a.mul(beta, beta)), others));
      return Array.from({ length: n }, () => share);
    },
  };
}

/** Counts at which the reference is compared with the formula, and thresholds are located. */
const counts: readonly number[] = [2, 3, 4, 8];

/** The share of the others: for every n by induction, and of the reference at a few n. */
export const shareOfOrthogonalTokens: AllOf = {
  kind: 'all',
  parts: [
    {
      says: 'for all n >= 2 and u = e^(beta^2): n - 1 terms e^0 over u plus n - 1 terms e^0 is (n - 1) / (u + n - 1)',
      statement: shareForEveryCount,
    },
    ...counts.map((n) => ({
      says: `for all beta >= 0, n = ${n} tokens and every i: sum_{j != i} W_ij = ${n - 1} / (e^(beta^2) + ${n - 1})`,
      statement: shareAtCount(n),
    })),
  ],
};

function withinEps(n: number): BelowEps {
  return {
    kind: 'threshold',
    vectors: n,
    names: ['1 - W_11'],
    quantity: weightOfOthers(orthogonalTokens, 1),
    // Two tokens share evenly at beta = 0, so that eps = 0.5 asks nothing of them.
    eps: n === 2 ? ['0.1', '1e-3', '1e-6', '1e-12'] : ['0.5', '0.1', '1e-3', '1e-6', '1e-12'],
    formula: `sqrt(ln((n - 1) (1/eps - 1))) with n = ${n}`,
  };
}

/** What holds of n mutually orthogonal tokens of norm beta. */
export const orthogonalReadings: readonly Reading[] = [
  {
    name: 'n mutually orthogonal tokens of norm beta',
    says: 'for all n >= 2, beta >= 0 and i: 1 - W_ii = sum_{j != i} W_ij = (n - 1) / (e^(beta^2) + n - 1)',
    latex:
      '\\forall n\\ge2\\ \\forall\\beta\\ge0\\ \\forall i:\\ 1-W_{ii}=\\sum_{j\\ne i}W_{ij}=\\frac{n-1}{e^{\\beta^2}+n-1}',
    statement: shareOfOrthogonalTokens,
  },
  ...counts.map((n): Reading => {
    const { eps } = withinEps(n);
    return {
      name: `${n} mutually orthogonal tokens, within eps`,
      says: `for all beta >= 0 and ${n} mutually orthogonal tokens of norm beta: 1 - W_11 = sum_{j != 1} W_1j <= eps (the other rows are alike), for eps = ${eps.join(', ')}`,
      latex: `\\forall\\beta\\ge0:\\ 1-W_{ii}=\\frac{${n - 1}}{e^{\\beta^2}+${n - 1}}\\le\\varepsilon`,
      statement: withinEps(n),
    };
  }),
];
