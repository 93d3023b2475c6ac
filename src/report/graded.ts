import { type Failure, isUsage } from '#conformance/failure.ts';
import type { Grade, LawGrade, LawStatus } from '#conformance/grade.ts';
import type { KnownFailure, StaleEntry } from '#conformance/known-failures.ts';

/** A grade, held against what is known of its subject. */
export interface Graded {
  readonly grade: Grade;
  /** Failures that are known and let be. */
  readonly known: readonly KnownFailure[];
  /** Entries of known failures that no failure answers to. */
  readonly stale: readonly StaleEntry[];
  /** Whether it was left before every law was judged. */
  readonly interrupted?: boolean;
}

/** What may become of a subject as a whole, the worst last. */
export const outcomes = ['holds', 'broken', 'incomplete', 'unusable', 'broke off'] as const;

/** What becomes of a subject as a whole; incomplete where its time was over, or it was interrupted. */
export type Outcome = (typeof outcomes)[number];

/** The words of a status, in the order in which they are counted. */
export const lawStatuses: readonly LawStatus[] = ['passed', 'failed', 'blocked', 'errored', 'skipped'];

/** Why a failed law is let be, if it is. */
export function excuseOf(
  known: readonly KnownFailure[],
  { law, status }: Pick<LawGrade, 'law' | 'status'>,
): string | undefined {
  return status === 'failed' ? known.find((entry) => entry.law === law)?.reason : undefined;
}

/** The first law that is broken and not let be. */
export function firstBroken({ grade, known }: Graded): LawGrade | undefined {
  return grade.laws.find((law) => law.status === 'failed' && excuseOf(known, law) === undefined);
}

/** Whether the laws hold, one is broken, or there was no telling. */
export function outcomeOf(graded: Graded): Outcome {
  const { failure, laws } = graded.grade;
  if (failure !== undefined) return isUsage(failure) ? 'unusable' : 'broke off';
  if (firstBroken(graded) !== undefined || graded.stale.length > 0) return 'broken';
  const left = graded.interrupted === true || laws.some(({ status }) => status === 'errored');
  return left ? 'incomplete' : 'holds';
}

/** How many laws have each status. */
export function lawCounts(laws: readonly LawGrade[]): Readonly<Record<LawStatus, number>> {
  const counts = lawStatuses.map((status) => [status, laws.filter((law) => law.status === status).length]);
  return Object.fromEntries(counts) as Record<LawStatus, number>;
}

/** Cases of all laws together. */
export function caseCount(laws: readonly LawGrade[]): number {
  return laws.reduce((sum, { cases }) => sum + cases, 0);
}

/** The grade of a subject of which nothing is known but why it could not be asked. */
export function ungraded(suite: string, spec: string, seed: number, failure: Failure): Grade {
  return {
    version: 1,
    suite,
    subject: { spec, name: spec, language: '', format: 'float64', implements: [] },
    seed,
    laws: [],
    failure,
    printed: '',
  };
}
