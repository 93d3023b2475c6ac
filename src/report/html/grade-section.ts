import { failureWords } from '#conformance/failure.ts';
import type { LawGrade } from '#conformance/grade.ts';
import { isUnasked, sumText } from '#report/grade-text.ts';
import { excuseOf, type Graded, lawStatuses, type Outcome, outcomeOf } from '#report/graded.ts';
import { shareText } from '#report/law-text.ts';
import { counted } from '#report/ledger.ts';
import { dataTable } from './chart.ts';
import { lawArticle, lawTile, lookOf } from './grade-law.ts';
import { type Html, html, type Part } from './html.ts';
import { shareStrip } from './share-strip.ts';
import { systemName } from './system-names.ts';

/** An outcome is coloured as the status that it is nearest to. */
export const outcomeLooks: Readonly<Record<Outcome, string>> = {
  holds: lookOf('passed'),
  broken: lookOf('failed'),
  incomplete: lookOf('blocked'),
  unusable: lookOf('errored'),
  'broke off': lookOf('errored'),
};

/**
 * All that there is to say of one subject: the sum, the laws as marks, what is broken, errors over bounds, and what was
 * not asked.
 *
 * @param id of the section; those of its laws begin with it
 */
export function gradeSection(graded: Graded, id: string): Html {
  const { grade, known } = graded;
  const { laws } = grade;
  const outcome = outcomeOf(graded);
  const idOf = (law: LawGrade): string => `${id}-${laws.indexOf(law)}`;
  const told = laws.filter(({ status }) => status === 'failed' || status === 'errored');
  return html`<section id="${id}"><h2>${grade.subject.name}</h2><p class="lead ${outcomeLooks[outcome]}"><em>${outcome}</em> ${sumText(grade)}.</p>${facts(graded)}${marks(laws, (law) => (told.includes(law) ? idOf(law) : `${id}-laws`))}${told.length === 0 ? undefined : html`<h3>${told.every(({ status }) => status === 'errored') ? 'What was not judged' : 'What is broken'}</h3>${told.map((law) => lawArticle(law, idOf(law), excuseOf(known, law)))}`}${errors(laws)}${unasked(laws)}${every(laws, `${id}-laws`)}</section>`;
}

function facts({ grade, stale, interrupted }: Graded): Html {
  const { subject, suite, seed, failure, printed } = grade;
  const { spec, language, format, implements: offered } = subject;
  const rows: readonly (readonly [string, string])[] = [
    ['subject', spec],
    ['language', language],
    ['format', format],
    ['offers', offered.join(', ')],
    ['suite', `counterclaim ${suite}, seed ${seed}`],
    ['broke off', failure === undefined ? '' : failureWords(failure)],
    ['interrupted', interrupted === true ? 'before every law was judged' : ''],
  ];
  return html`<dl class="witness">${rows.map(([label, text]) => (text === '' ? undefined : html`<dt>${label}</dt><dd>${text}</dd>`))}${stale.map(({ law, why }) => html`<dt>stale</dt><dd>known failure of ${law}: ${why}</dd>`)}</dl>${printed === '' ? undefined : html`<details><summary>What it printed</summary><pre>${printed}</pre></details>`}`;
}

function marks(laws: readonly LawGrade[], linkOf: (law: LawGrade) => string): Part {
  const systems = [...new Set(laws.map(({ system }) => system))];
  return systems.map((system) => {
    const own = laws.filter((law) => law.system === system);
    const passed = own.filter(({ status }) => status === 'passed').length;
    return html`<div class="glance"><h3>${systemName(system)}</h3><p>${counted(own.length, 'law')}, ${passed} passed.</p><ol class="strip small">${own.map((law) => lawTile(law, linkOf(law)))}</ol></div>`;
  });
}

/** The largest error of each law as a share of the bound there. */
function errors(laws: readonly LawGrade[]): Html | undefined {
  const measured = laws.flatMap(({ law, cases, worst }) =>
    worst === undefined ? [] : [{ law, cases, ...worst }],
  );
  if (measured.length === 0) return undefined;
  return html`<h3>Error over bound</h3><figure>${shareStrip(
    'Largest error over its bound, law by law, by logarithm',
    measured.map(({ law, share }) => `${law}: ${shareText(share)}`).join('; '),
    measured.map(({ law, share }) => ({ label: law, dots: [{ share, series: share <= 1 ? 0 : 1 }] })),
  )}<figcaption><span class="key disc-key"></span>within the bound <span class="key square-key"></span>beyond it</figcaption>${dataTable(
    'Largest errors',
    ['law', 'cases', 'over its bound', 'at'],
    measured.map(({ law, cases, share, where }) => [law, cases, shareText(share), where]),
  )}</figure>`;
}

/** Laws that were not asked, by why. */
function unasked(laws: readonly LawGrade[]): Html | undefined {
  const left = laws.filter(isUnasked);
  if (left.length === 0) return undefined;
  const reasonOf = ({ status, why = 'not asked' }: LawGrade): string => `${status}: ${why}`;
  const reasons = [...new Set(left.map(reasonOf))];
  return html`<h3>What was not asked</h3><ul>${reasons.map(
    (reason) =>
      html`<li>${reason}<br><small>${left
        .filter((law) => reasonOf(law) === reason)
        .map(({ law }) => law)
        .join(', ')}</small></li>`,
  )}</ul>`;
}

function every(laws: readonly LawGrade[], id: string): Html {
  const order = (law: LawGrade): number => lawStatuses.indexOf(law.status);
  return html`<div id="${id}">${dataTable(
    `All ${counted(laws.length, 'law')}`,
    ['law', 'status', 'cases', 'says'],
    laws
      .toSorted((a, b) => order(a) - order(b))
      .map(({ law, status, cases, says }) => [law, status, cases, says]),
  )}</div>`;
}
