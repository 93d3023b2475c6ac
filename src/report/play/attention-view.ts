import { dataTable, drawing, path, rounded } from '#report/html/chart.ts';
import { heatMap, numbered } from '#report/html/heat-map.ts';
import { type Html, html } from '#report/html/html.ts';
import type { LocatedThreshold, PageData } from '#report/html/page-data.ts';
import { linearScale, logScale, shortNumber } from '#report/html/scale.ts';
import type { AttentionFacts } from './answer.ts';
import type { Attended, Curve } from './attention.ts';
import { sharesOf } from './attention-tables.ts';
import { formatChart } from './format-chart.ts';
import { type AttentionSettings, betaSpan } from './settings.ts';
import { tokenSetNames } from './tokens.ts';

const [width, height] = [680, 330];
const [left, right, top, bottom] = [58, 664, 16, 284];
/** The least 1 - W_ii that is drawn; what is below it lies on the axis. */
const floor = 1e-18;

/** Values of beta at which curves are drawn; beyond the last of them nothing is to be seen. */
export const curveBetas: readonly number[] = Array.from({ length: 81 }, (_, i) => 0.1 * 100 ** (i / 80));

/** What follows beta at once: the weights, the outputs beside the tokens, and the place on the curves. */
export function attentionView(
  { tokens, beta }: AttentionSettings,
  attended: Attended,
  curves: readonly Curve[],
  thresholds: PageData['thresholds'],
): Html {
  const shown = tokens === 'written' ? thresholds : [];
  return html`<div class="figures"><figure>${weightsMap(beta, attended)}<figcaption>The weights W, row by row. A darker cell is a larger weight.</figcaption></figure><figure>${outputs(attended)}<figcaption><span class="key point-left"></span>token x<sub>i</sub> <span class="key square-key"></span>output y<sub>i</sub>, coordinate by coordinate</figcaption></figure></div><figure>${givenAway(beta, attended, curves, shown)}<figcaption>What a token gives away, 1 − W<sub>ii</sub>, for every β. It never reaches 0.</figcaption></figure>`;
}

/** What takes longer: enclosures, and the number formats. */
export function factsView(
  { beta }: AttentionSettings,
  { certified, formats }: AttentionFacts,
  data: PageData,
): Html {
  return html`${certified.length === 0 ? html`<p class="note">Enclosed for up to 8 tokens.</p>` : html`<p>Certainly, whatever the rounding: ${certified.map((text, i) => html`${i === 0 ? '' : '; '}1 − W<sub>${i + 1}${i + 1}</sub> in <span class="nowrap">${text}</span>`)}.</p>`}<h3>Where number formats “confirm” that W<sub>ii</sub> = 1</h3>${formatChart(beta, data.formats)}${dataTable(
    `What each format computes for the write-up’s three tokens at β = ${shortNumber(beta)}`,
    ['format', 'softmax', 'its β', 'W_11', 'W_22', 'W_33', 'so it'],
    formats.map(({ format, softmax, beta: own, diagonal, shows }) => [
      format,
      softmax,
      shortNumber(own, 6),
      ...diagonal.map((w) => `${w}`),
      shows === 'NaN' ? 'says nothing' : shows,
    ]),
  )}`;
}

/** In one sentence, for those who hear it. */
export function attentionFinding({ tokens, beta }: AttentionSettings, { givenAway }: Attended): string {
  const most = Math.max(...givenAway);
  const least = Math.min(...givenAway);
  const range =
    shortNumber(least) === shortNumber(most)
      ? shortNumber(most)
      : `${shortNumber(least)} to ${shortNumber(most)}`;
  return `β = ${shortNumber(beta)}, ${tokenSetNames[tokens]}: a token gives away ${range} of its weight.`;
}

function weightsMap(beta: number, { weights }: Attended): Html {
  const n = weights.length;
  return heatMap({
    title: `Attention weights of ${n} tokens at β = ${shortNumber(beta)}`,
    description: `Row i holds the weights that token i gives; the first token gives itself ${shortNumber(weights[0]![0]!)}.`,
    matrix: weights,
    side: 300,
  });
}

/** Tokens beside their outputs: for few tokens each coordinate, for many how far each output is from its token. */
function outputs(attended: Attended): Html {
  const { tokens, outputs: given } = attended;
  if (tokens.length > numbered) return distances(attended);
  const most = Math.max(...tokens.flat().map(Math.abs), 1e-300);
  const row = Math.min(86, 300 / tokens.length);
  const x = linearScale([0, most], [34, 320]);
  const lane = row / (tokens[0]!.length + 1);
  return drawing({
    title: 'Outputs beside tokens',
    description: given
      .map((y, i) => `y_${i + 1} = (${y.map((value) => shortNumber(value)).join(', ')})`)
      .join('; '),
    width: 336,
    height: row * tokens.length + 24,
    body: [
      html`<path class="axis" d="M34 0V${rounded(row * tokens.length)}"/>`,
      html`<text class="label" x="34" y="${rounded(row * tokens.length + 18)}" text-anchor="middle">0</text><text class="label" x="320" y="${rounded(row * tokens.length + 18)}" text-anchor="middle">${shortNumber(most)}</text>`,
      tokens.map((token, i) => [
        html`<text class="label" x="22" y="${rounded(row * (i + 0.5) + 4)}" text-anchor="end">${i + 1}</text>`,
        token.map((value, c) => {
          const y = rounded(row * i + lane * (c + 1));
          const [from, to] = [rounded(x(value)), rounded(x(given[i]![c]!))];
          return html`<path class="grid" d="M34 ${y}H320"/><path class="move" d="M${from} ${y}H${to}"/><circle class="side-left" cx="${from}" cy="${y}" r="3.5"/><rect class="side-right" x="${rounded(x(given[i]![c]!) - 3)}" y="${rounded(row * i + lane * (c + 1) - 3)}" width="6" height="6"/>`;
        }),
      ]),
    ],
  });
}

