import { dataTable, drawing, rounded } from '#report/html/chart.ts';
import { type Html, html } from '#report/html/html.ts';
import type { LocatedFormat } from '#report/html/page-data.ts';
import { logScale, shortNumber } from '#report/html/scale.ts';

const width = 680;
const [left, right, top, row] = [156, 664, 10, 27];
/** What lies beyond the end of the axis is said in words. */
const span: readonly [number, number] = [1, 300];
const x = logScale(span, [left, right]);

/** Where each format seems to confirm the false claim, and from where it returns no number; and the present beta. */
export function formatChart(beta: number, regions: readonly LocatedFormat[]): Html {
  if (regions.length === 0) return html`<p class="note">The claim was not decided in number formats.</p>`;
  const bottom = top + row * regions.length;
  const marker = Math.min(Math.max(beta, span[0]), span[1]);
  return html`<figure>${drawing({
    title: 'Values of β at which number formats seem to confirm that every W_ii is 1',
    description: regions.map(regionText).join('; '),
    width,
    height: bottom + 34,
    wide: true,
    body: [
      [1, 2, 5, 10, 20, 50, 100, 200].map(
        (tick) =>
          html`<path class="grid" d="M${rounded(x(tick))} ${top}V${bottom}"/><text class="label" x="${rounded(x(tick))}" y="${bottom + 17}" text-anchor="middle">${tick}</text>`,
      ),
      regions.map((region, i) => lane(region, top + row * i)),
      html`<path class="now" d="M${rounded(x(marker))} ${top}V${bottom}"/><text class="label" x="${right}" y="${bottom + 32}" text-anchor="end">β</text>`,
    ],
  })}<figcaption><span class="key confirm-key"></span>seems to confirm it <span class="key nan-key"></span>returns NaN. The claim is false for every β.</figcaption>${dataTable(
    'Regions of β',
    ['format', 'softmax', 'seems to confirm from', 'to', 'NaN from'],
    regions.map(({ format, softmax, from = 'never', to = '', nan = 'never' }) => [
      format,
      softmax,
      from,
      to,
      nan,
    ]),
  )}</figure>`;
}

function lane({ format, softmax, ...ends }: LocatedFormat, y: number): Html {
  const [from, to, nan] = [ends.from, ends.to, ends.nan].map((end) =>
    end === undefined ? undefined : Number(end),
  );
  const height = row - 9;
  return html`<text class="label" x="${left - 10}" y="${y + 14}" text-anchor="end">${format}, ${softmax}</text>${
    from === undefined || to === undefined
      ? undefined
      : html`<rect class="confirm" x="${rounded(x(from))}" y="${y}" width="${rounded(Math.max(2, end(to) - x(from)))}" height="${height}"/>`
  }${nan === undefined || nan > span[1] ? undefined : html`<rect class="nan" x="${rounded(x(nan))}" y="${y}" width="${rounded(right - x(nan))}" height="${height}"/>`}${
    nan !== undefined && nan > span[1]
      ? html`<text class="on-shade" x="${right - 6}" y="${y + 13}" text-anchor="end">on to ${shortNumber(nan, 2)}, then NaN →</text>`
      : undefined
  }`;
}

function end(value: number): number {
  return x(Math.min(value, span[1]));
}

function regionText({ format, softmax, from, to, nan }: LocatedFormat): string {
  const seems =
    from === undefined ? 'never' : `from ${shortNumber(Number(from))} to ${shortNumber(Number(to))}`;
  return `${format} ${softmax}: ${seems}, ${nan === undefined ? 'never NaN' : `NaN from ${shortNumber(Number(nan))}`}`;
}
