import { coordinates } from '#arithmetic/space.ts';
import { counting } from '#arithmetic/tally.ts';
import type { Claim } from '#claim/claim.ts';
import { type Cost, forAllCases, type Measure, type SizeFormula, type Statement } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { asWritten, keyValueState, type Matrix } from '#reference/linear-attention.ts';
import { innerProducts } from '#reference/norm.ts';
import { blank, counted, linear, operations, ordered, standard, written } from './costs.ts';

/** Numbers in the intermediate K^T V of the reassociated form. */
const stateEntries: Measure = ({ T, dk, dv }) => {
  const keys = coordinates(counting().arithmetic, dk!);
  return keyValueState(keys, blank(T!, dk!), blank(T!, dv!), dv!).flat().length;
};

/** All sizes of a product of two matrices up to 2: rows, inner, columns. */
const smallSizes = [1, 2].flatMap((r) => [1, 2].flatMap((d) => [1, 2].map((c) => [r, d, c] as const)));
const zeros = (rows: number, columns: number): Matrix<number> =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));

/** With the keys K = I, linear attention is the product Q V. */
const everyProduct: Statement = forAllCases({
  domain: inputs({
    name: 'Q in R^(r x d), V in R^(d x c), r, d, c in {1, 2}',
    layout: { Q: ['r', 'd'], V: ['d', 'c'] },
    sizes: { r: [1, 2], d: [1, 2], c: [1, 2] },
    allows: (_size, length) => length <= 2,
  }),
  left: (a, { Q, V }) => {
    const identity = V.map((_, i) => V.map((__, j) => a.of(i === j ? 1 : 0)));
    return asWritten(coordinates(a, V.length), coordinates(a, V[0]!.length), Q, identity, V).flat();
  },
  relation: '=',
  right: (a, { Q, V }) => {
    const columns = V[0]!.map((_, m) => V.map((row) => row[m]!));
    return innerProducts(coordinates(a, V.length), Q, columns).flat();
  },
  shapes: smallSizes.map(([r, d, c]) => ({ Q: zeros(r, d), V: zeros(d, c) })),
});

const avoidsProducts: Claim = {
  id: 'q3-avoids-matrix-multiplication',
  source: { question: 'Q3', part: 'para 2', lines: [69] },
  kind: 'complexity',
  core: true,
  says: 'Linear attention does not need a matrix multiplication.',
  domain: 'T, dk, dv >= 1; multiplications of the form with the fewest, Q (K^T V)',
  readings: [
    {
      name: 'literal',
      says: 'for all T, dk, dv >= 1: the matrix products in Q (K^T V) take 0 multiplications',
      latex: '\\forall T,d_k,d_v\\ge1:\\ M\\bigl(Q(K^\\top V)\\bigr)=0',
      statement: counted('multiplications of Q (K^T V)', operations(['mul'], linear), (r) => r.of(0)),
    },
    {
      name: 'charitable: avoids the T x T product',
      says: 'for all T, dk, dv >= 1: the one intermediate K^T V has dk dv numbers, whatever T',
      latex: '\\forall T,d_k,d_v\\ge1:\\ K^\\top V\\in\\mathbb R^{d_k\\times d_v}',
      statement: {
        kind: 'all',
        parts: [
          {
            says: 'the intermediate has dk dv numbers',
            statement: counted('numbers in K^T V', stateEntries, (r, { dk, dv }) => r.mul(dk!, dv!)),
          },
          {
            says: 'their number does not grow with T',
            statement: ordered('numbers in K^T V', stateEntries, 0),
          },
        ],
      },
    },
    {
      name: 'every product of matrices is a linear attention',
      says:
        'for all Q in R^(r x d), V in R^(d x c) with r, d, c <= 2: linear attention with the keys K = I is Q V, so ' +
        'whatever computes linear attention multiplies matrices',
      latex: 'K=I_d:\\quad (QK^\\top)V=QV',
      statement: everyProduct,
    },
  ],
  repair: { reading: 'charitable: avoids the T x T product' },
};

