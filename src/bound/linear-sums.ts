import type { FeatureName } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';

/** Sums over the keys that a row sees; of features, bounds from above. */
export interface KeySums {
  count: number;
  /** sum_j sum_l |k_jl|. */
  keys: number;
  /** sum_j |v_jc|, shape [dv]. */
  readonly values: Float64Array;
  /** sum_j |v_jc| sum_l |k_jl|, shape [dv]. */
  readonly products: Float64Array;
}

/** The sums over no key. */
export function newKeySums(dv: number): KeySums {
  return { count: 0, keys: 0, values: new Float64Array(dv), products: new Float64Array(dv) };
}

/** Adds keys to the sums until there are `seen`. */
export function addKeys(sums: KeySums, { k, v, dk, dv }: Tokens, map: FeatureName, seen: number): void {
  const { values, products } = sums;
  for (; sums.count < seen; sums.count++) {
    const key = sizeOfFeatures(k, sums.count * dk, dk, map);
    sums.keys += key;
    for (let c = 0; c < dv; c++) {
      const value = Math.abs(v[sums.count * dv + c]!);
      values[c] = values[c]! + value;
      products[c] = products[c]! + key * value;
    }
  }
}

/** sum |x_l| of the features of `count` numbers, or a little more: e^x <= 1 for x <= 0. */
export function sizeOfFeatures(x: FloatArray, from: number, count: number, map: FeatureName): number {
  let sum = 0;
  if (map === 'identity') for (let l = 0; l < count; l++) sum += Math.abs(x[from + l]!);
  else for (let l = 0; l < count; l++) sum += 1 + Math.max(0, x[from + l]!);
  return sum;
}
