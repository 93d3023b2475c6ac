import { drawing, rounded } from './chart.ts';
import { type Html, html, type Part } from './html.ts';
import { shortNumber } from './scale.ts';

/** Up to this many rows the cells hold their numbers. */
export const numbered = 8;

/** Steps of shade; more could not be told apart. */
const LEVELS = 16;

/** From the next step on light numbers are read more easily than dark ones. */
const DARK = 11;

/** Room for the numbers of rows and columns. */
export const margin = 24;

/** What a heat map shows. */
export interface HeatMap {
  readonly title: string;
  readonly description: string;
  /** Numbers from 0 to 1, square. */
  readonly matrix: readonly (readonly number[])[];
  /** Of the drawing without its margin. */
  readonly side: number;
}

/**
 * A matrix of numbers from 0 to 1 as shades, with the numbers where there is room.
 *
 * Cells of one shade are one path, runs of them in a row one rectangle: 64 rows are some hundred rectangles instead
 * of 4096.
 */
export function heatMap({ title, description, matrix, side }: HeatMap): Html {
  const size = side + marginOf(matrix);
  return drawing({ title, description, width: size, height: size, body: heatMapBody({ matrix, side }) });
}

/** What is drawn of a heat map. */
export function heatMapBody({ matrix, side }: Pick<HeatMap, 'matrix' | 'side'>): Html {
  const cell = side / matrix.length;
  const start = marginOf(matrix);
  const at = (index: number): number => start + index * cell;
  return html`<rect class="frame" x="${start}" y="${start}" width="${side}" height="${side}"/>${shades(matrix, at)}${start > 0 ? labels(matrix, at, cell) : undefined}`;
}

/** Cells that are numbered have their rows and columns numbered as well. */
function marginOf(matrix: HeatMap['matrix']): number {
  return matrix.length <= numbered ? margin : 0;
}

function shades(matrix: HeatMap['matrix'], at: (index: number) => number): readonly Part[] {
  const paths = new Map<number, string>();
  for (const [i, row] of matrix.entries()) {
    for (let j = 0; j < row.length; ) {
      const level = levelOf(row[j]!);
      let end = j + 1;
      while (end < row.length && levelOf(row[end]!) === level) end++;
      const [left, right, top, bottom] = [at(j), at(end), at(i), at(i + 1)].map(rounded) as Corners;
      if (level > 0) paths.set(level, `${paths.get(level) ?? ''}M${left} ${top}H${right}V${bottom}H${left}Z`);
      j = end;
    }
  }
  return [...paths].map(
    ([level, d]) => html`<path class="shade" fill-opacity="${level / LEVELS}" d="${d}"/>`,
  );
}

type Corners = [left: string, right: string, top: string, bottom: string];

/** From 0 (nothing) to LEVELS; what is more than nothing shows. NaN shows as nothing. */
function levelOf(value: number): number {
  return value > 0 ? Math.max(1, Math.round(Math.min(value, 1) * LEVELS)) : 0;
}

function labels(matrix: HeatMap['matrix'], at: (index: number) => number, cell: number): Html {
  const size = Math.min(14, Math.floor(cell / 4.4));
  const indices = matrix.map((_, i) => {
    const middle = rounded(at(i) + cell / 2);
    return html`<text x="${margin - 12}" y="${middle}">${i + 1}</text><text x="${middle}" y="${margin - 12}">${i + 1}</text>`;
  });
  const numbers = matrix.map((row, i) =>
    row.map(
      (value, j) =>
        html`<text${levelOf(value) > DARK ? html` class="on-shade"` : undefined} x="${rounded(at(j) + cell / 2)}" y="${rounded(at(i) + cell / 2)}">${weightText(value, matrix.length)}</text>`,
    ),
  );
  return html`<g class="label" text-anchor="middle" dominant-baseline="central">${indices}</g><g class="weights" font-size="${size}" text-anchor="middle" dominant-baseline="central">${numbers}</g>`;
}

/** A weight in so many digits as a cell holds; "1" is said of 1 alone, and "0" of 0. */
export function weightText(value: number, count: number): string {
  if (!Number.isFinite(value)) return shortNumber(value);
  if (value === 0 || value === 1) return `${value}`;
  const text = value.toFixed(count > 5 ? 2 : 3);
  if (Number(text) === 0) return value.toExponential(0).replace('-', '−');
  return Number(text) === 1 ? '→ 1' : text;
}
