import { dataTable, drawing, rounded } from '#report/html/chart.ts';
import { type Html, html } from '#report/html/html.ts';
import { linearScale, shortNumber, spanOf } from '#report/html/scale.ts';
import type { BreakEvent, Tried } from './break.ts';

/** A search so far. */
export interface BreakState {
  readonly tried: readonly Tried[];
  readonly simpler: readonly Tried[];
  readonly ending?: Extract<BreakEvent, { kind: 'witness' | 'none' }>;
}

export const nothingTried: BreakState = { tried: [], simpler: [] };

/** The search after more events. */
export function afterEvents(state: BreakState, events: readonly BreakEvent[]): BreakState {
  const tried = events.flatMap((event) => (event.kind === 'tried' ? event.tried : []));
  const simpler = events.flatMap((event) => (event.kind === 'simpler' ? event.tried : []));
  const ending = events.find((event) => event.kind === 'witness' || event.kind === 'none') ?? state.ending;
  return {
    tried: [...state.tried, ...tried],
    simpler: [...state.simpler, ...simpler],
    ...(ending !== undefined && { ending }),
  };
}

const size = 340;
const [from, to] = [34, 326];

/** Each case at (left, right): on the diagonal the sides are the same. */
export function breakView({ tried, simpler, ending }: BreakState): Html {
  const seen = [...tried, ...simpler].filter(
    ({ left, right }) => Number.isFinite(left) && Number.isFinite(right),
  );
  const [low, high] = spanOf(seen.flatMap(({ left, right }) => [Math.asinh(left), Math.asinh(right)]));
  const margin = (high - low) * 0.05 + 1e-9;
  const place = linearScale([low - margin, high + margin], [from, to]);
  const x = (value: number): number => place(Math.asinh(value));
  const y = (value: number): number => size - x(value);
  return html`<div class="figures"><figure>${drawing({
    title: 'Both sides of every case tried',
    description: `${tried.length} cases, ${failing(tried)} of them counterexamples; the diagonal is where both sides are the same.`,
    width: size,
    height: size,
    body: [
      html`<rect class="frame" x="${from}" y="${size - to}" width="${to - from}" height="${to - from}"/><path class="level" d="M${from} ${size - from}L${to} ${size - to}"/>`,
      html`<path class="dot-holds" d="${seen
        .filter(({ truth }) => truth !== 'fails')
        .map(({ left, right }) => dot(x(left), y(right)))
        .join('')}"/>`,
      html`<path class="dot-fails" d="${seen
        .filter(({ truth }) => truth === 'fails')
        .map(({ left, right }) => cross(x(left), y(right)))
        .join('')}"/>`,
      html`<text class="label" x="${(from + to) / 2}" y="${size - 12}" text-anchor="middle">left side →</text><text class="label" x="22" y="${size / 2}" text-anchor="middle" transform="rotate(-90 22 ${size / 2})">right side →</text>`,
    ],
  })}<figcaption><span class="key dot-key"></span>holds <span class="key cross-key"></span>fails; axes by inverse hyperbolic sine</figcaption>${triedTable(tried)}</figure><div class="course">${courseHtml(simpler, ending)}</div></div>`;
}

/** Cases that are listed: those that fail come first, as they are what is looked for. */
const LISTED = 60;

function triedTable(tried: readonly Tried[]): Html | undefined {
  if (tried.length === 0) return undefined;
  const ordered = [
    ...tried.filter(({ truth }) => truth === 'fails'),
    ...tried.filter(({ truth }) => truth !== 'fails'),
  ];
  const more = ordered.length > LISTED ? `, the first ${LISTED} of ${ordered.length}` : '';
  return dataTable(
    `Cases tried, those that fail first${more}`,
    ['inputs', 'left', 'right', 'it'],
    ordered
      .slice(0, LISTED)
      .map(({ inputs, left, right, truth }) => [
        inputs,
        shortNumber(left, 6),
        shortNumber(right, 6),
        words[truth],
      ]),
  );
}

const words: Readonly<Record<Tried['truth'], string>> = { holds: 'holds', fails: 'fails', open: 'is open' };

/** In one sentence, for those who hear it. */
export function breakFinding({ tried, simpler, ending }: BreakState): string {
  if (tried.length === 0)
    return 'Choose a reading and start: random cases are decided here, in your browser.';
  const found = `${tried.length} cases tried, ${failing(tried)} counterexamples`;
  if (ending === undefined)
    return `${found}${simpler.length > 0 ? `, ${simpler.length} simpler ones on the way to a witness` : ''} ...`;
  if (ending.kind === 'none') return `${found}. None was found that can be certified, which proves nothing.`;
  return `${found}. The smallest: ${ending.inputs}.`;
}

/** Steps of shrinking that are shown: the first and the last ones. */
const ENDS = 4;

function courseHtml(simpler: readonly Tried[], ending: BreakState['ending']): Html {
  if (simpler.length === 0 && ending?.kind !== 'witness')
    return html`<p class="note">A counterexample, once found, is made as simple as it gets, step by step.</p>`;
  const hidden = simpler.length - 2 * ENDS;
  const shown = hidden > 0 ? [...simpler.slice(0, ENDS), undefined, ...simpler.slice(-ENDS)] : simpler;
  const steps = shown.map((tried) =>
    tried === undefined
      ? html`<li class="note">${hidden} more</li>`
      : html`<li><code>${tried.inputs}</code></li>`,
  );
  const witness =
    ending?.kind === 'witness'
      ? html`<p><b>Witness</b> <code>${ending.inputs}</code></p><p>left in <span class="nowrap">[${shortened(ending.witness.left.lo)}, ${shortened(ending.witness.left.hi)}]</span>, right in <span class="nowrap">[${shortened(ending.witness.right.lo)}, ${shortened(ending.witness.right.hi)}]</span>; gap ≥ ${shortNumber(Number(ending.witness.gap))}, enclosures disjoint at ${ending.witness.digits} digits.</p>`
      : undefined;
  return html`<h3>How the witness shrank</h3><ol>${steps}</ol>${witness}`;
}

function shortened(digits: string): string {
  return digits.length > 14 ? `${digits.slice(0, 13)}…` : digits;
}

function failing(tried: readonly Tried[]): number {
  return tried.filter(({ truth }) => truth === 'fails').length;
}

function dot(x: number, y: number): string {
  return `M${rounded(x - 2.5)} ${rounded(y)}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0`;
}

function cross(x: number, y: number): string {
  return `M${rounded(x - 3)} ${rounded(y - 3)}l6 6m0 -6l-6 6`;
}
