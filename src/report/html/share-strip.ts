import { drawing, path, rounded } from './chart.ts';
import { type Html, html, type Part } from './html.ts';
import { logScale, logTicks, type Span, shortNumber } from './scale.ts';

/** An error over its bound, and the series that it belongs to: what its shape and colour tell. */
export interface ShareDot {
  readonly share: number;
  readonly series: number;
}

/** A line of a strip plot. */
export interface ShareRow {
  readonly label: string;
  readonly dots: readonly ShareDot[];
}

type Shape = 'disc' | 'square' | 'triangle';
/** How the dots of a series look. */
export const shapes: readonly Shape[] = ['disc', 'square', 'triangle'];

const [width, from, to] = [680, 256, 648] as const;
const [top, step] = [22, 21] as const;
/** Beyond the bound, in a column of its own. */
const BEYOND = 668;

/**
 * Errors over their bounds by rows, on a logarithmic axis that ends at the bound; what is beyond it, or not a number,
 * stands behind that end.
 *
 * @param filled series from this one on are drawn hollow
 */
export function shareStrip(
  title: string,
  description: string,
  rows: readonly ShareRow[],
  filled: number = shapes.length,
): Html {
  const span = spanOfShares(rows.flatMap(({ dots }) => dots.map(({ share }) => share)));
  const scale = logScale(span, [from, to]);
  const x = (share: number): number => (share <= 1 ? scale(share) : BEYOND);
  const bottom = top + step * rows.length;
  const height = bottom + 22;
  return drawing({
    title,
    description,
    width,
    height,
    wide: true,
    body: [axis(span, scale, bottom), labels(rows), series(rows, x, filled)],
  });
}

/** From a round number below the least share to the bound. */
function spanOfShares(shares: readonly number[]): Span {
  const least = Math.min(0.5, ...shares.filter((share) => share > 0));
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-6)));
  return [[5, 2].map((factor) => factor * power).find((start) => start <= least) ?? power, 1];
}

function axis([least]: Span, scale: (share: number) => number, bottom: number): Part {
  const ticks = ticksFrom(least);
  return html`<path class="grid" d="${ticks.map((tick) => `M${rounded(scale(tick))} ${top - 4}V${bottom}`).join('')}"/><path class="level" d="M${to} ${top - 4}V${bottom}"/><g class="label" text-anchor="middle">${ticks.map((tick) => html`<text x="${rounded(scale(tick))}" y="${bottom + 15}">${shortNumber(tick, 1)}</text>`)}<text x="${to}" y="${bottom + 15}">bound</text></g>`;
}

/** Ticks below the bound, fewer the farther the axis goes. */
function ticksFrom(least: number): readonly number[] {
  if (least < 0.01) return logTicks([least, 0.5]);
  const round =
    least < 0.1 ? [0.01, 0.02, 0.05, 0.1, 0.2, 0.5] : [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  return round.filter((tick) => tick >= least);
}

function labels(rows: readonly ShareRow[]): Part {
  return html`<g class="label" text-anchor="end">${rows.map(({ label }, i) => html`<text x="${from - 14}" y="${rounded(middle(i) + 4)}">${label}</text>`)}</g>`;
}

function middle(row: number): number {
  return top + step * (row + 0.5);
}

/** All dots of a series are one path. */
function series(rows: readonly ShareRow[], x: (share: number) => number, filled: number): Part {
  const paths = new Map<number, string>();
  for (const [i, { dots }] of rows.entries()) {
    for (const { share, series: of } of dots) {
      const shape = shapes[of % shapes.length]!;
      paths.set(of, `${paths.get(of) ?? ''}${dot(shape, x(share), middle(i))}`);
    }
  }
  return [...paths]
    .sort(([a], [b]) => a - b)
    .map(
      ([of, d]) => html`<path class="dot-${of % shapes.length}${of >= filled ? ' hollow' : ''}" d="${d}"/>`,
    );
}

function dot(shape: Shape, x: number, y: number): string {
  switch (shape) {
    case 'disc':
      return `M${rounded(x - 3.5)} ${rounded(y)}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0`;
    case 'square':
      return `M${rounded(x - 3)} ${rounded(y - 3)}h6v6h-6z`;
    case 'triangle':
      return `${path([
        [x - 4, y + 3],
        [x + 4, y + 3],
        [x, y - 4],
      ])}z`;
  }
}
