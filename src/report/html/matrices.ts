import { drawing, rounded } from './chart.ts';
import { type Html, html } from './html.ts';
import { shortNumber } from './scale.ts';

/** A vector or a matrix by rows, with its letter. */
export interface Group {
  readonly stem: string;
  readonly rows: readonly (readonly number[])[];
}

const [cell, tall] = [52, 28];

/** Vectors and matrices side by side, each number in a cell. */
export function matrices(title: string, description: string, groups: readonly Group[]): Html {
  let x = 0;
  const placed = groups.map((group) => {
    const left = x + 26;
    x = left + cell * Math.max(1, ...group.rows.map((row) => row.length)) + 18;
    return { ...group, left };
  });
  return drawing({
    title,
    description,
    width: Math.max(x, 120),
    height: 12 + tall * Math.max(1, ...groups.map(({ rows }) => rows.length)),
    body: placed.map(({ stem, rows, left }) => [
      html`<text class="math" x="${left - 8}" y="${rounded(6 + (tall * rows.length) / 2 + 5)}" text-anchor="end">${stem}</text>`,
      rows.map((row, i) =>
        row.map(
          (value, j) =>
            html`<rect class="cell" x="${left + cell * j}" y="${6 + tall * i}" width="${cell}" height="${tall}"/><text x="${left + cell * (j + 0.5)}" y="${6 + tall * i + 19}" text-anchor="middle">${shortNumber(value)}</text>`,
        ),
      ),
    ]),
  });
}
