import { coordinates, sum } from '#arithmetic/space.ts';
import type { Claim } from '#claim/claim.ts';
import type { AllOf, Cost, SizeFormula } from '#claim/statement.ts';
import { norm } from '#reference/norm.ts';
import {
  type Computation,
  operations,
  ordered,
  streaming,
  streamingLastToken,
  written,
  writtenOneOutput,
} from './costs.ts';

/** One of the operations that the write-up lists, on vectors of length d. */
interface VectorOperation {
  readonly name: string;
  readonly computation: Computation;
  /** How many operations on numbers it takes, of any kind. */
  readonly formula: SizeFormula;
  readonly formulaText: string;
}

const vector = (length: number): null[] => Array.from({ length }, () => null);

const vectorOperations: readonly VectorOperation[] = [
  {
    name: 'addition of two vectors',
    computation: (a, { d }) => coordinates(a, d!).add(vector(d!), vector(d!)),
    formula: (_r, { d }) => d!,
    formulaText: 'd',
  },
  {
    name: 'multiplication of a vector by a number',
    computation: (a, { d }) => coordinates(a, d!).scale(null, vector(d!)),
    formula: (_r, { d }) => d!,
    formulaText: 'd',
  },
  {
    name: 'inner product of two vectors',
    computation: (a, { d }) => coordinates(a, d!).dot(vector(d!), vector(d!)),
    formula: (r, { d }) => r.sub(r.mul(r.of(2), d!), r.of(1)),
    formulaText: '2 d - 1',
  },
  {
    name: 'normalisation of a vector to length one',
    computation: (a, { d }) => {
      const length = norm(coordinates(a, d!), vector(d!));
      return vector(d!).map((entry) => a.div(entry, length));
    },
    formula: (r, { d }) => r.mul(r.of(3), d!),
    formulaText: '3 d',
  },
];

/** A row of T scores divided by its sum: the normalisation of linear attention. */
const rowNormalisation: Computation = (a, { T }) => {
  const whole = sum(a, vector(T!));
  return vector(T!).map((score) => a.div(score, whole));
};

const everyKind = (computation: Computation): Cost['measure'] =>
  operations(['add', 'mul', 'div', 'exp', 'sqrt'], computation);

const linearInWidth: AllOf = {
  kind: 'all',
  parts: vectorOperations.flatMap(({ name, computation, formula, formulaText }) => {
    const cost = { kind: 'cost', sizes: ['d'], counts: `operations of the ${name}` } as const;
    const measure = everyKind(computation);
    return [
      {
        says: `${name}: ${formulaText} operations`,
        statement: { ...cost, measure, is: { says: 'equals', formula } } as const,
      },
      {
        says: `${name}: at most C d`,
        statement: { ...cost, measure, is: { says: 'order', size: 'd', degree: 1, uniform: false } } as const,
      },
    ];
  }),
};

const linearInLength: AllOf = {
  kind: 'all',
  parts: [
    ...vectorOperations,
    { name: 'normalisation of a row of T scores', computation: rowNormalisation },
  ].map(({ name, computation }) => ({
    says: `${name}: at most C T`,
    statement: {
      kind: 'cost',
      sizes: ['T', 'd'],
      counts: `operations of the ${name}`,
      measure: everyKind(computation),
      is: { says: 'order', size: 'T', degree: 1, uniform: false },
    },
  })),
};

const eachLinear: Claim = {
  id: 'q3-vector-ops-linear-time',
  source: { question: 'Q3', part: 'para 3', lines: [71] },
  kind: 'complexity',
  core: false,
  says: 'Addition, multiplication and normalisation of vectors each take linear time.',
  domain: 'T, d >= 1; linear in the number of tokens or in the length of the vectors is not said',
  readings: [
    {
      name: 'linear in the vector length d',
      says:
        'for all d >= 1: adding takes d operations, scaling d, an inner product 2 d - 1, normalising 3 d, ' +
        'each at most C d',
      latex: '\\forall d\\ge1:\\ d,\\ d,\\ 2d-1,\\ 3d\\ \\text{ operations}',
      statement: linearInWidth,
    },
    {
      name: 'linear in T',
      says:
        'for all d there is a C such that for all T: each of these, and dividing a row of T scores by its sum, takes ' +
        'at most C T operations (those on one or two vectors do not depend on T)',
      latex: '\\forall d\\,\\exists C\\,\\forall T:\\ \\text{each operation takes}\\le CT',
      statement: linearInLength,
    },
  ],
};

const multiplicationsWritten = operations(['mul'], written);

const linearInTotal: Claim = {
  id: 'q3-linear-ops-imply-linear-total',
  source: { question: 'Q3', part: 'para 3', lines: [71] },
  kind: 'inference',
  core: false,
  says: 'Since every operation takes linear time, all of them together do.',
  domain: 'T, dk, dv >= 1; the outputs of line 81, one after the other',
  readings: [
    {
      name: 'literal',
      says:
        'for all dk, dv there is a C such that for all T: one output of line 81 takes at most C T multiplications, ' +
        'and so do all T outputs together',
      latex:
        '\\exists C\\,\\forall T:\\ M(y_i)\\le CT\\quad\\Longrightarrow\\quad\\exists C\\,\\forall T:\\ \\textstyle\\sum_{i=1}^TM(y_i)\\le CT',
      statement: {
        kind: 'all',
        parts: [
          {
            says: 'the premise: one output takes at most C T',
            statement: ordered(
              'multiplications of one output of line 81',
              operations(['mul'], writtenOneOutput),
              1,
            ),
          },
          {
            says: 'the conclusion: all outputs together take at most C T',
            statement: ordered('multiplications of all outputs of line 81', multiplicationsWritten, 1),
          },
        ],
      },
    },
  ],
  repair: {
    says:
      'for all dk, dv there is a C such that for all T: when each token takes at most C multiplications, as in ' +
      'streaming causal attention, all T tokens together take at most C T',
    latex:
      '\\exists C\\,\\forall t:\\ M(y_t)\\le C\\quad\\text{and}\\quad\\textstyle\\sum_{t=1}^TM(y_t)\\le CT',
    statement: {
      kind: 'all',
      parts: [
        {
          says: 'the last of T tokens takes at most C',
          statement: ordered('multiplications of the last of T streamed tokens', streamingLastToken, 0),
        },
        {
          says: 'all T tokens together take at most C T',
          statement: ordered('multiplications of T streamed tokens', operations(['mul'], streaming), 1),
        },
      ],
    },
  },
};

/** Paragraph 3 of question 3: single operations and all of them. */
export const vectorOperationClaims: readonly Claim[] = [eachLinear, linearInTotal];
