import { outputs } from '#kernel/rnn/output.ts';
import { isAllocated } from './allocated.ts';
import {
  checkFormat,
  checkNumber,
  checkNumbers,
  checkOptions,
  freshNumbers,
  overlap,
  wrongValue,
} from './arguments.ts';
import { type Chosen, choose } from './choice.ts';
import { formatOf } from './declaration.ts';
import type { StateKernel, StatesKernel, Tier } from './kernel.ts';
import { kernels } from './kernels.ts';
import { checkTier, knownTiers } from './tiers.ts';
import type { FloatArray, Like } from './tokens.ts';

/** How the final state is summed. */
export type StateForm = 'streaming' | 'paired' | 'lanes' | 'compensated';

/** What `recurrence` and `output` are asked for beyond their inputs. */
export interface RecurrenceOptions {
  /** The order of the sum; the fastest one when absent. `compensated` is correct to almost one rounding. */
  readonly form?: StateForm | undefined;
  /** The fastest deterministic tier of the engine when absent. */
  readonly tier?: Tier | undefined;
}

/** How every state is computed. */
export type StatesForm = 'streaming' | 'scan';

/** What `states` is asked for beyond its inputs. */
export interface StatesOptions<A extends FloatArray = never> {
  readonly form?: StatesForm | undefined;
  readonly tier?: Tier | undefined;
  /** Where the states go, shape [T], in the format of `x`: it may be `x` itself. A fresh array when absent. */
  readonly out?: A | undefined;
}

const none = {};

/**
 * Checks a call for the final state, and chooses its kernel.
 *
 * @throws TypeError or RangeError naming the argument, what must hold and what came
 */
export function chooseState(where: string, x: unknown, h0: unknown, options: unknown): Chosen<StateKernel> {
  checkSequence(where, x, h0);
  checkOptions(where, options, ['form', 'tier']);
  const { form, tier } = options as RecurrenceOptions;
  checkTier(where, tier);
  const wanted = { form, tier, without: tooFew(x as FloatArray, form) };
  return choose(where, kernels.recurrence, wanted, knownTiers());
}

/** Inputs from which vectors win, measured: those that they read in place, and those that are copied for sums of more work. */
const ENOUGH = 512;
const ENOUGH_TO_COPY = 4096;

/** Why plain sums, which have the same bits, are faster than vectors, if they are. */
function tooFew(x: FloatArray, form: StateForm | undefined): string | undefined {
  const compensated = form === 'compensated';
  if (x.length < (compensated ? ENOUGH_TO_COPY : ENOUGH)) return 'the same bits sooner, of so few inputs';
  return compensated || isAllocated(x)
    ? undefined
    : 'the same bits sooner, of inputs that are not from allocate';
}

function checkSequence(where: string, x: unknown, h0: unknown): void {
  checkNumbers(where, 'x', x);
  checkNumber(where, 'h0', h0, formatOf(x as FloatArray));
}

/**
 * The final state of h_t = x_t - h_(t-1).
 *
 * @param x inputs x_1 ... x_T, shape [T]; its format is that of every operation
 * @param h0 initial state, a number of the format
 * @returns h_T within `errorBound.recurrence`; h0 without inputs. A NaN or an infinity in any input reaches it
 * @cost T additions, no memory that grows with T
 * @throws TypeError or RangeError naming the argument, before any work
 * @source write-up, question 1, line 10
 */
export function recurrence(x: FloatArray, h0: number, options: RecurrenceOptions = none): number {
  return chooseState('recurrence', x, h0, options).kernel.run(x, h0);
}

/**
 * The output of the recurrence, sigmoid(1000 h_T).
 *
 * @param x inputs, shape [T]: without any, this is the output of the state `h0`, as a stream has it
 * @param h0 initial state, a number of the format
 * @returns y within `errorBound.output`, both tails to their own relative accuracy; an infinite state gives 0 or 1
 * @cost that of `recurrence`, and one exponential
 * @throws TypeError or RangeError naming the argument, before any work
 * @source write-up, question 1, line 10
 */
export function output(x: FloatArray, h0: number, options: RecurrenceOptions = none): number {
  const { kernel } = chooseState('output', x, h0, options);
  return outputs(formatOf(x))(kernel.run(x, h0));
}

/**
 * Checks a call for every state, and chooses its kernel.
 *
 * @throws TypeError or RangeError naming the argument, what must hold and what came
 */
export function chooseStates(where: string, x: unknown, h0: unknown, options: unknown): Chosen<StatesKernel> {
  checkSequence(where, x, h0);
  checkOptions(where, options, ['form', 'tier', 'out']);
  const { form, tier, out } = options as StatesOptions<FloatArray>;
  checkTier(where, tier);
  if (out !== undefined) checkStatesOut(where, out, x as FloatArray);
  return choose(where, kernels.states, { form, tier }, knownTiers());
}

function checkStatesOut(where: string, out: FloatArray, x: FloatArray): void {
  checkNumbers(where, 'out', out);
  checkFormat(where, 'out', out, 'x', formatOf(x));
  if (out.length !== x.length) wrongValue(`${where}: out`, `have T = ${x.length} numbers`, out.length);
  // The same numbers are read before they are written; shifted ones would not be.
  if (out.byteOffset !== x.byteOffset && overlap(out, x)) {
    throw new RangeError(`${where}: out must be x or not overlap it, got arrays with bytes in common`);
  }
}

/**
 * Every state of h_t = x_t - h_(t-1).
 *
 * @param x inputs, shape [T]
 * @param h0 initial state, a number of the format
 * @returns h_1 ... h_T, each within `errorBound.states`: `options.out`, or a fresh array. A NaN or an infinity at t leaves
 *   the states before t alone
 * @cost T additions, in form `scan` 2 T
 * @throws TypeError or RangeError naming the argument, before any work
 */
export function states<A extends FloatArray>(
  x: A,
  h0: number,
  options: StatesOptions<Like<A>> = none,
): Like<A> {
  const { kernel } = chooseStates('states', x, h0, options);
  const out = options.out ?? freshNumbers('states', 'out must have T numbers', formatOf(x), x.length);
  kernel.run(x, h0, out);
  return out as Like<A>;
}
