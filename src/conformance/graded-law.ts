import type { Case } from '#domain/case.ts';
import type { Law } from '#law/law.ts';
import type { Call } from '#law/subject-call.ts';
import type { Asker } from './asker.ts';
import type { FunctionName } from './contract.ts';
import type { Failure } from './failure.ts';
import type { Worst } from './grade.ts';
import type { Reply } from './host.ts';

/** What a law can be judged by, now or in another run. */
export interface Exhibit {
  /** Calls in order; the last one is judged. None for a relation, which makes its own. */
  readonly calls: readonly Call[];
  /** Whether the arguments of the last one are frozen. */
  readonly frozen?: true;
  /** A case of a relation, and the number of the part that is tried at it. */
  readonly relation?: { readonly part: number; readonly at: Case };
}

/** What an exhibit says of a law. */
export type Judged =
  | { readonly outcome: 'holds'; readonly share?: number }
  | { readonly outcome: 'outside' }
  | { readonly outcome: 'failed'; readonly failure: Failure }
  | Broken;

/** A law that is broken by the last call that was made. */
export interface Broken {
  readonly outcome: 'broken';
  readonly why: string;
  /** The entry that is at fault, counted row by row. */
  readonly place?: number;
  /** The calls that a relation made. */
  readonly asked?: readonly Call[];
}

/** A law seen to be broken: by what, why, and what the subject replied at that time. */
export interface Breakage {
  readonly exhibit: Exhibit;
  readonly broken: Broken;
  readonly reply: Reply | undefined;
  /** Calls of the law that were made about then, with their numbers: what it looks like must fit them too. */
  readonly others?: readonly Answer[];
}

/** A call, the numbers that a subject returned, and whether they are wrong. */
export interface Answer {
  readonly call: Call;
  readonly numbers: readonly number[];
  readonly isWrong: boolean;
}

/** What was found of a law. */
export type Finding =
  | { readonly status: 'passed'; readonly cases: number; readonly worst?: Worst }
  | {
      readonly status: 'failed';
      readonly cases: number;
      readonly worst?: Worst;
      readonly breakage: Breakage;
    }
  | { readonly status: 'errored'; readonly cases: number; readonly failure: Failure }
  | { readonly status: 'skipped'; readonly cases: 0; readonly why: string };

/** What a law is examined with. */
export interface Terms {
  readonly seed: number;
  /** Random calls of each law of values; relations are tried at fewer. */
  readonly runs: number;
}

/**
 * A law as it is graded.
 *
 * `shape` and `finite`: what all others of a function depend on. `behaviour`: what calls do beyond their values.
 * `values`: results against exact ones. `relation`: results against results.
 */
export interface GradedLaw {
  readonly id: string;
  readonly system: Law['system'];
  readonly says: string;
  readonly stage: 'shape' | 'finite' | 'behaviour' | 'values' | 'relation';
  /** The functions that it is about. */
  readonly fns: readonly FunctionName[];
  /**
   * Examines a subject; it may pause where the next laws should have their turn.
   *
   * @param fns those functions of the law that the subject has and that are fit to be asked
   */
  readonly examine: (asker: Asker, fns: readonly FunctionName[], terms: Terms) => Iterator<void, Finding>;
  /** Asks for an exhibit, and judges it. */
  readonly judge: (asker: Asker, exhibit: Exhibit) => Judged;
  /** The words for what the results on some calls look like, where that can be told. */
  readonly looksLike?: (asker: Asker, answers: readonly Answer[]) => string | undefined;
}

/** What is found of a law that held in so many cases. */
export function held(
  cases: number,
  worst?: Worst,
  why: string = 'the subject serves none of its cases',
): Finding {
  if (cases === 0) return { status: 'skipped', cases: 0, why };
  return { status: 'passed', cases, ...(worst && { worst }) };
}

/** The examination of a law that asks for so little, or so late, that it need not pause. */
export function atOnce(find: () => Finding): Iterator<void, Finding> {
  return { next: () => ({ done: true, value: find() }) };
}
