import type { Arbitrary } from 'fast-check';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { Law } from './law.ts';
import type { Call } from './subject-call.ts';
import type { AnyVariant } from './variant.ts';

/**
 * A law of one function: at every input of the contract, its result is the exact one, but for the bound of its rounding.
 *
 * It is checked by calls, not by relating results: what a subject returns is compared with what the reference gives.
 */
export interface OracleLaw {
  readonly id: string;
  readonly system: Law['system'];
  readonly says: string;
  readonly fn: Call['fn'];
  /** Whether a call of its function is a case of it. */
  readonly includes: (call: Call) => boolean;
  /** The systematic calls, cheap and telling first: the same sizes, options and kinds of numbers in every run. */
  readonly cases: (format: FloatFormat, run?: number) => Iterable<Call>;
  /** Random calls, like the systematic ones of small sizes. */
  readonly arbitrary: (format: FloatFormat) => Arbitrary<Call>;
  /** What the function could be mistaken for; the systematic calls tell each of them apart. */
  readonly variants: readonly AnyVariant[];
}
