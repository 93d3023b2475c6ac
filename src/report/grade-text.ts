import pc from 'picocolors';
import { failureWords } from '#conformance/failure.ts';
import type { Grade, LawGrade, LawStatus } from '#conformance/grade.ts';
import { caseCount, type Graded, lawCounts, lawStatuses, outcomeOf } from './graded.ts';
import { evidenceText, lawLines } from './law-text.ts';
import { cut, type Paper } from './table.ts';

type Colours = ReturnType<typeof pc.createColors>;

const indent = ' '.repeat(10);

/** Who is graded, on one line: its name, language, format, and what it offers. */
export function subjectLine(subject: Grade['subject']): string {
  const { spec, name, language, format, implements: offered } = subject;
  const about = [name, ...(language === '' ? [] : [language]), format].join(', ');
  return `${spec} (${about}): ${offered.join(', ')}\n`;
}

/**
 * What became of a law: one line, and below it the witness where it is broken.
 *
 * @param excuse why it is let be, where it is
 * @param width  of the column of names
 */
export function lawText(law: LawGrade, excuse: string | undefined, width: number, paper: Paper): string {
  const colours = pc.createColors(paper.colour);
  const status = colourOf(law.status, colours)(law.status.padEnd(8));
  const detail = excuse === undefined ? detailOf(law) : `known: ${excuse}`;
  const room = paper.columns - 10 - width - 2;
  const line = `${status}  ${law.law.padEnd(width)}  ${cut(detail, Math.max(room, 30))}`.trimEnd();
  const below = law.status === 'failed' && excuse === undefined ? lawLines(law) : [];
  return [line, ...below.map((text) => indent + text)].map((text) => `${text}\n`).join('');
}

function detailOf(law: LawGrade): string {
  return law.status === 'errored' && law.why !== undefined ? law.why : evidenceText(law);
}

/** Whether a law was not asked: such laws are told together. */
export function isUnasked({ status }: LawGrade): boolean {
  return status === 'skipped' || status === 'blocked';
}

/** The laws that were not asked, by why. */
export function unaskedText(laws: readonly LawGrade[], paper: Paper): string {
  const groups = new Map<string, LawGrade[]>();
  for (const law of laws.filter(isUnasked)) {
    const why = `${law.status.padEnd(8)}  ${law.why ?? 'not asked'}:`;
    groups.set(why, [...(groups.get(why) ?? []), law]);
  }
  const colours = pc.createColors(paper.colour);
  return [...groups]
    .map(([why, group]) => {
      const lines = wrapped(
        group.map(({ law }) => law),
        paper.columns - indent.length,
      );
      return `${[colourOf(group[0]!.status, colours)(why), ...lines.map((line) => indent + line)].join('\n')}\n`;
    })
    .join('');
}

/** Names in lines of a width. */
function wrapped(names: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    const longer = `${last}, ${name}`;
    if (last !== undefined && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(name);
  }
  return lines;
}

/** What there is to say of a whole subject after its laws: entries that are stale, why it broke off, what it printed, and the sum. */
export function endText(graded: Graded, seconds: number, paper: Paper): string {
  const { grade, stale } = graded;
  const { failure, printed } = grade;
  const colours = pc.createColors(paper.colour);
  const outcome = outcomeOf(graded);
  const colour = outcome === 'holds' ? colours.green : colours.red;
  return [
    ...stale.map(({ law, why }) => `known failure of ${law}: must stand for a failure, got none: ${why}\n`),
    ...(failure === undefined ? [] : [`subject: ${failureWords(failure)}\n`]),
    ...(printed === '' || outcome === 'holds' ? [] : [`it printed:\n${indented(printed)}\n`]),
    `${colour(outcome)}: ${sumText(grade)}, ${seconds.toFixed(1)} s\n`,
  ].join('');
}

function indented(lines: string): string {
  return lines
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** "34 passed, 1 failed, 5 skipped; 1234 cases, seed 5". */
export function sumText({ laws, seed }: Grade): string {
  const counts = lawCounts(laws);
  const parts = lawStatuses
    .filter((status) => status === 'passed' || counts[status] > 0)
    .map((status) => `${counts[status]} ${status}`);
  return `${parts.join(', ')}; ${caseCount(laws)} cases, seed ${seed}`;
}

function colourOf(status: LawStatus, colours: Colours): (text: string) => string {
  switch (status) {
    case 'passed':
      return colours.green;
    case 'failed':
      return colours.red;
    case 'blocked':
      return colours.yellow;
    case 'errored':
      return colours.magenta;
    case 'skipped':
      return colours.dim;
  }
}
