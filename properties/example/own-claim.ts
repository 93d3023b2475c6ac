import { type Claim, decide, explain, type Fold, forAllLengths } from 'counterclaim';

/** sum over t = 1..T of (x_t - x_{t-1}), one input at a time. */
const differences: Fold<{ x0: 'scalar' }, { x: 'scalar' }, { sum: 'scalar'; last: 'scalar' }> = {
  state: { sum: 'scalar', last: 'scalar' },
  first: 0, // items that start the fold
  every: 1, // items that each step takes
  start: ({ scalars }, { x0 }) => ({ sum: scalars.of(0), last: x0 }),
  step: ({ scalars: { add, sub } }, { sum, last }, _params, [item]) => ({
    sum: add(sum, sub(item!.x, last)),
    last: item!.x,
  }),
  finish: (_space, { sum }) => sum,
};
const lastInput: typeof differences = { ...differences, finish: (_space, { last }) => last };
const lastLessFirst: typeof differences = {
  ...differences,
  finish: ({ scalars }, { last }, { x0 }) => scalars.sub(last, x0),
};

const equal = (right: typeof differences) =>
  forAllLengths({
    params: { x0: 'scalar' },
    item: { x: 'scalar' },
    first: 1,
    every: 1,
    left: differences,
    right,
    readout: 'identity',
  });

const claim: Claim = {
  id: 'telescope',
  source: { question: 'notes', part: 'lemma 1', lines: [3] },
  kind: 'identity',
  core: true,
  says: 'The differences sum to the last input.',
  domain: 'T >= 1',
  readings: [
    {
      name: 'literal',
      says: 'for all T >= 1: sum (x_t - x_{t-1}) = x_T',
      latex: '',
      statement: equal(lastInput),
    },
  ],
  repair: {
    says: 'for all T >= 1: sum (x_t - x_{t-1}) = x_T - x_0',
    latex: '',
    statement: equal(lastLessFirst),
  },
};

export const decided = decide(claim);
console.log(explain(decided));
