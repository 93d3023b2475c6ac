import {
  checkFlag,
  checkOptions,
  checkOut,
  checkSize,
  checkTokens,
  checkWord,
  runInto,
  wrongValue,
} from './arguments.ts';
import { type Chosen, choose, formsOf } from './choice.ts';
import type { FeatureName, LinearKernel, LinearSettings, Tier } from './kernel.ts';
import { kernels, shared } from './kernels.ts';
import { checkPool, onThreads, type Threads } from './threads.ts';
import { beyondReach, checkTier, knownTiers } from './tiers.ts';
import type { FloatArray, Like, Tokens } from './tokens.ts';

/** How linear attention is computed: `recurrent` and `chunkwise` when causal, `reassociated` when not, `quadratic` both. */
export type LinearForm = 'reassociated' | 'recurrent' | 'quadratic' | 'chunkwise';

/** What `linearAttention` is asked for beyond its tokens. */
export interface LinearOptions<A extends FloatArray = never> {
  /** Whether row i sees only the keys j <= i, whatever the number of queries. */
  readonly causal?: boolean | undefined;
  /** Whether a row is divided by the sum of its scores. */
  readonly normalize?: boolean | undefined;
  /** What queries and keys go through first, coordinate by coordinate; the identity when absent. */
  readonly featureMap?: FeatureName | undefined;
  /** Tokens a chunk, at least 1, of the chunkwise form, which is taken when this is given; 64 when absent. */
  readonly chunk?: number | undefined;
  /** The one of least cost at these sizes when absent. */
  readonly form?: LinearForm | undefined;
  /** The fastest deterministic tier of the engine when absent. */
  readonly tier?: Tier | undefined;
  /** Where the outputs go, shape [n][dv], apart from the tokens. A fresh array when absent. */
  readonly out?: A | undefined;
  /** Threads that share the rows, from `createPool`: in form `quadratic` by vectors, with the same bits. Others run on this thread. */
  readonly pool?: Threads | undefined;
}

const names = ['causal', 'normalize', 'featureMap', 'chunk', 'form', 'tier', 'out', 'pool'];
const none = {};

/** Tokens a chunk where none is asked for: the scores of a chunk cost as much as the state for widths of about 64. */
const USUAL_CHUNK = 64;

/** The feature maps, by name. */
const featureMaps: readonly FeatureName[] = ['identity', 'elu1'];

/** A call that was found to be well made. */
export interface LinearCall {
  readonly chosen: Chosen<LinearKernel>;
  readonly tokens: Tokens;
  readonly settings: LinearSettings;
}

const serving = {
  causal: kernels.linearAttention.filter(({ serves }) => serves.causal),
  whole: kernels.linearAttention.filter(({ serves }) => serves.whole),
};
const allForms = formsOf(kernels.linearAttention);
const forms = { causal: formsOf(serving.causal), whole: formsOf(serving.whole) };

/** Checks a call, and chooses its kernel. @throws TypeError or RangeError naming the argument, what must hold and what came */
export function linearCall(where: string, tokens: unknown, options: unknown): LinearCall {
  const checked = checkTokens(where, tokens);
  checkOptions(where, options, names);
  const asked = options as LinearOptions<FloatArray>;
  const settings = checkLinearSettings(where, asked);
  const { tier, pool } = asked;
  checkTier(where, tier);
  checkPool(where, pool);
  const form = checkForm(where, asked, settings.causal);
  const preferred = preferredForm(checked, settings.causal);
  const wanted = { form, tier, preferred, without: beyondReach(checked) };
  const table = settings.causal ? serving.causal : serving.whole;
  const chosen = choose(where, table, wanted, knownTiers());
  return { chosen: onThreads(chosen, shared.linearAttention, pool), tokens: checked, settings };
}

/** The form that is asked for, by its name or by a chunk: undefined where any will do. */
function checkForm(
  where: string,
  { form, chunk }: LinearOptions<FloatArray>,
  causal: boolean,
): LinearForm | undefined {
  if (form === undefined && chunk === undefined) return undefined;
  if (form !== undefined) checkWord(where, 'form', form, allForms);
  const asked = chunk === undefined ? form! : 'chunkwise';
  if (form !== undefined && form !== asked) {
    wrongValue(`${where}: form`, `be ${asked} where chunk is given`, form);
  }
  if (!(causal ? forms.causal : forms.whole).includes(asked)) {
    wrongValue(`${where}: causal`, `be ${!causal} for the ${asked} form`, causal);
  }
  return asked;
}

/** What linear attention is asked for, complete, from options that may leave all of it out. */
export function checkLinearSettings(
  where: string,
  { causal, normalize, featureMap = 'identity', chunk = USUAL_CHUNK }: LinearOptions<FloatArray>,
): LinearSettings {
  checkWord(where, 'featureMap', featureMap, featureMaps);
  checkSize(where, 'chunk', chunk, 1);
  return {
    causal: checkFlag(where, 'causal', causal),
    normalize: checkFlag(where, 'normalize', normalize),
    featureMap,
    chunk,
  };
}

/** The form with the fewer products: scores first where there are few tokens of great width, else a state. */
function preferredForm({ n, m, dk, dv }: Tokens, causal: boolean): LinearForm {
  const scores = n * m * (dk + dv) * (causal ? 0.5 : 1);
  const state = (n + m) * dk * dv;
  if (scores < state) return 'quadratic';
  return causal ? 'recurrent' : 'reassociated';
}

/**
 * Linear attention: y_i = sum_j <phi(q_i), phi(k_j)> v_j, over sum_j <phi(q_i), phi(k_j)> when normalised.
 *
 * A NaN or an infinity in a query stays in its row; in a key it reaches the rows that see the key, and in a value its column
 * of these. Which of NaN and infinity they become may differ between forms; in form `reassociated` every row sees every
 * key. A row whose scores sum to 0 is NaN or infinite when normalised. Without keys it is 0, normalised NaN.
 *
 * @param tokens q [n][dk], k [m][dk], v [m][dv], row-major, of one format, which is that of every operation
 * @returns shape [n][dv], each entry within `errorBound.linearAttention`: `options.out`, or a fresh array
 * @cost (n + m) dk dv products with a state, n m (dk + dv) in form `quadratic`, whichever is fewer
 * @throws TypeError or RangeError naming the argument, before any work
 * @source write-up, question 3, line 81
 */
export function linearAttention<A extends FloatArray>(
  tokens: Tokens<A>,
  options: LinearOptions<Like<A>> = none,
): Like<A> {
  const call = linearCall('linearAttention', tokens, options);
  const out = checkOut('linearAttention', options.out, call.tokens);
  return runInto('linearAttention', call.chosen.kernel, call.tokens, call.settings, out) as Like<A>;
}
