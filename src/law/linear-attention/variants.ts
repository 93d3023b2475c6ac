import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import type { FeatureName } from '#kernel/kernel.ts';
import type { CallOf, Variant } from '#law/variant.ts';
import { elu1, type FeatureMap, identityFeature } from '#reference/linear-attention.ts';

type Linear = Variant<'linearAttention'>;

/** What may go wrong, and what is right where it does not. */
interface Pieces {
  readonly sees: (
    place: { readonly i: number; readonly j: number; readonly n: number; readonly m: number },
    causal: boolean,
  ) => boolean;
  readonly isNormalised: (asked: boolean) => boolean;
  /** The sum of the scores that a row sees, and of all of its scores. */
  readonly denominator: <N>(a: Analytic<N>, seen: readonly N[], all: readonly N[]) => N;
  readonly mapOfQueries: (asked: FeatureName) => FeatureMap;
  readonly mapOfKeys: (asked: FeatureName) => FeatureMap;
  readonly mapOfValues: FeatureMap;
  readonly score: <N>(a: Analytic<N>, score: N, width: number) => N;
  /** Which value goes with a key. */
  readonly valueAt: (j: number, m: number) => number;
  /** Whether a key is counted at all. */
  readonly keeps: (j: number, m: number) => boolean;
}

function mapOf(asked: FeatureName): FeatureMap {
  return asked === 'elu1' ? elu1 : identityFeature;
}

const right: Pieces = {
  sees: ({ i, j }, causal) => !causal || j <= i,
  isNormalised: (asked) => asked,
  denominator: sum,
  mapOfQueries: mapOf,
  mapOfKeys: mapOf,
  mapOfValues: identityFeature,
  score: (_a, score) => score,
  valueAt: (j) => j,
  keeps: () => true,
};

function attended<N>(a: Analytic<N>, call: CallOf<'linearAttention'>, changed: Partial<Pieces>): N[] {
  const pieces = { ...right, ...changed };
  const { q, k, v, options } = call;
  const { causal = false, normalize = false, featureMap = 'identity' } = options;
  const queries = q.map((row) => row.map((x) => pieces.mapOfQueries(featureMap)(a, x)));
  const keys = k.map((row) => row.map((x) => pieces.mapOfKeys(featureMap)(a, x)));
  const values = v.map((row) => row.map((x) => pieces.mapOfValues(a, x)));
  const { dot } = coordinates(a, 0);
  return queries.flatMap((row, i) => {
    const scores = keys.map((key) => pieces.score(a, dot(row, key), key.length));
    const seen = scores.flatMap((score, j) =>
      pieces.keeps(j, k.length) && pieces.sees({ i, j, n: q.length, m: k.length }, causal)
        ? [{ score, j }]
        : [],
    );
    const total = pieces.denominator(
      a,
      seen.map(({ score }) => score),
      scores,
    );
    return v[0]!.map((_, c) => {
      const numerator = sum(
        a,
        seen.map(({ score, j }) => a.mul(score, values[pieces.valueAt(j, k.length)]![c]!)),
      );
      return pieces.isNormalised(normalize) ? a.div(numerator, total) : numerator;
    });
  });
}

function variant(id: string, says: string, changed: Partial<Pieces>, over: Linear['over'] = 'reals'): Linear {
  return { id, says, fn: 'linearAttention', over, entries: (a, call) => attended(a, call, changed) };
}

/** elu, without the one that is added. */
const elu: FeatureMap = (a, x) => (x > 0 ? a.of(x) : a.sub(a.exp(a.of(x)), a.of(1)));

/** elu + 1 as two steps: e^x - 1 rounds to -1 for x far below 0. */
const elu1InTwoSteps: FeatureMap = (a, x) => a.add(elu(a, x), a.of(1));

