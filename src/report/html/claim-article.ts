import type { Claim } from '#claim/claim.ts';
import type { Decided, DecidedReading, DecidedRepair } from '#judge/decided.ts';
import { counted } from '#report/ledger.ts';
import { lineNumbers } from '#report/place.ts';
import type { Checked } from '#report/proof-record.ts';
import { decidingReading, decidingStatement, witnessFileName } from '#report/witness-entries.ts';
import { briefly, repairName } from '#report/words.ts';
import { folded } from './chart.ts';
import { evidenceHtml, proofHtml } from './evidence.ts';
import { type Html, html, type Part, trusted } from './html.ts';
import { verdictMark } from './verdict-mark.ts';
import type { Subject } from './witness-picture.ts';

/** HTML of formulas by their LaTeX. */
type Formulas = Readonly<Record<string, string>>;

/** A claim, folded away under what it says and its verdict. */
export function claimArticle(decided: Decided, formulas: Formulas, checked?: Checked): Html {
  const { claim, verdict } = decided;
  const word = verdict.verdict;
  return html`<details class="claim v-${word}" id="${claim.id}" data-kind="${claim.kind}"><summary>${verdictMark(word)}<span>${claim.says}</span><small>${placeIn(claim)}</small><em>${word}</em></summary><div class="inside">${bodyOf(decided, formulas, checked)}</div></details>`;
}

/** The place within a question: "step 6, line 19". */
function placeIn({ source: { part, lines } }: Claim): string {
  return lines.length === 0
    ? part
    : `${part}, ${lines.length === 1 ? 'line' : 'lines'} ${lineNumbers(lines)}`;
}

function bodyOf(decided: Decided, formulas: Formulas, checked: Checked | undefined): Part {
  const { claim, verdict, decidedBy, repair } = decided;
  const { id, kind, core, domain } = claim;
  const { says, latex } = decidingStatement(decided);
  const file = witnessFileName(decided);
  const replay = file === undefined ? undefined : `npx counterclaim replay reports/witness/${file}`;
  return [
    formulaHtml(latex, formulas),
    html`<p class="statement">${says}</p>`,
    evidenceHtml(verdict, { subject: subjectOf(claim), replay }),
    repair && repairHtml(decided, repair, formulas),
    readingsHtml(decided),
    html`<p class="facts">Where: ${domain}. ${kind}${core ? ', core' : ''}; by ${decidedBy}.${acceptedHtml(checked)} <a href="#${id}">#${id}</a></p>`,
  ];
}

/** Which Coq has accepted the theorems, a link to them, and of how many readings they are. */
function acceptedHtml(checked: Checked | undefined): Html | undefined {
  if (checked === undefined) return undefined;
  const { coq, file, readings } = checked;
  return html` <a href="${file}">Theorems</a> of ${counted(readings.length, 'reading')} accepted by Coq ${coq}.`;
}

/** A formula as it was typeset by the build; one that was not is left to the statement in words, which follows. */
function formulaHtml(latex: string | undefined, formulas: Formulas): Html | undefined {
  if (latex === undefined || !Object.hasOwn(formulas, latex)) return undefined;
  return html`<div class="formula" aria-hidden="true">${trusted(formulas[latex]!)}</div>`;
}

/** What the picture of a witness should show: part a of question 2 is about norms, the rest of it about weights. */
function subjectOf({ source, id }: Claim): Subject {
  if (source.question !== 'Q2') return 'other';
  return id.startsWith('q2a-') ? 'norms' : 'weights';
}

/** The evidence of a repair that another claim states is there; here is how it was proved. */
function repairHtml(decided: Decided, repair: DecidedRepair, formulas: Formulas): Html {
  const { says, latex, verdict, refersTo } = repair;
  const elsewhere = refersTo !== undefined && refersTo.claim !== decided.claim.id;
  const evidence =
    elsewhere && verdict.verdict === 'proved'
      ? proofHtml('Proof', { ...verdict.proof, obligations: [] })
      : evidenceHtml(verdict, { subject: 'other' });
  const link = elsewhere
    ? html` as <a href="#${refersTo.claim}">${repairName(decided, repair)}</a>`
    : undefined;
  return html`<section class="repair v-${verdict.verdict}"><h4>${verdictMark(verdict.verdict)}<span>The nearest true statement, <em>${verdict.verdict}</em>${link}</span></h4>${formulaHtml(latex, formulas)}<p class="statement">${says}</p>${evidence}</section>`;
}

/** What stands behind a reading in so few words that it fits its line. */
const BRIEF = 90;

/** The readings other than the one that decided, each with its verdict in a line. */
function readingsHtml(decided: Decided): Html | undefined {
  const deciding = decidingReading(decided);
  const others = decided.readings.filter(({ name }) => name !== deciding);
  if (others.length === 0) return undefined;
  const noun = others.length === 1 ? 'reading' : 'readings';
  return folded(`${others.length} other ${noun}`, html`<ul class="readings">${others.map(readingHtml)}</ul>`);
}

function readingHtml({ name, says, verdict }: DecidedReading): Html {
  const brief = briefly(verdict);
  return html`<li class="v-${verdict.verdict}"><em>${verdict.verdict}</em> <b>${name}</b>: ${says}${brief === '' || brief.length > BRIEF ? undefined : html` <code>${brief}</code>`}</li>`;
}
