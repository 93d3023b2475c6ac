import type { FloatFormat } from '#arithmetic/float-format.ts';
import { exp32, exp64 } from '#kernel/exp.ts';

const f = Math.fround;

/** The gain of the output unit. Source: write-up, question 1, line 10. */
const GAIN = 1000;

/**
 * The output sigmoid(1000 h) of a state in binary64.
 *
 * The exponential is always of a number that is not positive, so that it never overflows, and neither tail is a
 * difference from 1: far below zero the output is e^(1000 h) to its own relative accuracy, subnormals included.
 *
 * @param h a state; an infinity gives 1 or 0, NaN gives NaN
 * @returns within y (1 - y) (e^D - 1) + 4.51 u y + 2 eta of y = sigmoid(1000 h), D = u |1000 h| for the rounding of the
 *   product; 2.5 u y is from e^z within 1.25 ulp, and u y each from the sum and the quotient. 1/2 exactly at 0
 * @cost one exponential, one division
 * @source write-up, question 1, line 10
 */
export function output64(h: number): number {
  const z = GAIN * h;
  if (z >= 0) return 1 / (1 + exp64(-z));
  const e = exp64(z);
  return e / (1 + e);
}

/** As `output64`, of a state in binary32: every operation is rounded to it. */
export function output32(h: number): number {
  const z = f(GAIN * h);
  if (z >= 0) return f(1 / f(1 + exp32(-z)));
  const e = exp32(z);
  return f(e / f(1 + e));
}

/** The output in a format. */
export function outputs(format: FloatFormat): (h: number) => number {
  return format.name === 'binary64' ? output64 : output32;
}
