/**
 * A commutative ring with exact entry of doubles: enough for the recurrence, scores and linear attention.
 *
 * Implementations are plain records of functions, so that one formula runs over any arithmetic.
 */
export interface Ring<N> {
  /** The element equal to a finite double, exactly. @throws RangeError when the double is not finite */
  readonly of: (value: number) => N;
  readonly add: (a: N, b: N) => N;
  readonly sub: (a: N, b: N) => N;
  readonly mul: (a: N, b: N) => N;
  readonly neg: (a: N) => N;
}

/** A ring with division; dividing by (a number that may be) zero throws RangeError. */
export interface Field<N> extends Ring<N> {
  readonly div: (a: N, b: N) => N;
}

/** A field with the exponential and the non-negative square root: enough for norms and softmax. */
export interface Analytic<N> extends Field<N> {
  readonly exp: (a: N) => N;
  readonly sqrt: (a: N) => N;
}

/** What is known of a against b. Only an exact arithmetic ever says `equal`; an enclosure may say `overlap`. */
export type Order = 'less' | 'equal' | 'greater' | 'overlap';

/** An arithmetic whose elements can be compared. */
export interface Ordered<N> {
  readonly compare: (a: N, b: N) => Order;
}
