import type { Decided } from '#judge/decided.ts';
import { type VerdictWord, verdictWords } from '#judge/verdict.ts';
import { countByWord, counted } from '#report/ledger.ts';
import { meanings } from '#report/markdown.ts';
import { lineNumbers, questionName } from '#report/place.ts';
import { type Html, html } from './html.ts';
import { verdictMark } from './verdict-mark.ts';

/** Rows of one question of the write-up, in document order. */
export interface Question {
  readonly question: string;
  readonly title: string;
  readonly rows: readonly Decided[];
}

/** What each question of this write-up is about; others are called by their name. */
const subjects: Readonly<Record<string, string>> = {
  Q1: 'the recurrence',
  Q2: 'softmax attention',
  Q3: 'linear attention',
};

/** The claims by question, in document order. */
export function questionsOf(decided: readonly Decided[]): readonly Question[] {
  const names = [...new Set(decided.map(({ claim }) => claim.source.question))];
  return names.map((question) => ({
    question,
    title: titleOf(question),
    rows: decided.filter(({ claim }) => claim.source.question === question),
  }));
}

function titleOf(question: string): string {
  const name = questionName(question);
  const subject = Object.hasOwn(subjects, question) ? `: ${subjects[question]!}` : '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${subject}`;
}

/** The verdicts of a question as a strip of marks, and their sum in a sentence. */
export function glanceHtml({ title, rows }: Question): Html {
  return html`<section class="glance"><h3>${title}</h3><p>${sumSentence(rows)}</p><ol class="strip">${rows.map(tile)}</ol></section>`;
}

/** A claim as a mark on a card, with the lines it is about. */
function tile({ claim, verdict }: Decided): Html {
  const { lines, part } = claim.source;
  const word = verdict.verdict;
  return html`<li><a class="tile v-${word}" href="#${claim.id}" aria-label="${word}: ${claim.says}">${verdictMark(word)}<span>${lines.length === 0 ? part : lineNumbers(lines)}</span></a></li>`;
}

/** "Of 16 claims, 7 are proved, 2 conditional, 4 refuted and 1 is ill-posed; 2 are definitions." */
export function sumSentence(rows: readonly Decided[]): string {
  const counts = countByWord(rows.map(({ verdict }) => verdict));
  const words: readonly VerdictWord[] = ['proved', 'conditional', 'refuted', 'ill-posed', 'undecided'];
  const parts = words.filter((word) => counts[word] > 0).map((word) => `${counts[word]} ${word}`);
  const sum = parts.length === 0 ? '' : `: ${listed(parts)}`;
  const { definition } = counts;
  const rest =
    definition === 0
      ? ''
      : `${sum === '' ? ':' : ';'} ${counted(definition, 'definition')} with nothing to decide`;
  return `${counted(rows.length, 'claim')}${sum}${rest}.`;
}

function listed(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}

/** The marks with what they mean. */
export function legend(present: readonly VerdictWord[]): Html {
  return html`<ul class="legend">${verdictWords
    .filter((word) => present.includes(word))
    .map(
      (word) => html`<li class="v-${word}">${verdictMark(word)}<b>${word}</b> ${meanings[word]}</li>`,
    )}</ul>`;
}
