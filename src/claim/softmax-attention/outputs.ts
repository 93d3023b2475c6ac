import type { Claim } from '#claim/claim.ts';
import { errorEntries, outputEntries, tokenEntries } from './quantities.ts';
import { threeTokens, vectorsOfThreeTokens } from './tokens.ts';

const outputFormula: Claim = {
  id: 'q2b-output-formula',
  source: { question: 'Q2', part: 'b.3', lines: [52, 54] },
  kind: 'definition',
  core: false,
  says: 'Each output is the sum of the tokens, weighted by the row of W that belongs to it.',
  domain: '—',
  readings: [
    {
      name: 'literal',
      says: 'for all i in {1, 2, 3}: y_i = sum_{j=1..3} W_ij x_j',
      latex: '\\forall i\\in\\{1,2,3\\}:\\ y_i=\\sum_{j=1}^{3}W_{ij}x_j',
      statement: { kind: 'definition' },
    },
  ],
};

/** The claim that output i is token i, a sum of the vectors named. */
function outputIsToken(row: 1 | 2 | 3, line: number, parts: string): Claim {
  return {
    id: `q2b-y${row}-equals-x${row}`,
    source: { question: 'Q2', part: 'b.3', lines: [line] },
    kind: 'value',
    core: true,
    says: `Output ${row} is token ${row} itself, y_${row} = x_${row} = ${parts}.`,
    domain: 'beta>=0',
    readings: [
      {
        name: 'literal (beta>0)',
        says: `for all beta > 0: y_${row} = x_${row}, coordinate by coordinate along a, b, c, d (at beta = 0 both are the zero vector)`,
        latex: `\\forall\\beta>0:\\ y_${row}=x_${row}`,
        statement: {
          kind: 'beta',
          vectors: vectorsOfThreeTokens,
          zeroIncluded: false,
          left: outputEntries(threeTokens, [row]),
          relation: '=',
          right: tokenEntries(threeTokens, [row]),
          inFloats: true,
        },
      },
      {
        name: 'limit',
        says: `each coordinate of y_${row} - x_${row} = sum_j W_${row}j (x_j - x_${row}) along a, b, c, d tends to 0 as beta grows, hence ||y_${row} - x_${row}|| does`,
        latex: `\\lim_{\\beta\\to\\infty}\\|y_${row}-x_${row}\\|=0`,
        statement: {
          kind: 'limit',
          vectors: vectorsOfThreeTokens,
          quantity: errorEntries(threeTokens, [row]),
          limits: [0, 0, 0, 0],
          strictlyIncreasing: false,
        },
      },
    ],
    repair: { reading: 'limit' },
  };
}

/** Part b, step 3 of question 2: the outputs. */
export const outputClaims: readonly Claim[] = [
  outputFormula,
  outputIsToken(1, 57, 'd + b'),
  outputIsToken(2, 58, 'a'),
  outputIsToken(3, 59, 'c + d'),
];