function distances({ tokens, outputs: given }: Attended): Html {
  const shares = sharesOf(tokens, given);
  const step = 300 / tokens.length;
  const y = linearScale([0, Math.max(1, ...shares)], [280, 10]);
  return drawing({
    title: 'How far each output is from its token',
    description: `Relative distances from ${shortNumber(Math.min(...shares))} to ${shortNumber(Math.max(...shares))}.`,
    width: 336,
    height: 320,
    body: [
      html`<path class="axis" d="M30 280H336"/><text class="label" x="26" y="284" text-anchor="end">0</text><text class="label" x="26" y="${rounded(y(1) + 4)}" text-anchor="end">1</text><path class="grid" d="M30 ${rounded(y(1))}H336"/>`,
      html`<path class="bar" d="${shares.map((share, i) => `M${rounded(32 + step * i)} 280V${rounded(y(share))}h${rounded(step * 0.8)}V280Z`).join('')}"/>`,
      html`<text class="label" x="183" y="306" text-anchor="middle">tokens 1 to ${tokens.length}: ‖yᵢ − xᵢ‖ / ‖xᵢ‖</text>`,
    ],
  });
}

const x = logScale([betaSpan[0], 10], [left, right]);
const y = logScale([floor, 1], [bottom, top]);

/** Curves of what tokens give away, thresholds that are certified, and the present beta. */
function givenAway(
  beta: number,
  attended: Attended,
  curves: readonly Curve[],
  thresholds: PageData['thresholds'],
): Html {
  const marker = x(Math.min(beta, 10));
  return drawing({
    title: '1 − W_ii against β, both by logarithm',
    description: `At β = ${shortNumber(beta)} it is ${attended.givenAway
      .slice(0, 8)
      .map((value) => shortNumber(value))
      .join(', ')}${attended.givenAway.length > 8 ? ', ...' : ''}.`,
    width,
    height,
    wide: true,
    body: [
      [0.1, 0.2, 0.5, 1, 2, 5, 10].map(
        (tick) =>
          html`<path class="grid" d="M${rounded(x(tick))} ${top}V${bottom}"/><text class="label" x="${rounded(x(tick))}" y="${bottom + 18}" text-anchor="middle">${tick}</text>`,
      ),
      [1, 1e-3, 1e-6, 1e-9, 1e-12, 1e-15, 1e-18].map(
        (tick) =>
          html`<path class="grid" d="M${left} ${rounded(y(tick))}H${right}"/><text class="label" x="${left - 6}" y="${rounded(y(tick) + 4)}" text-anchor="end">${tick === 1 ? '1' : shortNumber(tick, 1)}</text>`,
      ),
      html`<text class="label" x="${(left + right) / 2}" y="${height - 8}" text-anchor="middle">β</text>`,
      html`<path class="level" d="M${left} ${rounded(y(2 ** -53))}H${right}"/><text class="label" x="${left + 8}" y="${rounded(y(2 ** -53) - 6)}">below this, binary64 rounds W to 1</text>`,
      curves.map(({ values }, i) => html`<path class="curve curve-${i % 3}" d="${curvePath(values)}"/>`),
      thresholds.map((threshold) => thresholdMark(threshold)),
      html`<path class="now" d="M${rounded(marker)} ${top}V${bottom}"/>`,
      curves.map(
        ({ rows }) =>
          html`<circle class="side-right" cx="${rounded(marker)}" cy="${rounded(y(Math.max(floor, attended.givenAway[rows[0]! - 1]!)))}" r="5"/>`,
      ),
    ],
  });
}

function curvePath(values: readonly number[]): string {
  const end = values.findIndex((value) => !(value > floor));
  const drawn = end < 0 ? values : values.slice(0, end);
  return path(drawn.map((value, i) => [x(curveBetas[i]!), y(value)] as const));
}

/** From this beta on the token certainly gives away at most eps. */
function thresholdMark({ eps, beta, name }: LocatedThreshold): Html {
  const [px, py] = [x(Number(beta)), y(Number(eps))];
  return html`<path class="threshold" d="M${rounded(px)} ${rounded(py - 5)}l5 5l-5 5l-5 -5Z"><title>${name} ≤ ${eps} from β = ${beta} on, certified</title></path>`;
}
