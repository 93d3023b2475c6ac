/** Numbers of one format, binary64 or binary32; matrices are row-major. */
export type FloatArray = Float64Array | Float32Array;

/** What attention is computed from: n queries and m keys of width dk, and m values of width dv, in one format. */
export interface Tokens<A extends FloatArray = FloatArray> {
  /** Shape [n][dk]. */
  readonly q: A;
  /** Shape [m][dk]. */
  readonly k: A;
  /** Shape [m][dv]. */
  readonly v: A;
  readonly n: number;
  readonly m: number;
  readonly dk: number;
  readonly dv: number;
}

/** An array of the format of another, on whatever buffer. */
export type Like<A extends FloatArray> = A extends Float64Array ? Float64Array : Float32Array;
