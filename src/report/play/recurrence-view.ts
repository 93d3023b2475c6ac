import { dataTable, drawing, path, rounded } from '#report/html/chart.ts';
import { type Html, html, type Part } from '#report/html/html.ts';
import { linearScale, linearTicks, shortNumber, spanOf } from '#report/html/scale.ts';
import type { Holding } from './holds.ts';
import type { RecurrenceRun } from './recurrence.ts';
import type { RecurrenceSettings } from './settings.ts';

const [width, height] = [680, 260];
const [left, top, bottom] = [52, 28, 214];
/** Up to this many inputs each point has its number. */
const numbered = 12;

/** The run of the recurrence: its course, what comes out, and which readings hold for exactly this input. */
export function recurrenceView(settings: RecurrenceSettings, run: RecurrenceRun): Html {
  return html`<div class="figures">${course(settings, run)}${outcome(settings, run)}</div>${holdingHtml(run.holding)}`;
}

/** In one sentence, for those who hear it. */
export function recurrenceFinding({ x, fault }: RecurrenceSettings, run: RecurrenceRun): string {
  if (fault !== undefined) return fault;
  const failing = run.holding.filter(({ truth }) => truth === 'fails').length;
  const parity = x.length % 2 === 0 ? 'even' : 'odd';
  return `T = ${x.length}, ${parity}: h_T = ${run.final}, the sum of the write-up is ${run.sum}: ${run.agree ? 'they agree' : 'they differ'}. ${failing} of ${run.holding.length} readings fail here.`;
}

function course({ x, h0 }: RecurrenceSettings, { states }: RecurrenceRun): Html {
  const all = [h0, ...states];
  const y = linearScale(spanOf([...all, ...x], 0), [bottom, top]);
  const at = linearScale([0, Math.max(1, x.length)], [left + 26, width - 26]);
  const points = all.map((h, t) => [at(t), y(h)] as const);
  const ticks = linearTicks(spanOf([...all, ...x], 0), 4);
  const bar = Math.min(22, (width - left) / (2.4 * (x.length + 1)));
  return html`<figure>${drawing({
    title: 'The course of the recurrence',
    description: `Inputs as bars and states as a line, from h_0 = ${shortNumber(h0)} to h_${x.length} = ${shortNumber(all.at(-1)!)}.`,
    width,
    height,
    wide: true,
    body: [
      ticks.map(
        (tick) =>
          html`<path class="grid" d="M${left} ${rounded(y(tick))}H${width}"/><text class="label" x="${left - 8}" y="${rounded(y(tick) + 4)}" text-anchor="end">${shortNumber(tick)}</text>`,
      ),
      html`<path class="axis" d="M${left} ${rounded(y(0))}H${width}"/>`,
      x.map((value, i) => inputBar(at(i + 1), y(0), y(value), bar)),
      html`<path class="line-right" d="${path(points)}"/>`,
      points.map(
        ([px, py]) => html`<circle class="side-right" cx="${rounded(px)}" cy="${rounded(py)}" r="4.5"/>`,
      ),
      labels(all, points),
    ],
  })}<figcaption><span class="key bar-key"></span>input x<sub>t</sub> <span class="key point-key"></span>state h<sub>t</sub> = x<sub>t</sub> − h<sub>t−1</sub></figcaption>${dataTable(
    'States step by step',
    ['t', 'x_t', 'h_t'],
    all.map((h, t) => [t, t === 0 ? '' : x[t - 1]!, h]),
  )}</figure>`;
}

function inputBar(x: number, zero: number, end: number, wide: number): Html {
  const [from, to] = [Math.min(zero, end), Math.max(zero, end)];
  return html`<rect class="bar soft" x="${rounded(x - wide / 2)}" y="${rounded(from)}" width="${rounded(wide)}" height="${rounded(Math.max(1.5, to - from))}"/>`;
}

function labels(all: readonly number[], points: readonly (readonly [number, number])[]): readonly Part[] {
  const every = Math.ceil(all.length / 17);
  return points.map(([x, y], t) => [
    t % every === 0
      ? html`<text class="label" x="${rounded(x)}" y="${height - 14}" text-anchor="middle">${t}</text>`
      : undefined,
    all.length <= numbered + 1
      ? html`<text x="${rounded(x)}" y="${rounded(y - 10)}" text-anchor="middle" class="halo">${shortNumber(all[t]!)}</text>`
      : undefined,
  ]);
}

function outcome({ gain }: RecurrenceSettings, run: RecurrenceRun): Html {
  return html`<dl class="outcome"><dt>last state, exactly</dt><dd>${run.final}</dd><dt>the write-up’s sum</dt><dd class="${run.agree ? 'same' : 'other'}">${run.sum}${run.agree ? ' (the same)' : ' (another number)'}</dd><dt>output σ(${gain} h<sub>T</sub>)</dt><dd>in ${run.output}</dd><dt>σ(${gain} sum)</dt><dd>in ${run.answer}</dd></dl>`;
}

const words: Readonly<Record<Holding['truth'], string>> = {
  holds: 'holds',
  fails: 'fails',
  silent: 'says nothing',
  open: 'open',
};

function holdingHtml(holding: readonly Holding[]): Html {
  return html`<h3>Which readings hold for exactly this input</h3><ul class="holding">${holding.map(
    ({ claim, reading, truth, note }) =>
      html`<li class="t-${truth}"><b>${words[truth]}</b> <a href="#${claim}">${claim}</a>, ${reading}${note === '' ? undefined : html` <span class="note">${truth === 'silent' ? `(it is about ${note})` : `(${note})`}</span>`}</li>`,
  )}</ul>`;
}
