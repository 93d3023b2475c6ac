import { drawing, rounded } from './chart.ts';
import { type Html, html } from './html.ts';
import { linearScale, shortNumber, spanOf } from './scale.ts';

/** A number with its name. */
export interface Bar {
  readonly name: string;
  readonly value: number;
}

const top = 24;
const bottom = 100;

/** Named numbers as upright bars on a common zero, each with its number. */
export function bars(title: string, given: readonly Bar[]): Html {
  const step = Math.max(40, Math.min(64, 420 / Math.max(1, given.length)));
  const values = given.map(({ value }) => value);
  const scale = linearScale(spanOf(values, 0), [bottom, top]);
  const place = values.every((value) => value === 0) ? () => bottom : scale;
  const width = Math.max(step * given.length + 8, 100);
  return drawing({
    title,
    description: given.map(({ name, value }) => `${name} = ${value}`).join(', '),
    width,
    height: bottom + 40,
    body: [
      html`<path class="axis" d="M4 ${rounded(place(0))}H${rounded(width - 4)}"/>`,
      html`<g text-anchor="middle">${given.map(({ name, value }, i) => bar(name, value, 4 + step * (i + 0.5), place(0), place(value)))}</g>`,
    ],
  });
}

function bar(name: string, value: number, x: number, zero: number, end: number): Html {
  const [from, to] = [Math.min(zero, end), Math.max(zero, end)];
  const middle = rounded(x);
  return html`<rect class="bar" x="${rounded(x - 10)}" y="${rounded(from)}" width="20" height="${rounded(Math.max(1, to - from))}"/><text x="${middle}" y="${rounded(value < 0 ? to + 14 : from - 6)}">${shortNumber(value)}</text><text class="label" x="${middle}" y="${bottom + 34}">${subscripted(name)}</text>`;
}

/** "x1" as x with a lower 1, "k1_2" as k with a lower 1,2. */
export function subscripted(name: string): Html {
  const [, stem, index] = /^(.*?)(\d+(?:_\d+)?)?$/s.exec(name)!;
  const shown = html`<tspan class="math">${stem === 'beta' ? 'β' : stem}</tspan>`;
  return index === undefined
    ? shown
    : html`${shown}<tspan dy="3" font-size="10">${index.replace('_', ',')}</tspan>`;
}
