import { verdictWords } from '#judge/verdict.ts';
import { claimCount, counted, type Ledger } from '#report/ledger.ts';
import type { CheckedClaims } from '#report/proof-record.ts';
import { asciiHtml } from './ascii.ts';
import { claimArticle } from './claim-article.ts';
import { filterForm } from './filter-form.ts';
import { glanceHtml, legend, questionsOf, sumSentence } from './glance.ts';
import { guideHtml } from './guide.ts';
import { type Html, html, jsonInHtml, trusted } from './html.ts';
import { sharedLines } from './number-line.ts';
import { pageData } from './page-data.ts';
import type { PageParts } from './page-parts.ts';
import { playHtml } from './play-sections.ts';
import { settingHtml } from './setting.ts';
import { subjectsSection } from './subjects-section.ts';
import { terse } from './terse.ts';
import { markShapes } from './verdict-mark.ts';
import { sharedPicture } from './witness-picture.ts';

/** What is on the page, in the order of its navigation. */
const sections: readonly (readonly [id: string, name: string])[] = [
  ['glance', 'At a glance'],
  ['claims', 'Claims'],
  ['recurrence', 'Recurrence'],
  ['attention', 'Attention'],
  ['linear', 'Linear attention'],
  ['break', 'Try to break it'],
  ['subjects', 'Kernels'],
  ['guide', 'How to read this'],
];

/**
 * The ledger as one page that needs nothing else: styles, fonts and script are in it, and its policy lets in nothing more.
 *
 * @returns the same bytes for the same ledger, parts and theorems accepted; all text of the ledger is escaped
 */
export function pageHtml(ledger: Ledger, parts: PageParts, checked: CheckedClaims = new Map()): string {
  const data = pageData(ledger);
  const head = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(parts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What became of the claims</title>
<style>${trusted(parts.style)}</style>
</head>`;
  const body = html`<body>
<a class="skip" href="#claims">Skip to the claims</a>
${markShapes(sharedPicture(), sharedLines(), html`<defs>${trusted(parts.shapes)}</defs>`)}
${header(ledger, checked)}
<main>
${glanceSection(ledger)}
${claimsSection(ledger, parts, checked)}
${playHtml(data, parts.measured)}
${subjectsSection(parts.specimens)}
${guideHtml()}
</main>
<footer><p>${provenance(ledger)}</p></footer>`;
  const script = html`<script type="application/json" id="data">${jsonInHtml(data)}</script>
<script>${trusted(parts.script)}</script>
</body>
</html>
`;
  return `${head.text}\n${asciiHtml(terse(body.text))}\n${script.text}`;
}

/** Only the script and the style sheet by their hashes, fonts from the style sheet, and a worker that the script makes. */
function policy({ scriptHash, styleHash }: PageParts): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function header(ledger: Ledger, checked: CheckedClaims): Html {
  return html`<header class="top"><p class="name">counterclaim</p><h1>What became of the claims</h1><p class="lead">${lead(ledger)}${acceptedSum(checked)}</p></header><nav aria-label="On this page"><ul>${sections.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`;
}

function lead(ledger: Ledger): string {
  const state = ledger.complete ? '' : ` Incomplete: ${claimCount(ledger)}.`;
  return `A write-up about three small systems, read sentence by sentence. ${sumSentence(ledger.decided)}${state}`;
}

/** How many claims have theorems that Coq has accepted; nothing where none has. */
function acceptedSum(checked: CheckedClaims): string {
  const versions = [...new Set([...checked.values()].map(({ coq }) => coq))].sort();
  return versions.length === 0
    ? ''
    : ` Coq ${versions.join(', ')} has accepted theorems about ${checked.size} of the claims.`;
}

/** Where the page comes from, without a date; verdicts and witnesses are the same for every seed. */
function provenance({ version, digits, decided }: Ledger): string {
  return `counterclaim ${version}, ${counted(decided.length, 'claim')}; enclosures begin at ${digits} digits; any seed: the same bytes.`;
}

function glanceSection({ decided }: Ledger): Html {
  const present = new Set(decided.map(({ verdict }) => verdict.verdict));
  return html`<section id="glance"><h2>At a glance</h2>${legend(verdictWords.filter((word) => present.has(word)))}${questionsOf(decided).map(glanceHtml)}</section>`;
}

function claimsSection({ decided }: Ledger, { formulas }: PageParts, checked: CheckedClaims): Html {
  const groups = questionsOf(decided).map(
    ({ question, title, rows }) =>
      html`<section class="question" data-question="${question}"><h3>${title}</h3>${rows.map((row) => claimArticle(row, formulas, checked.get(row.claim.id)))}</section>`,
  );
  return html`<section id="claims"><h2>Every claim</h2>${filterForm(decided)}${settingHtml(groups)}${groups}<p class="none" hidden>No claim is left. <button type="button" class="plain" data-clear>Show all</button></p></section>`;
}
