/** Exact values, one for each entry: the real number lies within `radius` of high + low. */
export interface Values {
  /** The double nearest to the value, or next to it. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** Infinite or NaN where nothing is known. */
  readonly radius: Float64Array;
}

/** What is known of softmax attention at one input. */
export interface SoftmaxOracle {
  /** Shape [n][dv]. */
  readonly outputs: Values;
  /** Scaled scores, shape [n][m], within 2^-52 of their size and sum_l |scale q_l k_l| 2^-60; 0 behind the mask. */
  readonly scores: Float64Array;
  /** sum_l |q_l k_l|, before the scale, shape [n][m], within 2^-40 of its size but for an underflow; 0 behind the mask. */
  readonly sizes: Float64Array;
  /** Weights, shape [n][m], each within 2^-40 of its size, but for an underflow; 0 behind the mask. */
  readonly weights: Float64Array;
}

/** What is known of linear attention at one input. */
export interface LinearOracle {
  /** Shape [n][dv]: with the normaliser where that was asked for. */
  readonly outputs: Values;
  /** Shape [n][dv]: sum_j <q_i, k_j> v_j of the features. */
  readonly numerators: Values;
  /** Shape [n]: sum_j <q_i, k_j> of the features. */
  readonly denominators: Values;
  /** Shape [n][dv]: sum_j sum_l |q_l k_jl v_j| of the features, within 2^-40 of its size. */
  readonly numeratorSizes: Float64Array;
  /** Shape [n]: sum_j sum_l |q_l k_jl| of the features, within 2^-40 of its size. */
  readonly denominatorSizes: Float64Array;
  /**
   * Shape [n][dv] with the normaliser, else empty: sum_j |v_j - y| sum_l |q_l k_jl| of the features, y the output,
   * within 2^-40 of its size and 2^-50 |y| sum_j sum_l |q_l k_jl|.
   */
  readonly spreads: Float64Array;
}
