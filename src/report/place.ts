import type { Source } from '#claim/claim.ts';

/** "question 1", "the design card", or the name a write-up of its own gives the part. */
export function questionName(question: Source['question']): string {
  if (question === 'card') return 'the design card';
  return /^Q\d+$/.test(question) ? `question ${question.slice(1)}` : question;
}

/** "question 1, step 6, line 19". */
export function placeOf({ question, part, lines }: Source): string {
  const where = lines.length === 0 ? [] : [`${lines.length === 1 ? 'line' : 'lines'} ${lineNumbers(lines)}`];
  return [questionName(question), part, ...where].join(', ');
}

/** "19", "12-15", "16, 19-20". */
export function lineNumbers(lines: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && line === run.last + 1) run.last = line;
    else runs.push({ first: line, last: line });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
