import type { Call } from '#law/subject-call.ts';
import type { About } from './contract.ts';
import type { Failure } from './failure.ts';
import type { Observation } from './observer.ts';

/** What came of a call. Only `returned` has a value, and what that is worth is for the laws to say. */
export type Reply =
  | { readonly outcome: 'returned'; readonly value: unknown; readonly observations: readonly Observation[] }
  | { readonly outcome: 'threw'; readonly words: string; readonly observations: readonly Observation[] }
  | { readonly outcome: 'skipped'; readonly why: string }
  | { readonly outcome: 'failed'; readonly failure: Failure };

/** How a call is made: by which object, and whether its arguments are deeply frozen. */
export interface Ask {
  readonly call: Call;
  readonly frozen: boolean;
}

/** A subject that is loaded and answers calls, wherever it runs. */
export interface Host {
  readonly about: About;
  /** False where nothing but replies can be seen: a process does not show what it does to its arguments. */
  readonly isWatched?: false;
  /**
   * Calls a function that the subject implements, and waits. After a failure the next call starts the subject anew.
   *
   * @param frozen whether the arguments are deeply frozen; they are never the caller's own objects, unless the subject
   *               runs in the caller's thread
   */
  readonly call: (call: Call, frozen?: boolean) => Reply;
  /**
   * Announces all calls that come next, by the objects that they are. A host may make them before they are asked for; it
   * forgets what came of those that are not.
   */
  readonly ahead?: (asks: readonly Ask[]) => void;
  /** What the subject has printed since this was last asked, printable and short. */
  readonly printed: () => string;
  /** Ends the subject and all it has started. A failure to end as it should is told. */
  readonly close: () => Failure | undefined;
}
