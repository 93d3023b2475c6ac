import type { Claim } from '#claim/claim.ts';
import type { ForAllBeta, FrameSide } from '#claim/statement.ts';
import { norm, squaredNorm } from '#reference/norm.ts';
import { constants } from './quantities.ts';
import { threeTokens, vectorsOfThreeTokens } from './tokens.ts';

/** Norms are compared for every beta >= 0: all of them are 0 at beta = 0. */
const everyNorm: Pick<ForAllBeta, 'kind' | 'vectors' | 'zeroIncluded'> = {
  kind: 'beta',
  vectors: vectorsOfThreeTokens,
  zeroIncluded: true,
};

/** Positions of the vectors a, b, c, d in the frame. */
const [a, b, c, d] = [0, 1, 2, 3] as const;

const normOfToken = (row: number): FrameSide => {
  return (s, { vectors }) => [norm(s, threeTokens(s, vectors)[row - 1]!)];
};

const squaredNormOfToken = (row: number): FrameSide => {
  return (s, { vectors }) => [squaredNorm(s, threeTokens(s, vectors)[row - 1]!)];
};

const sumOfNorms = (first: number, second: number): FrameSide => {
  return (s, { vectors }) => [s.scalars.add(norm(s, vectors[first]!), norm(s, vectors[second]!))];
};

const sumOfSquaredNorms = (first: number, second: number): FrameSide => {
  return (s, { vectors }) => [
    s.scalars.add(squaredNorm(s, vectors[first]!), squaredNorm(s, vectors[second]!)),
  ];
};

/** sqrt(beta^2 + beta^2). */
const rootOfTwoSquares: FrameSide = ({ scalars }, { beta }) => {
  const square = scalars.mul(beta, beta);
  return [scalars.sqrt(scalars.add(square, square))];
};

/** beta sqrt(2). */
const betaRootTwo: FrameSide = (s, frame) => {
  const [two] = constants([2])(s, frame);
  return [s.scalars.mul(frame.beta, s.scalars.sqrt(two!))];
};

const normsOfX2AndA: FrameSide = (s, frame) => [...normOfToken(2)(s, frame), norm(s, frame.vectors[a]!)];

const normOfAAndBeta: FrameSide = (s, { beta, vectors }) => [norm(s, vectors[a]!), beta];

const twiceBeta: FrameSide = ({ scalars }, { beta }) => [scalars.mul(scalars.of(2), beta)];

const firstTokenClaims: readonly Claim[] = [
  {
    id: 'q2a-norm-x1-additive',
    source: { question: 'Q2', part: 'a', lines: [27] },
    kind: 'identity',
    core: true,
    says: 'The norm of x_1 = d + b is the norm of d plus the norm of b.',
    domain: 'd,b orthogonal, norm beta>=0',
    readings: [
      {
        name: 'literal',
        says: 'for all beta >= 0 and all orthogonal d, b of norm beta: ||d + b|| = ||d|| + ||b||',
        latex: '\\forall\\beta\\ge0:\\ \\|d+b\\|=\\|d\\|+\\|b\\|',
        statement: { ...everyNorm, left: normOfToken(1), relation: '=', right: sumOfNorms(d, b) },
      },
      {
        name: 'charitable',
        says: 'for all beta >= 0 and all orthogonal d, b of norm beta: ||d + b||^2 = ||d||^2 + ||b||^2',
        latex: '\\forall\\beta\\ge0:\\ \\|d+b\\|^2=\\|d\\|^2+\\|b\\|^2',
        statement: {
          ...everyNorm,
          left: squaredNormOfToken(1),
          relation: '=',
          right: sumOfSquaredNorms(d, b),
        },
      },
    ],
    repair: { reading: 'charitable' },
  },
  {
    id: 'q2a-norm-x1-pythagoras',
    source: { question: 'Q2', part: 'a', lines: [27] },
    kind: 'identity',
    core: true,
    says: 'The norm of x_1 is the root of the sum of the two squares.',
    domain: 'd,b orthogonal, norm beta',
    readings: [
      {
        name: 'literal',
        says: 'for all beta >= 0: ||x_1|| = sqrt(beta^2 + beta^2)',
        latex: '\\forall\\beta\\ge0:\\ \\|x_1\\|=\\sqrt{\\beta^2+\\beta^2}',
        statement: { ...everyNorm, left: normOfToken(1), relation: '=', right: rootOfTwoSquares },
      },
    ],
  },
  {
    id: 'q2a-norm-x1-value',
    source: { question: 'Q2', part: 'a', lines: [27] },
    kind: 'value',
    core: true,
    says: 'That root is sqrt(2) times beta.',
    domain: 'beta>=0 (a norm); for a negative symbol it must be |beta| sqrt2',
    readings: [
      {
        name: 'literal',
        says: 'for all beta >= 0: sqrt(beta^2 + beta^2) = beta sqrt(2)',
        latex: '\\forall\\beta\\ge0:\\ \\sqrt{\\beta^2+\\beta^2}=\\beta\\sqrt2',
        statement: { ...everyNorm, left: rootOfTwoSquares, relation: '=', right: betaRootTwo },
      },
    ],
  },
];

