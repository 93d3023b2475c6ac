import type { FunctionName } from '#conformance/contract.ts';
import type { Failure } from '#conformance/failure.ts';
import type { Grade, LawGrade } from '#conformance/grade.ts';
import type { Host } from '#conformance/host.ts';
import type { Opening } from '#conformance/open-subject.ts';
import type { SmokeResult } from '#conformance/smoke.ts';
import type { SubjectSpec } from '#conformance/subject-spec.ts';
import type { Fault } from './settings.ts';

/** A law that can be asked for, and the functions that it is about. */
export interface KnownLaw {
  readonly id: string;
  readonly system: string;
  readonly fns: readonly FunctionName[];
}

/** How a subject is graded. */
export interface GradingTerms {
  readonly seed: number;
  readonly runs?: number;
  /** Names of the laws that are asked for. */
  readonly laws: readonly string[];
  /** Milliseconds. */
  readonly timeLimit?: number;
  readonly spec: string;
  readonly suite: string;
  /** Hears of each law as it is settled. */
  readonly onProgress: (progress: GradingProgress) => void;
}

/** A law that was settled, and how many are. */
export interface GradingProgress {
  readonly settled: number;
  readonly of: number;
  readonly law: LawGrade;
}

/** What `conform` works with. */
export interface Grading {
  readonly laws: readonly KnownLaw[];
  /** The kernels of this package that run here. */
  readonly builtins: () => readonly string[];
  readonly open: (spec: SubjectSpec, opening: Opening) => Host | Failure;
  /** Grades law by law, with pauses at which it may be left. */
  readonly grade: (host: Host, terms: GradingTerms) => Generator<void, Grade>;
  readonly smoke: (host: Host) => readonly SmokeResult[];
  /** Judges one call, or what else a witness showed, again; a fault where the text is none. */
  readonly replay: (
    host: Host,
    text: string,
    names: { readonly spec: string; readonly suite: string },
  ) => Grade | Fault;
}
