import type { LawGrade, LawStatus, LawWitness } from '#conformance/grade.ts';
import type { VerdictWord } from '#judge/verdict.ts';
import { evidenceText, witnessLines } from '#report/law-text.ts';
import { callPicture } from './call-picture.ts';
import { errorLine } from './error-line.ts';
import { type Html, html } from './html.ts';
import { verdictMark } from './verdict-mark.ts';

/** A law looks like the verdict that it is nearest to. */
const looks: Readonly<Record<LawStatus, VerdictWord>> = {
  passed: 'proved',
  failed: 'refuted',
  blocked: 'conditional',
  errored: 'ill-posed',
  skipped: 'definition',
};

/** What each status means, for who reads the marks. */
export const statusMeanings: Readonly<Record<LawStatus, string>> = {
  passed: 'held in every case that was asked.',
  failed: 'is broken; a small call shows it.',
  blocked: 'was not asked: a law that it builds on is broken.',
  errored: 'was not judged to its end.',
  skipped: 'was not asked: the subject does not offer what it is about.',
};

/** The class by which a status is coloured. */
export function lookOf(status: LawStatus): string {
  return `v-${looks[status]}`;
}

export function statusMark(status: LawStatus): Html {
  return verdictMark(looks[status]);
}

/** A law as a mark on a card, linked to what is told of it. */
export function lawTile({ law, status }: LawGrade, id: string): Html {
  const told = `${status}: ${law}`;
  return html`<li><a class="tile ${lookOf(status)}" href="#${id}" aria-label="${told}" title="${told}">${statusMark(status)}</a></li>`;
}

/** A law that is broken or was not judged, with its witness; open, as it is what one looks for. */
export function lawArticle(law: LawGrade, id: string, excuse: string | undefined): Html {
  const { law: name, says, status, why, witness } = law;
  return html`<details class="claim ${lookOf(status)}" id="${id}" open><summary>${statusMark(status)}<span>${says}</span><small>${name}</small><em>${status}</em></summary><div class="inside">${excuse === undefined ? undefined : html`<p><b>Known and let be</b>: ${excuse}</p>`}${why === undefined ? undefined : html`<p>${why}</p>`}${witness && witnessHtml(witness)}<p class="note">${evidenceText(law)}${law.worst && `, at ${law.worst.where}`}.</p></div></details>`;
}

/** Lines of a witness that are not told in its list. */
const apart = ['why', 'looks like', 'replay'];

function witnessHtml(witness: LawWitness): Html {
  const lines = witnessLines(witness).filter(([label]) => !apart.includes(label));
  return html`<p><b>${witness.why}</b>${witness.looksLike === undefined ? undefined : html`. It looks like: ${witness.looksLike}`}</p><div class="pictures">${callPicture(witness.args)}${errorLine(witness)}</div><dl class="witness">${lines.map(
    ([label, text]) =>
      html`${label === '' ? undefined : html`<dt>${label}</dt>`}<dd><code>${text}</code></dd>`,
  )}</dl><p>Replay <code class="whole">${witness.replay}</code></p>`;
}
