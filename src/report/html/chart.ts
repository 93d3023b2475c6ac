import { type Html, html, type Part } from './html.ts';

/** A drawing as text: what it shows is in its title and description, and in a table behind it. */
export interface Drawing {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly body: Part;
  /** A wide drawing fills its column; others keep their size. */
  readonly wide?: boolean;
}

/** An SVG image with its title and description; a wide one scrolls where there is no room for it. */
export function drawing({ title, description, width, height, body, wide }: Drawing): Html {
  const [w, h] = [rounded(width), rounded(height)];
  const image = html`<svg class="chart${wide ? ' wide' : ''}" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img"><title>${title}</title><desc>${description}</desc>${body}</svg>`;
  return wide ? html`<div class="scroll">${image}</div>` : image;
}

/** A table of data, folded away behind its chart. */
export function dataTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Part[])[],
): Html {
  return folded(caption, table(undefined, head, rows));
}

/** Details that are folded away under a line. */
export function folded(summary: string, inside: Part): Html {
  return html`<details><summary>${summary}</summary>${inside}</details>`;
}

/** A table, with a name where nothing else tells it; the first cell of a row heads it. */
export function table(
  name: string | undefined,
  head: readonly string[],
  rows: readonly (readonly Part[])[],
): Html {
  return html`<div class="scroll"><table${name === undefined ? undefined : html` aria-label="${name}"`}><thead><tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr></thead><tbody>${rows.map(
    ([first, ...rest]) =>
      html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

/** Taken off every tie, so that engines whose logarithms differ in the last digit round to the same tenth. */
const BIAS = 1e-3;

/** A coordinate in tenths: shorter text, the same picture. */
export function rounded(value: number): string {
  return `${Math.round(value * 10 + BIAS) / 10 + 0}`;
}

/** The points of a line that goes through all of them. */
export function path(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('');
}
