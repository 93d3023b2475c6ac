import { writeUp } from '#claim/write-up.ts';
import { type BreakEvent, breakables, breaking } from './break.ts';
import { certifiedGivenAway } from './certified.ts';
import { type FormatShown, formatsAt } from './formats.ts';
import { type LinearRun, runLinear } from './linear.ts';
import { type RecurrenceRun, runRecurrence } from './recurrence.ts';
import type { AttentionSettings, LinearSettings, RecurrenceSettings } from './settings.ts';
import { tokensOf } from './tokens.ts';

/** What the page asks of its worker. */
export type Question =
  | { readonly about: 'recurrence'; readonly settings: RecurrenceSettings }
  | { readonly about: 'attention'; readonly settings: AttentionSettings }
  | { readonly about: 'linear'; readonly settings: LinearSettings };

/** What is certain of attention: 1 - W_ii enclosed, for few tokens, and what number formats show of the write-up's three. */
export interface AttentionFacts {
  readonly certified: readonly string[];
  readonly formats: readonly FormatShown[];
}

/** What the worker answers. */
export interface Answers {
  readonly recurrence: RecurrenceRun;
  readonly attention: AttentionFacts;
  readonly linear: LinearRun;
}

/** Tokens whose weights are enclosed: decimal exponentials take their time. */
const enclosedTokens = 8;

/** Computes an answer. */
export function answer(question: Question): Answers[Question['about']] {
  switch (question.about) {
    case 'recurrence':
      return runRecurrence(question.settings);
    case 'linear':
      return runLinear(question.settings);
    case 'attention': {
      const { tokens, n, beta } = question.settings;
      const rows = tokensOf(tokens, n, beta);
      return {
        certified: rows.length > enclosedTokens ? [] : certifiedGivenAway(rows),
        formats: formatsAt(beta),
      };
    }
  }
}

/** A search that the page asks for. */
export interface BreakOrder {
  readonly claim: string;
  readonly reading: string;
  readonly seed: number;
  readonly cases: number;
}

/**
 * The events of a search.
 *
 * @throws RangeError when there is no such reading
 */
export function answerBreak({ claim, reading, seed, cases }: BreakOrder): Generator<BreakEvent> {
  const found = breakables(writeUp).find((one) => one.claim === claim && one.reading === reading);
  if (found === undefined) throw new RangeError(`search: reading must exist, got ${claim}, "${reading}"`);
  return breaking(found.statement, seed, cases);
}
