import { dataTable, drawing, path, rounded } from './chart.ts';
import { type Html, html, type Part } from './html.ts';
import { logScale, logTicks, shortNumber, spanOf } from './scale.ts';

/** What the last benchmark measured of forms of linear attention: part of `reports/bench/bench.json`. */
export interface Measured {
  readonly node: string;
  readonly processor: string;
  readonly growth: readonly Growth[];
}

/** Time of one form at growing lengths. */
export interface Growth {
  readonly name: string;
  readonly points: readonly { readonly T: number; readonly seconds: number }[];
  /** The median of time at 2T over time at T. */
  readonly factor: number;
}

const [width, height] = [680, 300];
const [left, right, top, bottom] = [64, 560, 14, 252];

/** The lines of the forms that are counted beside them. */
const lines: Readonly<Record<string, number>> = { quadratic: 1, reassociated: 2, recurrent: 3 };

/** Times of the last benchmark, or that there is none. */
export function measuredTimes(measured: Measured | undefined): Html {
  const growth = measured?.growth.filter(({ points }) => points.length > 0) ?? [];
  return html`<h3>Measured times</h3>${measured === undefined || growth.length === 0 ? html`<p class="note">No benchmark was run where this page was written: <code>npm run bench</code> measures, and <code>npm start</code> then shows it here.</p>` : figure(measured, growth)}`;
}

function figure({ node, processor }: Measured, growth: readonly Growth[]): Html {
  const lengths = [...new Set(growth.flatMap(({ points }) => points.map(({ T }) => T)))].sort(
    (a, b) => a - b,
  );
  return html`<figure>${chart(growth, lengths)}<figcaption>By the last benchmark, on ${processor}, Node ${node}. Time at 2T over time at T, in the median: ${growth.map(({ name, factor }, i) => `${i === 0 ? '' : '; '}${name} ${shortNumber(factor, 3)}`)}.</figcaption>${dataTable(
    'Milliseconds at each length',
    ['T', ...growth.map(({ name }) => name)],
    lengths.map((T) => [
      T,
      ...growth.map(({ points }) => {
        const point = points.find((one) => one.T === T);
        return point === undefined ? '' : shortNumber(1e3 * point.seconds, 3);
      }),
    ]),
  )}</figure>`;
}

function chart(growth: readonly Growth[], lengths: readonly number[]): Html {
  const times = spanOf(growth.flatMap(({ points }) => points.map(({ seconds }) => seconds)));
  const x = logScale(spanOf(lengths), [left, right]);
  const y = logScale(times, [bottom, top]);
  return drawing({
    title: 'Measured time against the number of tokens, both by logarithm',
    description: growth.map(summary).join('; '),
    width,
    height,
    wide: true,
    body: [
      lengths.map(
        (T) =>
          html`<path class="grid" d="M${rounded(x(T))} ${top}V${bottom}"/><text class="label" x="${rounded(x(T))}" y="${bottom + 17}" text-anchor="middle">${T}</text>`,
      ),
      logTicks(times).map(
        (tick) =>
          html`<path class="grid" d="M${left} ${rounded(y(tick))}H${right}"/><text class="label" x="${left - 6}" y="${rounded(y(tick) + 4)}" text-anchor="end">${timeText(tick)}</text>`,
      ),
      html`<text class="label" x="${right}" y="${height - 10}" text-anchor="end">tokens T</text>`,
      growth.map(({ name, points }) =>
        line(
          name,
          points.map(({ T, seconds }) => [x(T), y(seconds)] as const),
        ),
      ),
    ],
  });
}

function line(name: string, points: readonly (readonly [x: number, y: number])[]): Part {
  const [endX, endY] = points.at(-1)!;
  return html`<path class="curve form-${Object.hasOwn(lines, name) ? lines[name]! : 0}" d="${path(points)}"/><text x="${rounded(endX + 8)}" y="${rounded(endY + 4)}">${name}</text>`;
}

function summary({ name, points }: Growth): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  return `${name} from ${timeText(first.seconds)} at T = ${first.T} to ${timeText(last.seconds)} at T = ${last.T}`;
}

/** "12 ms", "3.5 s", "80 µs", in three digits. */
function timeText(seconds: number): string {
  if (seconds < 1e-3) return `${shortNumber(1e6 * seconds, 3)} µs`;
  return seconds < 1 ? `${shortNumber(1e3 * seconds, 3)} ms` : `${shortNumber(seconds, 3)} s`;
}
