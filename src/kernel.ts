/**
 * The fast kernels of the three systems, on typed arrays, each result with its certified error bound on request.
 *
 * Formats: the numbers of a call are all of one, binary64 (Float64Array) or binary32 (Float32Array), and so is every operation.
 *
 * Choice: without a `form` and a `tier` a call is answered by the fastest deterministic kernel that the engine has, whose bits
 * are the same on every machine that has that tier; plain code where there are no vectors. `chosenKernel` says which and why,
 * `tiers` what there is. A tier that is asked for and missing is an error; `relaxed` is never chosen unasked.
 *
 * Bounds: `errorBound`, with the arguments of a call, says for every entry of the result how far it can be from the exact one
 * at these very inputs; `plusMinus` prints the two. The fates `bounded`, `overflows`, `open` say what is promised at all.
 *
 * NaN and infinities in inputs are no error. They reach, and nothing else is changed by a bit:
 * - in the recurrence every state from their own on, the final one and its output; an infinite state has the output 0 or 1;
 * - in attention, from a query its row, from a key the rows that see the key, from a value its column of these. Under the
 *   causal mask row i sees the keys j <= i, whatever the number of queries.
 * What they become: NaN or an infinity, with exceptions: a score of minus infinity is the weight 0 in softmax attention with a
 * shift, unless all are, elu1 of minus infinity is 0, and a denominator that is infinite gives 0 for a finite sum.
 * Finite inputs can overflow: `errorBound` foretells it.
 *
 * Memory: inputs are never changed; `out` is written, and is refused before any work where it overlaps what is read. Vector code
 * works in a memory of its own, to which arrays are copied that are not from `allocate`: `workspaceBytes` long, never freed.
 *
 * Errors: what a call cannot work with is refused before any work by a TypeError, for the kind of a thing, or a RangeError,
 * for its value: the call, the argument, what must hold, what came.
 */

export type { Allowance, Fate } from '#bound/allowance.ts';
export { type ErrorBound, type ErrorBounds, errorBound } from '#bound/error-bound.ts';
export { plusMinus } from '#bound/plus-minus.ts';
export type { Values } from '#evaluation/values.ts';
export type { ChosenKernel } from '#kernel/choice.ts';
export { type ChosenKernels, chosenKernel } from '#kernel/chosen-kernel.ts';
export type { FormatName } from '#kernel/format.ts';
export type { FeatureName, Tier } from '#kernel/kernel.ts';
export type { LinearState } from '#kernel/linear-attention/state.ts';
export { type LinearForm, type LinearOptions, linearAttention } from '#kernel/linear-attention.ts';
export { allocate } from '#kernel/memory.ts';
export type { Segment } from '#kernel/rnn/stream.ts';
export {
  output,
  type RecurrenceOptions,
  recurrence,
  type StateForm,
  type StatesForm,
  type StatesOptions,
  states,
} from '#kernel/rnn.ts';
export { workspaceBytes } from '#kernel/simd/workspace.ts';
export { type SoftmaxForm, type SoftmaxOptions, softmaxAttention } from '#kernel/softmax-attention.ts';
export {
  type Advance,
  type AdvanceOptions,
  advanceLinear,
  advanceState,
  applySegment,
  emptyState,
  joinSegments,
  joinStates,
  segment,
} from '#kernel/stream.ts';
export type { Threads } from '#kernel/threads.ts';
export { type TierState, type Tiers, tiers } from '#kernel/tiers.ts';
export type { FloatArray, Like, Tokens } from '#kernel/tokens.ts';
export { createPool, type Pool } from '#pool/pool.ts';
