import {
  checkFlag,
  checkNumber,
  checkOptions,
  checkOut,
  checkTokens,
  runInto,
  wrongValue,
} from './arguments.ts';
import { type Chosen, choose } from './choice.ts';
import { formatOf } from './declaration.ts';
import type { SoftmaxKernel, SoftmaxSettings, Tier } from './kernel.ts';
import { kernels, shared } from './kernels.ts';
import { checkPool, onThreads, type Threads } from './threads.ts';
import { beyondReach, checkTier, knownTiers } from './tiers.ts';
import type { FloatArray, Like, Tokens } from './tokens.ts';

/** How softmax attention is computed. `naive` has no shift: it is kept to show what goes wrong. */
export type SoftmaxForm = 'tiled' | 'two-pass' | 'online' | 'naive';

/** What `softmaxAttention` is asked for beyond its tokens. */
export interface SoftmaxOptions<A extends FloatArray = never> {
  /** What every score is multiplied by, a number of the format; 1 when absent, as in the write-up. */
  readonly scale?: number | undefined;
  /** Whether row i sees only the keys j <= i, whatever the number of queries. */
  readonly causal?: boolean | undefined;
  /** The fastest one of the tier when absent. */
  readonly form?: SoftmaxForm | undefined;
  /** The fastest deterministic tier of the engine when absent. */
  readonly tier?: Tier | undefined;
  /** Where the outputs go, shape [n][dv], apart from the tokens. A fresh array when absent. */
  readonly out?: A | undefined;
  /** Threads that share the rows, from `createPool`: in form `tiled` by vectors, with the same bits. Others run on this thread. */
  readonly pool?: Threads | undefined;
}

const names = ['scale', 'causal', 'form', 'tier', 'out', 'pool'];
const none = {};

/** A call that was found to be well made. */
export interface SoftmaxCall {
  readonly chosen: Chosen<SoftmaxKernel>;
  readonly tokens: Tokens;
  readonly settings: SoftmaxSettings;
}

/** Checks a call, and chooses its kernel. @throws TypeError or RangeError naming the argument, what must hold and what came */
export function softmaxCall(where: string, tokens: unknown, options: unknown): SoftmaxCall {
  const checked = checkTokens(where, tokens);
  checkOptions(where, options, names);
  const { scale = 1, causal, form, tier, pool } = options as SoftmaxOptions<FloatArray>;
  checkNumber(where, 'scale', scale, formatOf(checked.q));
  if (!Number.isFinite(scale)) wrongValue(`${where}: scale`, 'be finite', scale);
  const settings = { scale, causal: checkFlag(where, 'causal', causal) };
  checkTier(where, tier);
  checkPool(where, pool);
  if (checked.m === 0 && checked.n > 0) {
    wrongValue(`${where}: m`, 'be at least 1 where there are queries', checked.m);
  }
  const wanted = { form, tier, without: beyondReach(checked) };
  const chosen = choose(where, kernels.softmaxAttention, wanted, knownTiers());
  return { chosen: onThreads(chosen, shared.softmaxAttention, pool), tokens: checked, settings };
}

/**
 * Softmax attention: y_i = sum_j p_ij v_j with p_ij = e^(scale <q_i, k_j>) / sum_j e^(scale <q_i, k_j>).
 *
 * A NaN or an infinity among the scores of a row makes that row NaN, but for minus infinity, which is the weight 0 unless
 * all are; in a value it reaches its column of the rows that see it, infinite or NaN. No other row is changed.
 *
 * @param tokens q [n][dk], k [m][dk], v [m][dv], row-major, of one format, which is that of every operation; m >= 1
 *   where there are queries
 * @returns shape [n][dv], each entry within `errorBound.softmaxAttention`: `options.out`, or a fresh array
 * @cost n m (dk + dv) products and n m exponentials, half of them when causal
 * @throws TypeError or RangeError naming the argument, before any work
 * @source write-up, question 2b, line 42
 */
export function softmaxAttention<A extends FloatArray>(
  tokens: Tokens<A>,
  options: SoftmaxOptions<Like<A>> = none,
): Like<A> {
  const call = softmaxCall('softmaxAttention', tokens, options);
  const out = checkOut('softmaxAttention', options.out, call.tokens);
  return runInto('softmaxAttention', call.chosen.kernel, call.tokens, call.settings, out) as Like<A>;
}
