import { summaryLine, summaryTable } from '#report/grade-summary.ts';
import { type Graded, outcomeOf } from '#report/graded.ts';
import type { PageParts } from '#report/html/page-parts.ts';
import { budgetOf } from './budget.ts';
import { planConform } from './conform-plan.ts';
import { gradeOne, type Session } from './conform-subject.ts';
import { exit, exitOf } from './exit.ts';
import type { Io } from './io.ts';
import type { Settings } from './settings.ts';
import type { Conforming } from './tools.ts';

/** `counterclaim conform <subject> ...`: grades each subject, prints law by law, and writes what was asked for. */
export async function conformCommand(
  operands: readonly string[],
  settings: Settings,
  io: Io,
  { grading, version, pageParts }: Conforming,
): Promise<number> {
  if (operands.length === 1 && operands[0] === 'builtin:list') {
    io.out(`${grading.builtins().join('\n')}\n`);
    return exit.holds;
  }
  const plan = planConform(operands, settings, grading);
  if ('fault' in plan) {
    io.err(`${plan.fault}\n`);
    return exit.usage;
  }
  const page = settings.html === undefined ? undefined : pageParts?.();
  if (settings.html !== undefined && page === undefined) {
    io.err(
      `conform: --html: the page must have been built (npm run build), got '${settings.html}' without\n`,
    );
    return exit.usage;
  }
  const { seed } = budgetOf(settings, io.now);
  const session: Session = { plan, settings, io, grading, suite: version, seed, interrupted: false };
  if (settings.smoke === true || settings.replay !== undefined) {
    const { probe } = await import('./conform-probe.ts');
    return probe(session);
  }
  io.onInterrupt(() => {
    session.interrupted = true;
  });
  const all: Graded[] = [];
  for (const subject of plan.subjects) {
    all.push(await gradeOne(subject, session));
    if (session.interrupted) break;
  }
  return end(all, session, page);
}

/** Writes the files and the table; the exit code is that of the worst outcome. */
async function end(
  all: readonly Graded[],
  { plan, settings, io, interrupted }: Session,
  page: PageParts | undefined,
): Promise<number> {
  const { subjects, several } = plan;
  // Of a subject that was named wrong there is nothing to write.
  if (several || outcomeOf(all[0]!) !== 'unusable') {
    // What writes them is loaded only now: the first failure is told sooner.
    const { writeGrades } = await import('./conform-outputs.ts');
    writeGrades(all, plan, settings, page);
  }
  if (several) io.out(`\n${summaryTable(all, io)}${summaryLine(all)}\n`);
  if (interrupted) {
    io.out(`interrupted: ${all.length} of ${subjects.length} subjects begun, the last not to its end\n`);
    return exit.interrupted;
  }
  return Math.max(...all.map((graded) => exitOf[outcomeOf(graded)]));
}
