import type {
  EnclosedSide,
  FormatRegion,
  Obligation,
  Proof,
  Region,
  Threshold,
  Verdict,
  Witness,
} from '#judge/verdict.ts';
import { inputsText } from '#report/inputs.ts';
import { gapText, obligationLines } from '#report/words.ts';
import { dataTable, folded } from './chart.ts';
import { type Html, html, type Part } from './html.ts';
import { numberLine } from './number-line.ts';
import { shortNumber } from './scale.ts';
import { argumentHtml } from './setting.ts';
import { type Subject, witnessPicture } from './witness-picture.ts';

/** What evidence is about, and the command that replays its witness. */
export interface About {
  readonly subject: Subject;
  readonly replay?: string | undefined;
}

/** The evidence of a verdict, in full but for long lists, which are in claims.json. */
export function evidenceHtml(verdict: Verdict, about: About): Part {
  switch (verdict.verdict) {
    case 'definition':
      return html`<p>Nothing to decide: the line introduces a notation.</p>`;
    case 'proved':
      return proofHtml('Proof', verdict.proof);
    case 'conditional': {
      const { region, missing, witness, formats } = verdict;
      return [
        regionHtml(region),
        missing === undefined ? undefined : html`<p>Outside of it, ${missing}.</p>`,
        witness && witnessHtml(witness, about),
        formats && formatsHtml(formats),
      ];
    }
    case 'refuted': {
      const { witness, contrary, formats, otherFormats = [] } = verdict;
      return [
        witness && witnessHtml(witness, about),
        contrary && proofHtml('The contrary holds', contrary),
        formats && formatsHtml(formats),
        otherFormats.map(otherWitness),
      ];
    }
    case 'ill-posed': {
      const { displayed, faults } = verdict.fault;
      return html`<pre>${displayed}</pre><ul>${faults.map((fault) => html`<li>${fault}</li>`)}</ul>`;
    }
    case 'undecided':
      return html`<p>Tried:</p><ul>${verdict.tried.map((tried) => html`<li>${tried}</li>`)}</ul>`;
  }
}

/** Characters of obligations that are shown; what follows is in claims.json. */
const SHOWN = 200;

/** How a proof goes, what it rests on folded away. */
export function proofHtml(label: string, { method, argument, obligations }: Proof): Html {
  const head = html`<p><b>${label}</b>, by ${method}. ${argumentHtml(argument)}</p>`;
  if (obligations.length === 0) return head;
  const noun = obligations.length === 1 ? 'obligation' : 'obligations';
  return html`${head}${folded(`Rests on ${obligations.length} ${noun}`, html`<pre>${beginning(obligations.map(obligationText))}</pre>`)}`;
}

/** The first of the texts, and how many more there are. */
function beginning(texts: readonly string[]): string {
  let [count, length] = [0, 0];
  while (count < texts.length && (count === 0 || length + texts[count]!.length <= SHOWN))
    length += texts[count++]!.length;
  const more = texts.length - count;
  return [...texts.slice(0, count), ...(more === 0 ? [] : [`... and ${more} more, in claims.json`])].join(
    '\n',
  );
}

/** Counts are told by how many sizes they were taken at. */
function obligationText(obligation: Obligation): string {
  if (obligation.kind !== 'counts') return obligationLines(obligation).join('\n').replace(/ {3,}/g, '  ');
  const { says, polynomial, fitted, checked } = obligation;
  return `counts: ${says}\n  polynomial  ${polynomial}\n  fitted at ${fitted.length} sizes, checked at ${checked.length} others`;
}

function witnessHtml(witness: Witness, { subject, replay }: About): Html {
  const { inputs, entry, left, relation, right, format, extent } = witness;
  return html`<p><b>Counterexample${format === undefined ? '' : ` in ${format}`}</b> <code data-copy="input">${inputsText(inputs, 'decimal')}</code></p><div class="pictures">${witnessPicture(witness, subject)}${numberLine(witness)}</div><p>It was said that left ${relation} right${entry === 1 ? '' : `, here at entry ${entry}`}. Gap ${gapText(witness)}.</p>${dataTable(
    'Both sides and the inputs, exactly',
    ['side or input', 'at least', 'at most', 'formula'],
    [
      ['left', ...ends(left), html`<code>${left.term}</code>`],
      ['right', ...ends(right), html`<code>${right.term}</code>`],
      ...inputs
        .filter(({ decimal }) => decimal.length > 4)
        .map(({ name, decimal, hex }) => [name, decimal, '', hex]),
    ],
  )}${replay === undefined ? undefined : html`<p><code data-copy="command">${replay}</code></p>`}${extent && [html`<p><b>How far</b>: ${extent.says}.</p>`, proofHtml('Because', extent.proof)]}`;
}

/** Both ends of an enclosure; of the upper one only the digits in which it differs. */
function ends({ lo, hi }: EnclosedSide): readonly [string, string] {
  if (lo === hi) return [lo, 'the same'];
  let same = 0;
  while (lo[same] === hi[same]) same++;
  return [lo, lo.length === hi.length && same > 8 ? `…${hi.slice(same - 2)}` : hi];
}

function otherWitness({ format, inputs, gap }: Witness): Html {
  return html`<p><b>Also in ${format ?? 'exact arithmetic'}</b> <code>${inputsText(inputs, 'decimal')}</code>, gap ≥ ${gap}.</p>`;
}

function regionHtml({ condition, inside, outside, thresholds }: Region): Part {
  return [
    html`<p><b>Holds exactly where</b> <code>${condition}</code></p>`,
    proofHtml('Inside', inside),
    outside && outsideHtml(inside, outside),
    thresholds && thresholdsHtml(thresholds),
  ];
}

/** What the inside rests on already is not shown again. */
function outsideHtml(inside: Proof, outside: Proof): Html {
  const same = JSON.stringify(inside.obligations) === JSON.stringify(outside.obligations);
  return proofHtml('Outside', same ? { ...outside, obligations: [] } : outside);
}

function thresholdsHtml(thresholds: readonly Threshold[]): Html {
  const formulas = new Set(thresholds.flatMap(({ formula }) => formula ?? []));
  return html`${dataTable(
    `${thresholds.length} thresholds, each between neighbouring doubles`,
    ['quantity', 'ε', 'last double below', 'first double above'],
    thresholds.map(({ name, eps = '', below, above }) => [name, eps, below.decimal, above.decimal]),
  )}${[...formulas].map((formula) => html`<p>In closed form <code>${formula}</code></p>`)}`;
}

/** Where each format seems to confirm what is false. */
function formatsHtml(formats: readonly FormatRegion[]): Html {
  return dataTable(
    'Where number formats seem to confirm it',
    ['format', 'softmax', 'seems to hold from β =', 'to', 'NaN from'],
    formats.map(({ format, softmax, confirms, nanFrom }) => [
      format,
      softmax,
      confirms === undefined ? 'never' : shortNumber(Number(confirms.from.decimal), 6),
      confirms === undefined ? '' : shortNumber(Number(confirms.to.decimal), 6),
      nanFrom === undefined ? 'never' : shortNumber(Number(nanFrom.decimal), 6),
    ]),
  );
}
