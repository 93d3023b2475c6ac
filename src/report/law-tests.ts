import type { LawGrade } from '#conformance/grade.ts';
import { defaultRuns, gradeSteps } from '#conformance/grade-subject.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import type { Host } from '#conformance/host.ts';
import type { KnownFailure } from '#conformance/known-failures.ts';
import { replayCall } from '#conformance/replay-call.ts';
import { lawLines } from './law-text.ts';

/** How a subject is tested, law by law. */
export interface LawTestTerms {
  readonly seed: number;
  readonly runs?: number | undefined;
  /** Names of the laws that are asked for; all when absent. */
  readonly laws?: readonly string[] | undefined;
  readonly system?: string | undefined;
  readonly known: readonly KnownFailure[];
}

/** A law as a test of somebody's own suite. */
export interface LawTest {
  readonly law: string;
  /**
   * @returns why the law was not judged, or let be; undefined where it holds
   * @throws Error with the witness where it is broken
   */
  readonly run: () => string | undefined;
}

/** A test for each law that is about a function of the subject, in the order of a grade. The subject is graded as far as a test needs. */
export function lawTests(host: Host, terms: LawTestTerms): readonly LawTest[] {
  const { seed, runs, laws, system, known } = terms;
  const asked = gradedLaws.filter(
    ({ id, system: of, fns }) =>
      (laws?.includes(id) ?? true) &&
      (system === undefined || of === system) &&
      fns.some((fn) => host.about.implements.includes(fn)),
  );
  const settled = new Map<string, LawGrade>();
  const steps = gradeSteps(host, {
    seed,
    runs: runs ?? defaultRuns,
    laws: asked.map(({ id }) => id),
    onProgress: ({ law }) => settled.set(law.law, law),
  });
  const gradeOf = (id: string): LawGrade => {
    while (!settled.has(id)) steps.next();
    return settled.get(id)!;
  };
  return asked.map(({ id }) => ({ law: id, run: () => told(gradeOf(id), seed, known) }));
}

/**
 * What a witness showed, judged again, as a test.
 *
 * @param text JSON, as COUNTERCLAIM_REPLAY has it
 * @throws Error when it is none
 */
export function replayTest(host: Host, text: string): LawTest {
  const grade = replayCall(host, text);
  if ('fault' in grade) throw new Error(grade.fault);
  const [law] = grade.laws;
  return { law: law!.law, run: () => told(law!, grade.seed, []) };
}

/**
 * What a test says of a law.
 *
 * @returns why the law was not judged, or let be; undefined where it holds
 * @throws Error where it is broken or not answered
 */
export function told(law: LawGrade, seed: number, known: readonly KnownFailure[]): string | undefined {
  const { status, why } = law;
  const excuse = known.find((entry) => entry.law === law.law)?.reason;
  switch (status) {
    case 'passed':
      if (excuse === undefined) return undefined;
      throw new Error(`known failure of ${law.law}: must stand for a failure, got none: the law holds`);
    case 'failed':
      if (excuse !== undefined) return `known: ${excuse}`;
      throw new Error(
        [`${law.law} is broken, seed ${seed}`, ...lawLines(byVariables(law)).map((line) => `  ${line}`)].join(
          '\n',
        ),
      );
    case 'errored':
      throw new Error(`${law.law}: ${why ?? 'not answered'}`);
    default:
      return `${status}: ${why ?? 'not asked'}`;
  }
}

/** The command that replays a witness, for who has a test and no command line of ours. */
function byVariables(law: LawGrade): LawGrade {
  const { witness } = law;
  if (witness === undefined) return law;
  const variables = witness.replay
    .replace(/^counterclaim conform '' /, '')
    .replace(/^--replay /, 'COUNTERCLAIM_REPLAY=')
    .replace(/^--laws (\S+) --seed /, 'COUNTERCLAIM_LAWS=$1 COUNTERCLAIM_SEED=');
  return { ...law, witness: { ...witness, replay: `${variables} npx vitest run` } };
}
