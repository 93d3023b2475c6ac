import { enclosures, formatEnclosure } from '#arithmetic/enclosure.ts';
import { exactly, formatRational, type Rational, rationals } from '#arithmetic/rational.ts';
import { rnnClaims } from '#claim/rnn/claims.ts';
import { scan } from '#kernel/rnn/scan.ts';
import { finalState, logistic } from '#reference/rnn.ts';
import { type Holding, holdingFor } from './holds.ts';
import type { RecurrenceSettings } from './settings.ts';

/** What becomes of one input of the recurrence. */
export interface RecurrenceRun {
  /** h_1 ... h_T, by the kernel in binary64. */
  readonly states: readonly number[];
  /** h_T, exactly. */
  readonly final: string;
  /** The write-up's sum over i <= T/2 of (x_2i - x_2i-1), plus h_0, exactly. */
  readonly sum: string;
  readonly agree: boolean;
  /** sigmoid(gain h_T), enclosed. */
  readonly output: string;
  /** sigmoid(gain sum), enclosed: what the write-up's answer gives. */
  readonly answer: string;
  readonly holding: readonly Holding[];
}

const DIGITS = 25;
/** Digits of an output that are shown. */
const SHOWN = 10;

/** Runs the kernel and the reference on one input, and decides every reading of question 1 for it. */
export function runRecurrence({ x, h0, gain }: Pick<RecurrenceSettings, 'x' | 'h0' | 'gain'>): RecurrenceRun {
  const states = new Float64Array(x.length);
  scan.run(Float64Array.from(x), h0, states);
  const inputs = x.map(exactly);
  const final = finalState(rationals, inputs, exactly(h0));
  const pairs = Math.floor(x.length / 2);
  let sum = exactly(h0);
  for (let i = 0; i < pairs; i++) {
    sum = rationals.add(sum, rationals.sub(inputs[2 * i + 1]!, inputs[2 * i]!));
  }
  return {
    states: [...states],
    final: formatRational(final),
    sum: formatRational(sum),
    agree: rationals.compare(final, sum) === 'equal',
    output: outputOf(final, gain),
    answer: outputOf(sum, gain),
    holding: holdingFor(rnnClaims, { h0, x }),
  };
}

/** sigmoid(gain h), or why it cannot be enclosed. */
function outputOf(h: Rational, gain: number): string {
  const a = enclosures(DIGITS);
  try {
    return formatEnclosure(logistic(a, a.mul(a.of(gain), a.fromRational(h))), SHOWN);
  } catch {
    return 'beyond what is enclosed';
  }
}
