import pc from 'picocolors';
import { failureWords } from '#conformance/failure.ts';
import { firstBroken, type Graded, lawCounts, lawStatuses, outcomeOf, outcomes } from './graded.ts';
import { cut, type Paper } from './table.ts';

/** The widest that the column of subjects becomes. */
const widest = 40;

/** Several subjects, one a line: how many laws passed, failed and so on, and the first that is broken, or why it broke off. */
export function summaryTable(all: readonly Graded[], paper: Paper): string {
  const colours = pc.createColors(paper.colour);
  const width = Math.min(widest, Math.max(7, ...all.map(({ grade }) => grade.subject.spec.length)));
  const head = ['subject'.padEnd(width), ...lawStatuses].join('  ');
  const rows = all.map((graded) => {
    const { spec } = graded.grade.subject;
    const counts = lawCounts(graded.grade.laws);
    const cells = lawStatuses.map((status) => String(counts[status]).padStart(status.length));
    const outcome = outcomeOf(graded);
    const colour = outcome === 'holds' ? colours.green : outcome === 'broken' ? colours.red : colours.magenta;
    const line = [cut(spec, width).padEnd(width), ...cells].join('  ');
    const room = Math.max(20, paper.columns - line.length - 2);
    return `${line}  ${colour(cut(remark(graded), room))}`;
  });
  return `${[colours.bold(head), ...rows].join('\n')}\n`;
}

function remark(graded: Graded): string {
  const { failure } = graded.grade;
  const [stale] = graded.stale;
  if (failure !== undefined) return failureWords(failure);
  return (
    firstBroken(graded)?.law ??
    (stale === undefined ? outcomeOf(graded) : `known failure of ${stale.law}: ${stale.why}`)
  );
}

/** How many subjects came to what. */
export function summaryLine(all: readonly Graded[]): string {
  const counts = outcomes.flatMap((outcome) => {
    const count = all.filter((graded) => outcomeOf(graded) === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  return `${all.length} ${all.length === 1 ? 'subject' : 'subjects'}: ${counts.join(', ')}`;
}
