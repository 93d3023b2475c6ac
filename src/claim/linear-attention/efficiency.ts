import type { Claim } from '#claim/claim.ts';
import type { Cost, Measure, SizeFormula, Sizes } from '#claim/statement.ts';
import { counted, linear, linearInLength, operations, ordered, standard, written } from './costs.ts';

const multiplications = operations(['mul'], linear);
const counts = 'multiplications of Q (K^T V)';
const standardMultiplications = operations(['mul'], standard);

/** 2 T dk dv - dk dv - T dv. */
const additionsFormula: SizeFormula = (r, sizes) => {
  const { T, dk, dv } = sizes;
  return r.sub(r.sub(linearInLength(r, sizes), r.mul(dk!, dv!)), r.mul(T!, dv!));
};

const linearTime: Claim = {
  id: 'q3-overall-linear-time',
  source: { question: 'Q3', part: 'para 3', lines: [71] },
  kind: 'complexity',
  core: true,
  says: 'Linear attention takes time of order T.',
  domain: 'T, dk, dv >= 1; cost is the number of operations',
  readings: [
    {
      name: 'reassociated, fixed d',
      says:
        'for all T, dk, dv >= 1: Q (K^T V) takes M = 2 T dk dv multiplications and A = 2 T dk dv - dk dv - T dv ' +
        'additions; hence for all dk, dv there is a C such that M + A <= C T for all T',
      latex:
        'M=2Td_kd_v,\\quad A=2Td_kd_v-d_kd_v-Td_v,\\quad\\forall d_k,d_v\\,\\exists C\\,\\forall T:\\ M+A\\le CT',
      statement: {
        kind: 'all',
        parts: [
          {
            says: 'multiplications are 2 T dk dv',
            statement: counted(counts, multiplications, linearInLength),
          },
          {
            says: 'additions are 2 T dk dv - dk dv - T dv',
            statement: counted('additions of Q (K^T V)', operations(['add'], linear), additionsFormula),
          },
          {
            says: 'together at most C T',
            statement: ordered(
              'multiplications and additions of Q (K^T V)',
              operations(['mul', 'add'], linear),
              1,
            ),
          },
        ],
      },
    },
    {
      name: 'uniform in d',
      says: 'there is a C such that for all T, dk, dv >= 1: Q (K^T V) takes at most C T multiplications',
      latex: '\\exists C\\,\\forall T,d_k,d_v\\ge1:\\ M\\le CT',
      statement: ordered(counts, multiplications, 1, true),
    },
    {
      name: 'as written (line 81, all i)',
      says:
        'for all dk, dv there is a C such that for all T: evaluating line 81 for i = 1 ... T takes at most C T ' +
        'multiplications',
      latex: '\\forall d_k,d_v\\,\\exists C\\,\\forall T:\\ M\\bigl((QK^\\top)V\\bigr)\\le CT',
      statement: ordered('multiplications of line 81 for all i', operations(['mul'], written), 1),
    },
  ],
};

/** The same count with T = dk + dv + t - 1, that is for all T >= dk + dv as t >= 1. */
function longSequences(measure: Measure): Measure {
  return ({ t, dk, dv }: Sizes) => measure({ T: dk! + dv! + t! - 1, dk: dk!, dv: dv! });
}

function cheaper(strict: boolean): Cost {
  return {
    kind: 'cost',
    sizes: ['T', 'dk', 'dv'],
    counts,
    measure: multiplications,
    is: {
      says: 'below',
      measure: standardMultiplications,
      counts: 'multiplications of softmax attention',
      size: 'T',
      strict,
    },
  };
}

const moreEfficient: Claim = {
  id: 'q3-more-efficient-for-large-inputs',
  source: { question: 'Q3', part: 'para 3', lines: [71] },
  kind: 'complexity',
  core: true,
  says: 'For large inputs linear attention is more efficient than standard attention.',
  domain: 'T, dk, dv >= 1; which inputs are large is not said',
  readings: [
    {
      name: 'large T at fixed d',
      says: 'for all T, dk, dv >= 1: 2 T dk dv < T^2 (dk + dv)',
      latex: '2Td_kd_v<T^2(d_k+d_v)\\quad\\text{when}\\quad T>\\frac{2d_kd_v}{d_k+d_v}',
      statement: cheaper(true),
    },
    {
      name: 'for every T',
      says: 'for all T, dk, dv >= 1: 2 T dk dv <= T^2 (dk + dv), linear attention never takes more multiplications',
      latex: '\\forall T,d_k,d_v\\ge1:\\ 2Td_kd_v\\le T^2(d_k+d_v)',
      statement: cheaper(false),
    },
  ],
  repair: {
    says: 'for all dk, dv >= 1 and all T >= dk + dv: 2 T dk dv < T^2 (dk + dv)',
    latex: '\\forall d_k,d_v\\ge1\\,\\forall T\\ge d_k+d_v:\\ 2Td_kd_v<T^2(d_k+d_v)',
    statement: {
      kind: 'cost',
      sizes: ['t', 'dk', 'dv'],
      counts: 'multiplications of Q (K^T V) at T = dk + dv + t - 1',
      measure: longSequences(multiplications),
      is: {
        says: 'below',
        measure: longSequences(standardMultiplications),
        counts: 'multiplications of softmax attention at T = dk + dv + t - 1',
        size: 't',
        strict: true,
      },
    },
  },
};

/** Paragraph 3 of question 3: the total cost of linear attention. */
export const efficiencyClaims: readonly Claim[] = [linearTime, moreEfficient];
