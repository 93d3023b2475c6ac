import type { Claim } from '#claim/claim.ts';
import type { Statement } from '#claim/statement.ts';
import { counted, operations, ordered, quadratic, standard } from './costs.ts';

const multiplications = operations(['mul'], standard);
const counts = 'multiplications of softmax attention';

const quadraticInLength: Statement = {
  kind: 'all',
  parts: [
    { says: 'the count is T^2 (dk + dv)', statement: counted(counts, multiplications, quadratic) },
    {
      says: 'at most C T^2, C depending on dk and dv',
      statement: ordered(counts, multiplications, 2),
    },
    {
      says: 'at least T^2',
      statement: {
        kind: 'cost',
        sizes: ['T', 'dk', 'dv'],
        counts,
        measure: multiplications,
        is: { says: 'at-least', formula: (r, { T }) => r.mul(T!, T!) },
      },
    },
  ],
};

/** Paragraph 1 of question 3: standard attention and its cost. */
export const standardClaims: readonly Claim[] = [
  {
    id: 'q3-standard-attention-description',
    source: { question: 'Q3', part: 'para 1', lines: [67] },
    kind: 'definition',
    core: false,
    says: 'Standard attention: inner products of queries with keys, softmax of each row, then the values weighted.',
    domain: 'Q, K in R^(T x dk), V in R^(T x dv)',
    readings: [
      {
        name: 'charitable',
        says: 'Y = softmax(Q K^T) V, the softmax taken along each row',
        latex: 'Y=\\mathrm{softmax}_{\\mathrm{row}}(QK^\\top)V',
        statement: { kind: 'definition' },
      },
    ],
  },
  {
    id: 'q3-standard-cost-T-squared',
    source: { question: 'Q3', part: 'para 1', lines: [67] },
    kind: 'complexity',
    core: true,
    says: 'Standard attention over T tokens takes time of order T^2, because of a matrix product.',
    domain: 'T, dk, dv >= 1; cost is the number of multiplications',
    readings: [
      {
        name: 'fixed dk, dv',
        says:
          'for all T, dk, dv >= 1: M = T^2 (dk + dv); hence T^2 <= M, and for all dk, dv there is a C such that ' +
          'M <= C T^2 for all T',
        latex:
          '\\forall T,d_k,d_v\\ge1:\\ M=T^2(d_k+d_v),\\quad\\forall d_k,d_v\\,\\exists C\\,\\forall T:\\ T^2\\le M\\le CT^2',
        statement: quadraticInLength,
      },
      {
        name: 'uniform in dk, dv',
        says: 'there is a C such that for all T, dk, dv >= 1: M <= C T^2',
        latex: '\\exists C\\,\\forall T,d_k,d_v\\ge1:\\ M\\le CT^2',
        statement: ordered(counts, multiplications, 2, true),
      },
      {
        name: 'one product',
        says: 'for all T, dk, dv >= 1: M = T^2 dk, the multiplications of the one product Q K^T',
        latex: '\\forall T,d_k,d_v\\ge1:\\ M=T^2d_k',
        statement: counted(counts, multiplications, (r, { T, dk }) => r.mul(r.mul(T!, T!), dk!)),
      },
    ],
  },
];