const otherTokenClaims: readonly Claim[] = [
  {
    id: 'q2a-chain-additive-to-pythagoras',
    source: { question: 'Q2', part: 'a', lines: [27, 36] },
    kind: 'inference',
    core: false,
    says: 'The sum of the norms, 2 beta, and the root on the next line are one and the same number.',
    domain: 'beta>=0',
    readings: [
      {
        name: 'literal',
        says: 'for all beta >= 0: 2 beta = sqrt(beta^2 + beta^2)',
        latex: '\\forall\\beta\\ge0:\\ 2\\beta=\\sqrt{\\beta^2+\\beta^2}',
        statement: { ...everyNorm, left: twiceBeta, relation: '=', right: rootOfTwoSquares },
      },
    ],
    repair: { claim: 'q2a-norm-x1-pythagoras', reading: 'literal' },
  },
  {
    id: 'q2a-norm-x2',
    source: { question: 'Q2', part: 'a', lines: [29, 32] },
    kind: 'value',
    core: true,
    says: 'The norm of x_2 is that of a, which is beta.',
    domain: 'beta>=0',
    readings: [
      {
        name: 'literal',
        says: 'for all beta >= 0: ||x_2|| = ||a|| and ||a|| = beta',
        latex: '\\forall\\beta\\ge0:\\ \\|x_2\\|=\\|a\\|=\\beta',
        statement: {
          ...everyNorm,
          left: normsOfX2AndA,
          relation: '=',
          right: normOfAAndBeta,
        },
      },
    ],
  },
  {
    id: 'q2a-norm-x3-additive',
    source: { question: 'Q2', part: 'a', lines: [36] },
    kind: 'identity',
    core: true,
    says: 'The norm of x_3 = c + d is the norm of c plus the norm of d.',
    domain: 'c,d orthogonal, norm beta',
    readings: [
      {
        name: 'literal',
        says: 'for all beta >= 0 and all orthogonal c, d of norm beta: ||c + d|| = ||c|| + ||d||',
        latex: '\\forall\\beta\\ge0:\\ \\|c+d\\|=\\|c\\|+\\|d\\|',
        statement: { ...everyNorm, left: normOfToken(3), relation: '=', right: sumOfNorms(c, d) },
      },
      {
        name: 'charitable',
        says: 'for all beta >= 0 and all orthogonal c, d of norm beta: ||c + d||^2 = ||c||^2 + ||d||^2',
        latex: '\\forall\\beta\\ge0:\\ \\|c+d\\|^2=\\|c\\|^2+\\|d\\|^2',
        statement: {
          ...everyNorm,
          left: squaredNormOfToken(3),
          relation: '=',
          right: sumOfSquaredNorms(c, d),
        },
      },
    ],
    repair: { reading: 'charitable' },
  },
  {
    id: 'q2a-norm-x3-value',
    source: { question: 'Q2', part: 'a', lines: [36] },
    kind: 'value',
    core: true,
    says: 'The norm of x_3 is sqrt(2) times beta.',
    domain: 'beta>=0',
    readings: [
      {
        name: 'literal',
        says: 'for all beta >= 0: ||x_3|| = beta sqrt(2)',
        latex: '\\forall\\beta\\ge0:\\ \\|x_3\\|=\\beta\\sqrt2',
        statement: { ...everyNorm, left: normOfToken(3), relation: '=', right: betaRootTwo },
      },
    ],
  },
];

/** Part a of question 2: the norms of the three tokens. */
export const normClaims: readonly Claim[] = [...firstTokenClaims, ...otherTokenClaims];
