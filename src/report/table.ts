import pc from 'picocolors';
import type { Source } from '#claim/claim.ts';
import type { Decided } from '#judge/decided.ts';
import type { VerdictWord } from '#judge/verdict.ts';
import { type Ledger, sumLine } from './ledger.ts';
import { lineNumbers, questionName } from './place.ts';
import { briefly, repairName } from './words.ts';

/** How wide a table may be, and whether it may be coloured. */
export interface Paper {
  readonly columns: number;
  readonly colour: boolean;
}

type Colours = ReturnType<typeof pc.createColors>;

/** Narrower than this, the witness and the repair get a line of their own: fewer characters would say nothing. */
const leastDetail = 40;
const gap = '  ';

interface Row {
  readonly id: string;
  readonly place: string;
  readonly word: VerdictWord;
  readonly brief: string;
  readonly repair: string;
}

/** The verdicts by question, fitted to the width of the paper, and their sum on the last line. */
export function verdictTable(ledger: Ledger, paper: Paper): string {
  const colours = pc.createColors(paper.colour);
  const questions = [...new Set(ledger.decided.map(({ claim }) => claim.source.question))];
  const tables = questions.map((question) => {
    const rows = ledger.decided.filter(({ claim }) => claim.source.question === question).map(rowOf);
    return `${colours.bold(title(question))}\n${layOut(rows, paper.columns, colours)}\n`;
  });
  return `${tables.join('\n')}\n${sumLine(ledger)}\n`;
}

function title(question: Source['question']): string {
  const name = questionName(question);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function rowOf(decided: Decided): Row {
  const { claim, verdict, repair } = decided;
  const { lines } = claim.source;
  return {
    id: claim.id,
    place: lines.length === 0 ? '' : `l. ${lineNumbers(lines)}`,
    word: verdict.verdict,
    brief: briefly(verdict),
    repair: repair === undefined ? '' : `-> ${repairName(decided, repair) || repair.says}`,
  };
}

function layOut(rows: readonly Row[], columns: number, colours: Colours): string {
  const widest = (cell: (row: Row) => string): number => Math.max(...rows.map((row) => cell(row).length));
  const idWidth = widest(({ id }) => id);
  const placeWidth = widest(({ place }) => place);
  const wordWidth = widest(({ word }) => word);
  const detail = columns - (idWidth + placeWidth + wordWidth + 4 * gap.length);
  return rows
    .map((row) => {
      const { id, place, word } = row;
      const coloured = colourOf(word, colours)(word.padEnd(wordWidth));
      const head = [id.padEnd(idWidth), place.padEnd(placeWidth), coloured].join(gap);
      return detail < leastDetail
        ? [head, ...ownLine(row, columns)].join('\n').replace(/ +(?=\n|$)/g, '')
        : `${head}${gap}${sameLine(row, detail)}`.trimEnd();
    })
    .join('\n');
}

/** The witness or condition in a little over half of the width, the repair in the rest. */
function sameLine({ brief, repair }: Row, width: number): string {
  const first = Math.ceil(width * 0.55);
  return `${cut(brief, first).padEnd(first)}${gap}${cut(repair, width - first - gap.length)}`;
}

function ownLine({ brief, repair }: Row, columns: number): readonly string[] {
  const width = columns - 2 * gap.length;
  if (brief === '' && repair === '') return [];
  const both = [brief, repair].filter((part) => part !== '').join(gap);
  if (both.length <= width || brief === '' || repair === '') return [gap + gap + cut(both, width)];
  const first = Math.max(width - gap.length - repair.length, Math.ceil(width / 2));
  return [`${gap}${gap}${cut(brief, first)}${gap}${cut(repair, width - first - gap.length)}`];
}

/** The text, or its beginning and an ellipsis. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

function colourOf(word: VerdictWord, colours: Colours): (text: string) => string {
  switch (word) {
    case 'definition':
      return colours.dim;
    case 'proved':
      return colours.green;
    case 'conditional':
      return colours.yellow;
    case 'refuted':
      return colours.red;
    case 'ill-posed':
      return colours.magenta;
    case 'undecided':
      return colours.inverse;
  }
}
