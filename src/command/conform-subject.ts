import { type Failure, failure, failureWords, isUsage } from '#conformance/failure.ts';
import type { Grade, LawGrade } from '#conformance/grade.ts';
import type { Host } from '#conformance/host.ts';
import { staleEntries } from '#conformance/known-failures.ts';
import { defaultLimits } from '#conformance/limits.ts';
import { endText, isUnasked, lawText, subjectLine, unaskedText } from '#report/grade-text.ts';
import { excuseOf, type Graded, ungraded } from '#report/graded.ts';
import type { ConformPlan } from './conform-plan.ts';
import type { Grading, GradingProgress, GradingTerms } from './grading.ts';
import type { Io } from './io.ts';
import type { Settings } from './settings.ts';
import type { NamedSubject } from './subjects.ts';

/** Erases the line that progress is written on. */
const fresh = '\r\u001b[2K';

/** What the subjects of one command line have together. */
export interface Session {
  readonly plan: ConformPlan;
  readonly settings: Settings;
  readonly io: Io;
  readonly grading: Grading;
  readonly suite: string;
  readonly seed: number;
  /** Whether Ctrl-C was pressed. */
  interrupted: boolean;
}

/** Opens a subject, grades it, and ends it; a subject that is the only one is told of as it goes. */
export async function gradeOne(subject: NamedSubject, session: Session): Promise<Graded> {
  const { plan, io, suite, seed } = session;
  const start = io.now();
  const seconds = (): number => (io.now() - start) / 1000;
  const opened = openNamed(subject, session);
  if ('kind' in opened) {
    const graded: Graded = { grade: ungraded(suite, subject.text, seed, opened), known: [], stale: [] };
    if (isUsage(opened)) usage(subject, opened, session);
    else if (!plan.several) io.out(`${subject.text}\n${endText(graded, seconds(), io)}`);
    return graded;
  }
  if (!plan.several) {
    io.out(`counterclaim ${suite}, seed ${seed}\n${subjectLine({ spec: subject.text, ...opened.about })}`);
  }
  const graded = judged(await gradedAndClosed(opened, subject, session), session);
  if (!plan.several) io.out(`${unaskedText(graded.grade.laws, io)}${endText(graded, seconds(), io)}`);
  return graded;
}

function usage({ text }: NamedSubject, opened: Failure, { plan, io }: Session): void {
  if (!plan.several) io.err(`conform: ${text}: ${failureWords(opened)}\n`);
}

/** Opens a subject, in the format that is asked for; one that offers nothing of what is asked for is of no use. */
export function openNamed({ spec }: NamedSubject, { settings, grading, plan }: Session): Host | Failure {
  const { timeLimit, format } = settings;
  const time = Math.min(defaultLimits.time, 1000 * (timeLimit ?? Number.POSITIVE_INFINITY));
  const host = grading.open(spec, { limits: { ...defaultLimits, time } });
  if ('kind' in host) return host;
  const offered = host.about.implements;
  if (!plan.laws.some(({ fns }) => fns.some((fn) => offered.includes(fn)))) {
    host.close();
    return failure('nothing known', `${offered.join(', ')}, of which no law is asked for`);
  }
  return format === undefined ? host : { ...host, about: { ...host.about, format } };
}

/** How a subject ends is part of its grade. */
async function gradedAndClosed(host: Host, subject: NamedSubject, session: Session): Promise<Grade> {
  let ending: Failure | undefined;
  let grade: Grade;
  try {
    grade = await gradeHost(host, subject, session);
  } finally {
    ending = host.close();
  }
  return ending === undefined || grade.failure !== undefined ? grade : { ...grade, failure: ending };
}

/** Grades law by law, and lets go of the thread between them so that Ctrl-C is seen; what was decided by then is kept. */
async function gradeHost(host: Host, { text }: NamedSubject, session: Session): Promise<Grade> {
  const { io, grading, suite, seed } = session;
  const settled: LawGrade[] = [];
  const onProgress = (progress: GradingProgress): void => {
    settled.push(progress.law);
    tell(progress, text, session);
  };
  const steps = grading.grade(host, { ...termsOf(text, session), onProgress });
  let step = steps.next();
  while (step.done !== true) {
    await new Promise((resolve) => setImmediate(resolve));
    if (session.interrupted) break;
    step = steps.next();
  }
  if (io.isTTY) io.err(fresh);
  if (step.done === true) return step.value;
  const subject = { spec: text, ...host.about };
  return { version: 1, suite, subject, seed, laws: settled, printed: host.printed() };
}

/** A law on a line of its own, and below it how far the work is; those that were not asked are told together, last. */
function tell({ law, settled, of }: GradingProgress, text: string, { plan, io }: Session): void {
  if (io.isTTY) io.err(fresh);
  if (!plan.several && !isUnasked(law)) {
    const width = Math.max(...plan.laws.map(({ id }) => id.length));
    io.out(lawText(law, excuseOf(plan.known, law), width, io));
  }
  if (io.isTTY) io.err(`${settled}/${of} laws${plan.several ? `, ${text}` : ''}`);
}

function termsOf(text: string, { plan, settings, suite, seed }: Session): Omit<GradingTerms, 'onProgress'> {
  const { runs, timeLimit } = settings;
  return {
    seed,
    laws: plan.laws.map(({ id }) => id),
    spec: text,
    suite,
    ...(runs === undefined ? {} : { runs }),
    ...(timeLimit === undefined ? {} : { timeLimit: 1000 * timeLimit }),
  };
}

/** A grade, held against the known failures; one that was interrupted says nothing of them. */
function judged(grade: Grade, { plan, interrupted }: Session): Graded {
  const asked = plan.laws.map(({ id }) => id);
  const stale = interrupted ? [] : staleEntries(plan.known, grade.laws, asked);
  return { grade, known: plan.known, stale, interrupted };
}
