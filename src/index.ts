/**
 * Deciding claims as a library: the claims of the write-up, the statements one can make, and their verdicts.
 */

export { balls } from '#arithmetic/ball.ts';
export { enclosures } from '#arithmetic/enclosure.ts';
export { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
export type { Analytic, Field, Order, Ordered, Ring } from '#arithmetic/ring.ts';
export { coordinates, type Space } from '#arithmetic/space.ts';
export type { Claim, Reading, Repair, Source } from '#claim/claim.ts';
export type { Notation } from '#claim/notation.ts';
export {
  type ForAllBeta,
  type ForAllCases,
  type ForAllLengths,
  type FrameSide,
  forAllCases,
  forAllLengths,
  inFloats,
  type Relation,
  type Side,
  type Statement,
} from '#claim/statement.ts';
export { writeUp } from '#claim/write-up.ts';
export type { Case, Lifted } from '#domain/case.ts';
export type { Domain } from '#domain/domain.ts';
export type { Grain } from '#domain/grain.ts';
export { inputs, restricted } from '#domain/layout.ts';
export type { Frame } from '#domain/orthogonal.ts';
export { sequences } from '#domain/sequence.ts';
export { type EvaluationOptions, evaluate, type ResultOf } from '#evaluation/evaluate.ts';
export { usualBudget } from '#judge/budget.ts';
export { decideClaim as decide, decideStatement } from '#judge/decide.ts';
export type { Decided, DecidedReading, DecidedRepair } from '#judge/decided.ts';
export { recheck } from '#judge/recheck.ts';
export type {
  Budget,
  Obligation,
  Proof,
  Region,
  Threshold,
  Verdict,
  VerdictWord,
  Witness,
} from '#judge/verdict.ts';
export type { Bundle, Fold, Shape } from '#reference/fold.ts';
export { asWritten, chunkwise, normalised, reassociated, recurrent } from '#reference/linear-attention.ts';
export { finalState, logistic, output } from '#reference/rnn.ts';
export { attentionWeights, softmaxAttention } from '#reference/softmax-attention.ts';
export { explain } from '#report/explain.ts';