const withoutExponential: Claim = {
  id: 'q3-dropping-exp-alone-gives-linear-time',
  source: { question: 'Q3', part: 'paras 2-3', lines: [69, 71] },
  kind: 'inference',
  core: true,
  says: 'Without the exponential the quadratic cost is gone.',
  domain: 'T, dk, dv >= 1; the order of evaluation stays (Q K^T) V',
  readings: [
    {
      name: 'literal',
      says: 'for all dk, dv there is a C such that for all T: (Q K^T) V takes at most C T multiplications',
      latex: '\\forall d_k,d_v\\,\\exists C\\,\\forall T:\\ M\\bigl((QK^\\top)V\\bigr)\\le CT',
      statement: ordered('multiplications of (Q K^T) V', operations(['mul'], written), 1),
    },
  ],
  repair: { claim: 'q3-overall-linear-time', reading: 'reassociated, fixed d' },
};

/** T^2 (dk + dv + kinds): multiplications, and operations that are done once a score. */
const withScores =
  (kinds: number): SizeFormula =>
  (r, { T, dk, dv }) =>
    r.mul(r.mul(T!, T!), r.add(r.add(dk!, dv!), r.of(kinds)));

/** over * (multiplications) >= under * (T^2 (dk + dv + kinds)). */
function share(over: number, under: number, kinds: number): Cost {
  return {
    kind: 'cost',
    sizes: ['T', 'dk', 'dv'],
    counts: 'multiplications of softmax attention',
    measure: operations(['mul'], standard),
    is: {
      says: 'at-least',
      factor: over,
      formula: (r, sizes) => r.mul(r.of(under), withScores(kinds)(r, sizes)),
    },
  };
}

const primarySource: Claim = {
  id: 'q3-matmul-is-primary-source',
  source: { question: 'Q3', part: 'para 2', lines: [69] },
  kind: 'complexity',
  core: false,
  says: 'The matrix products are the main source of the quadratic cost of standard attention.',
  domain: 'T, dk, dv >= 1; operations of softmax attention by kind',
  readings: [
    {
      name: 'by operation count',
      says:
        'for all T, dk, dv >= 1: of multiplications and exponentials, T^2 (dk + dv + 1) together, at least 2/3 are ' +
        'multiplications of the two products',
      latex: '\\forall T,d_k,d_v\\ge1:\\ \\frac{T^2(d_k+d_v)}{T^2(d_k+d_v+1)}\\ge\\frac23',
      statement: {
        kind: 'all',
        parts: [
          {
            says: 'both kinds together',
            statement: counted(
              'multiplications and exponentials of softmax attention',
              operations(['mul', 'exp'], standard),
              withScores(1),
            ),
          },
          { says: 'three times the multiplications are at least twice that', statement: share(3, 2, 1) },
        ],
      },
    },
    {
      name: 'sole source',
      says:
        'for all dk, dv there is a C such that for all T: the operations outside the products, exponentials and ' +
        'divisions, are at most C T',
      latex: '\\exists C\\,\\forall T:\\ \\#\\exp+\\#\\mathrm{div}\\le CT',
      statement: ordered(
        'exponentials and divisions of softmax attention',
        operations(['exp', 'div'], standard),
        1,
      ),
    },
    {
      name: 'by operation count, divisions included',
      says:
        'for all T, dk, dv >= 1: of multiplications, exponentials and divisions, T^2 (dk + dv + 2) together, at ' +
        'least half are multiplications of the two products',
      latex: '\\forall T,d_k,d_v\\ge1:\\ \\frac{d_k+d_v}{d_k+d_v+2}\\ge\\frac12',
      statement: {
        kind: 'all',
        parts: [
          {
            says: 'the three kinds together',
            statement: counted(
              'multiplications, exponentials and divisions of softmax attention',
              operations(['mul', 'exp', 'div'], standard),
              withScores(2),
            ),
          },
          { says: 'twice the multiplications are at least that', statement: share(2, 1, 2) },
        ],
      },
    },
  ],
};

/** Paragraph 2 of question 3: matrix products and what they cost. */
export const productClaims: readonly Claim[] = [avoidsProducts, withoutExponential, primarySource];
