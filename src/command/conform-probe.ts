import { type Failure, failureWords, isUsage } from '#conformance/failure.ts';
import type { Host } from '#conformance/host.ts';
import { lawText } from '#report/grade-text.ts';
import { outcomeOf } from '#report/graded.ts';
import { smokeText } from '#report/smoke-text.ts';
import { openNamed, type Session } from './conform-subject.ts';
import { exit, exitOf } from './exit.ts';

/** Asks each subject a few calls instead of grading it: a tiny one a function, or what a witness showed. */
export function probe(session: Session): number {
  const codes = session.plan.subjects.map((subject) => {
    const { io } = session;
    const host = openNamed(subject, session);
    if ('kind' in host) {
      io.err(`conform: ${subject.text}: ${failureWords(host)}\n`);
      return isUsage(host) ? exit.usage : exit.crashed;
    }
    return probed(host, subject.text, session);
  });
  return Math.max(...codes);
}

function probed(host: Host, text: string, session: Session): number {
  const { io, settings } = session;
  let code: number;
  let ending: Failure | undefined;
  try {
    code =
      settings.replay === undefined
        ? smoke(host, text, session)
        : replay(host, text, settings.replay, session);
    const printed = host.printed();
    if (printed !== '' && code !== exit.holds) io.out(`it printed:\n${printed}\n`);
  } finally {
    ending = host.close();
  }
  if (ending === undefined) return code;
  io.out(`errored   ${failureWords(ending)}\n`);
  return exit.crashed;
}

function smoke(host: Host, text: string, { grading, io }: Session): number {
  io.out(`${text}: ${host.about.name}, ${host.about.format}\n`);
  const results = grading.smoke(host);
  io.out(results.map(smokeText).join(''));
  if (results.some(({ outcome }) => outcome === 'errored')) return exit.crashed;
  return results.some(({ outcome }) => outcome === 'failed') ? exit.differs : exit.holds;
}

function replay(host: Host, text: string, call: string, { grading, io, suite }: Session): number {
  const grade = grading.replay(host, call, { spec: text, suite });
  if ('fault' in grade) {
    io.err(`conform: ${grade.fault}\n`);
    return exit.usage;
  }
  for (const law of grade.laws) io.out(lawText(law, undefined, law.law.length, io));
  const { failure } = grade;
  if (failure !== undefined) io.out(`subject: ${failureWords(failure)}\n`);
  return exitOf[outcomeOf({ grade, known: [], stale: [] })];
}