/** What is mistaken with the normaliser and without. */
const ofBoth: readonly Linear[] = [
  variant('l-mask-ignored', 'sees every key though it is asked to be causal', { sees: () => true }),
  variant('l-mask-always', 'is causal though it is not asked to be', { sees: ({ i, j }) => j <= i }),
  variant('l-mask-one-more', 'sees the key after its own', {
    sees: ({ i, j }, causal) => !causal || j <= i + 1,
  }),
  variant('l-mask-one-less', 'does not see its own key, the first row excepted', {
    sees: ({ i, j }, causal) => !causal || j < Math.max(i, 1),
  }),
  variant('l-mask-from-the-end', 'aligns the mask with the last query and the last key', {
    sees: ({ i, j, n, m }, causal) => !causal || j <= i + m - n,
  }),
  variant('l-mask-transposed', 'sees the keys from its own on', {
    sees: ({ i, j }, causal) => !causal || j >= i,
  }),
  variant('l-map-dropped', 'maps nothing', {
    mapOfQueries: () => identityFeature,
    mapOfKeys: () => identityFeature,
  }),
  variant('l-map-always', 'maps though it is not asked to', {
    mapOfQueries: () => elu1,
    mapOfKeys: () => elu1,
  }),
  variant('l-map-not-of-queries', 'does not map the queries', { mapOfQueries: () => identityFeature }),
  variant('l-map-not-of-keys', 'does not map the keys', { mapOfKeys: () => identityFeature }),
  variant('l-map-of-values', 'maps the values', { mapOfValues: elu1 }),
  variant('l-map-elu', 'forgets the one that is added to elu', {
    mapOfQueries: () => elu,
    mapOfKeys: () => elu,
  }),
  variant(
    'l-map-in-two-steps',
    'adds 1 to e^x - 1',
    {
      mapOfQueries: (asked) => (asked === 'elu1' ? elu1InTwoSteps : identityFeature),
      mapOfKeys: (asked) => (asked === 'elu1' ? elu1InTwoSteps : identityFeature),
    },
    'format',
  ),
  variant('l-scores-squared', 'squares the scores', { score: (a, score) => a.mul(score, score) }),
  variant('l-softmax', 'takes powers of e', { score: (a, score) => a.exp(score) }),
  variant('l-binary32', 'computes in binary32', {}, 'binary32'),
  variant('l-last-key-dropped', 'drops the last key', { keeps: (j, m) => j < m - 1 }),
  variant('l-first-key-dropped', 'drops the first key', { keeps: (j) => j > 0 }),
  variant('l-values-behind-keys', 'pairs each key with the next value', { valueAt: (j, m) => (j + 1) % m }),
];

/** What linear attention without the normaliser is mistaken for. */
export const linearVariants: readonly Linear[] = [
  ...ofBoth,
  variant('l-normaliser-always', 'divides by the sum of the scores though it is not asked to', {
    isNormalised: () => true,
  }),
  variant('l-mean', 'divides by the number of keys', {
    isNormalised: () => true,
    denominator: (a, seen) => a.of(seen.length),
  }),
  variant('l-scale-by-width', 'scales by 1/sqrt(d)', {
    score: (a, score, width) => a.div(score, a.sqrt(a.of(width || 1))),
  }),
];

/** What linear attention with the normaliser is mistaken for. */
export const normalisedVariants: readonly Linear[] = [
  ...ofBoth,
  variant('l-normaliser-dropped', 'does not divide by the sum of the scores', { isNormalised: () => false }),
  variant('l-normaliser-1e-6', 'adds 1e-6 to the denominator', {
    denominator: (a, seen) => a.add(sum(a, seen), a.of(1e-6)),
  }),
  variant('l-normaliser-1e-12', 'adds 1e-12 to the denominator', {
    denominator: (a, seen) => a.add(sum(a, seen), a.of(1e-12)),
  }),
  variant('l-normaliser-unsigned', 'loses the sign of the denominator', {
    denominator: (a, seen) => {
      const total = sum(a, seen);
      return a.sqrt(a.mul(total, total));
    },
  }),
  variant('l-normaliser-of-sizes', 'sums the sizes of the scores', {
    denominator: (a, seen) =>
      sum(
        a,
        seen.map((s) => a.sqrt(a.mul(s, s))),
      ),
  }),
  variant('l-normaliser-of-all', 'sums the scores of masked keys too', {
    denominator: (a, _seen, all) => sum(a, all),
  }),
];
