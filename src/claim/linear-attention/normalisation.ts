import { isZero, rationals } from '#arithmetic/rational.ts';
import { sum } from '#arithmetic/space.ts';
import type { Claim } from '#claim/claim.ts';
import { forAllCases, forAllLengths } from '#claim/statement.ts';
import { lift } from '#domain/case.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { weightsSumToOne } from './exponential.ts';
import { asWrittenSum, normalisedTimesSum, queryAndTokens } from './folds.ts';
import { linearOutputs, normalisableQueries, normalisedOutputs } from './tokens.ts';

/** Every such row is one of scores: those of q = 1 with the keys s_1 ... s_T, dk = 1. */
const rowsOfScores = restricted(
  inputs({ name: 'rows of T >= 1 scores', layout: { s: ['T'] }, sizes: { T: [1, 2, 3] } }),
  {
    name: 'T >= 1, s in R^T, sum_l s_l != 0',
    where: (c) => !isZero(sum(rationals, lift(c, rationals.of).s)),
    conditions: (a, { s }) => [{ left: sum(a, s), is: '!=', right: a.of(0) }],
  },
);

/** Normalisation, in the text of question 3 and not in its formula. */
export const normalisationClaims: readonly Claim[] = [
  {
    id: 'q3-normalisation-step',
    source: { question: 'Q3', part: 'paras 3-4', lines: [71, 81] },
    kind: 'wording',
    core: true,
    says: 'The text lists a normalisation among the steps; the formula has none.',
    domain: 'T, dk, dv >= 1, where the scores of a row do not sum to zero',
    readings: [
      {
        name: 'consistency',
        says: 'for all T, q, k, v with sum_l <q, k_l> != 0: sum_j <q, k_j> v_j / sum_l <q, k_l> = sum_j <q, k_j> v_j',
        latex:
          '\\frac{\\sum_j\\langle q,k_j\\rangle v_j}{\\sum_l\\langle q,k_l\\rangle}=\\sum_j\\langle q,k_j\\rangle v_j',
        statement: forAllCases({
          domain: normalisableQueries,
          left: (a, { q, k, v }) => normalisedOutputs(a, { q: [q], k, v }),
          relation: '=',
          right: (a, { q, k, v }) => linearOutputs(a, { q: [q], k, v }),
        }),
      },
      {
        name: 'normalised version is a weighted average',
        says:
          'for all T and scores s_1 ... s_T with sum_l s_l != 0: every weight s_j / sum_l s_l is at least 0 ' +
          '(they do sum to 1)',
        latex: '\\forall s:\\ \\frac{s_j}{\\sum_ls_l}\\ge0',
        statement: forAllCases({
          domain: rowsOfScores,
          left: (a, { s }) => {
            const whole = sum(a, s);
            return s.map((score) => a.div(score, whole));
          },
          relation: '>=',
          right: (a, { s }) => s.map(() => a.of(0)),
        }),
      },
      {
        name: 'normalised weights sum to one',
        says: 'for all T and scores s_1 ... s_T with sum_l s_l != 0: sum_j (s_j / sum_l s_l) = 1',
        latex: '\\forall s:\\ \\sum_j\\frac{s_j}{\\sum_ls_l}=1',
        statement: weightsSumToOne,
      },
    ],
    repair: {
      says:
        'for all T, q, k, v with sum_l <q, k_l> != 0: the formula of line 81 is the normalised output times ' +
        'sum_l <q, k_l>',
      latex:
        '\\sum_j\\langle q,k_j\\rangle v_j=\\Bigl(\\sum_l\\langle q,k_l\\rangle\\Bigr)\\frac{\\sum_j\\langle q,k_j\\rangle v_j}{\\sum_l\\langle q,k_l\\rangle}',
      statement: forAllLengths({
        ...queryAndTokens,
        first: 1,
        every: 1,
        readout: 'identity',
        left: asWrittenSum,
        right: normalisedTimesSum,
      }),
    },
  },
];
