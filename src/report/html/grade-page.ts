import { failureWords } from '#conformance/failure.ts';
import { summaryLine } from '#report/grade-summary.ts';
import { firstBroken, type Graded, lawCounts, lawStatuses, outcomeOf } from '#report/graded.ts';
import { asciiHtml } from './ascii.ts';
import { table } from './chart.ts';
import { lookOf, statusMark, statusMeanings } from './grade-law.ts';
import { gradeSection, outcomeLooks } from './grade-section.ts';
import { type Html, html, trusted } from './html.ts';
import type { PageParts } from './page-parts.ts';
import { terse } from './terse.ts';
import { markShapes } from './verdict-mark.ts';

/**
 * The grades of one subject or of several as a page that needs nothing else, and runs no script.
 *
 * @returns the same bytes for the same grades and parts; all text of a subject is escaped
 */
export function gradePage(all: readonly Graded[], { plainStyle, plainStyleHash }: PageParts): string {
  const policy = `default-src 'none'; style-src '${plainStyleHash}'; base-uri 'none'; form-action 'none'`;
  const title =
    all.length === 1 ? `The grade of ${all[0]!.grade.subject.name}` : `The grades of ${all.length} subjects`;
  const head = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(plainStyle)}</style>
</head>`;
  const body = html`<body>
<a class="skip" href="#grades">Skip to the grades</a>
${markShapes()}
<header class="top"><p class="name">counterclaim</p><h1>${title}</h1>${all.length === 1 ? undefined : html`<p class="lead">${summaryLine(all)}.</p>`}</header>
<main id="grades">
${all.length === 1 ? undefined : summary(all)}
${all.map((graded, i) => gradeSection(graded, idOf(i)))}
${legend()}
</main>
<footer><p>A law is broken only where the result is farther from the exact value than a correct implementation can be; no threshold is chosen by hand.</p></footer>
</body>
</html>
`;
  return asciiHtml(`${head.text}\n${terse(scrollable(body.text))}`);
}

/** Whatever scrolls can be scrolled by keyboard: no script is there to see to it. */
function scrollable(text: string): string {
  return text
    .replaceAll('<div class="scroll">', '<div class="scroll" tabindex="0">')
    .replaceAll('<pre>', '<pre tabindex="0">');
}

function idOf(index: number): string {
  return `subject-${index + 1}`;
}

/** Several subjects, one a line, each linked to its section. */
function summary(all: readonly Graded[]): Html {
  return html`<section id="summary"><h2>Summary</h2>${table(
    'Subjects',
    ['subject', 'outcome', ...lawStatuses, 'first that is broken, or why it broke off'],
    all.map((graded, i) => {
      const outcome = outcomeOf(graded);
      const counts = lawCounts(graded.grade.laws);
      return [
        html`<a href="#${idOf(i)}">${graded.grade.subject.spec}</a>`,
        html`<span class="${outcomeLooks[outcome]}"><em>${outcome}</em></span>`,
        ...lawStatuses.map((status) => counts[status]),
        remark(graded),
      ];
    }),
  )}</section>`;
}

function remark(graded: Graded): string {
  const { failure } = graded.grade;
  if (failure !== undefined) return failureWords(failure);
  return firstBroken(graded)?.law ?? '';
}

function legend(): Html {
  return html`<section id="guide"><h2>How to read this</h2><ul class="legend">${lawStatuses.map(
    (status) =>
      html`<li class="${lookOf(status)}">${statusMark(status)}<b>${status}</b> ${statusMeanings[status]}</li>`,
  )}</ul></section>`;
}
