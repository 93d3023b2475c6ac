import { dataTable, drawing, path, rounded } from '#report/html/chart.ts';
import { type Html, html } from '#report/html/html.ts';
import { logScale, shortNumber, spanOf } from '#report/html/scale.ts';
import type { LinearRun } from './linear.ts';
import type { LinearSettings } from './settings.ts';

const [width, height] = [680, 320];
const [left, right, top, bottom] = [64, 650, 16, 272];

/** Counts of every form, where they cross, and errors beside their bounds. */
export function linearView(settings: LinearSettings, run: LinearRun): Html {
  return html`<figure>${curves(settings, run)}<figcaption>${run.forms.map(({ form }, i) => html`<span class="key line-key-${i}"></span>${form} `)}</figcaption>${dataTable(
    'Multiplications at other lengths',
    ['T', ...run.forms.map(({ form }) => form)],
    run.lengths.map((T, i) => [T, ...run.forms.map(({ curve }) => curve[i]!)]),
  )}</figure>${countTable(settings, run)}${errorsHtml(run)}`;
}

/** In one sentence, for those who hear it. */
export function linearFinding({ T, dk, dv }: LinearSettings, { crossover }: LinearRun): string {
  const side = T < crossover ? 'before' : 'past';
  return `dk = ${dk}, dv = ${dv}: Q (KᵀV) takes fewer multiplications from T = ${crossover} on; T = ${T} is ${side} the crossover.`;
}

function curves({ T, dk, dv }: LinearSettings, { lengths, forms, crossover }: LinearRun): Html {
  const [least, most] = spanOf(forms.flatMap(({ curve }) => curve));
  const x = logScale([1, lengths.at(-1)!], [left, right]);
  const y = logScale([Math.max(1, least), most], [bottom, top]);
  const powers = lengths.filter((_, i) => i % 2 === 0);
  const decades = Array.from({ length: 16 }, (_, i) => 10 ** i).filter(
    (tick, i) => tick >= least && tick <= most && i % 2 === 0,
  );
  const cross = x(crossover);
  return drawing({
    title: 'Multiplications against the number of tokens, both by logarithm',
    description: `For dk = ${dk} and dv = ${dv}; the linear form is below the sum as written from T = ${crossover} on.`,
    width,
    height,
    wide: true,
    body: [
      powers.map(
        (tick) =>
          html`<path class="grid" d="M${rounded(x(tick))} ${top}V${bottom}"/><text class="label" x="${rounded(x(tick))}" y="${bottom + 17}" text-anchor="middle">${tick}</text>`,
      ),
      decades.map(
        (tick) =>
          html`<path class="grid" d="M${left} ${rounded(y(tick))}H${right}"/><text class="label" x="${left - 6}" y="${rounded(y(tick) + 4)}" text-anchor="end">${tick < 1e4 ? tick : tick.toExponential(0).replace('+', '')}</text>`,
      ),
      html`<text class="label" x="${right}" y="${height - 10}" text-anchor="end">tokens T</text>`,
      forms.map(
        ({ curve }, i) =>
          html`<path class="curve form-${i}" d="${path(curve.map((value, j) => [x(lengths[j]!), y(value)] as const))}"/>`,
      ),
      html`<path class="now" d="M${rounded(x(T))} ${top}V${bottom}"/>`,
      html`<path class="level" d="M${rounded(cross)} ${top}V${bottom}"/><text class="halo" x="${rounded(cross > 480 ? cross - 6 : cross + 6)}" y="${top + 14}" text-anchor="${cross > 480 ? 'end' : 'start'}">crossover at T = ${crossover}</text>`,
    ],
  });
}

function countTable({ T, dk, dv }: LinearSettings, { forms }: LinearRun): Html {
  return html`<div class="scroll"><table><caption>Operations at T = ${T}, dk = ${dk}, dv = ${dv}, counted exactly</caption><thead><tr><th>form</th><th>multiplications</th><th>additions</th><th>exponentials</th><th>multiplications in general</th></tr></thead><tbody>${forms.map(
    ({ form, multiplications, additions, exponentials, polynomial }) =>
      html`<tr><th scope="row">${form}</th><td class="figure">${grouped(multiplications)}</td><td class="figure">${grouped(additions)}</td><td class="figure">${grouped(exponentials)}</td><td><code>${polynomial}</code></td></tr>`,
  )}</tbody></table></div>`;
}

/** Digits in threes, by narrow spaces that do not break. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** The bound is the whole length; what a kernel was off is a small part of it. */
function errorsHtml({ measured, errors }: LinearRun): Html {
  const [from, to, step] = [206, 664, 26];
  const x = logScale([1e-3, 1], [from, to]);
  const tall = step * errors.length + 8;
  return html`<h3>Error against its bound</h3><figure>${drawing({
    title: 'Largest error of each kernel over its derived bound, by logarithm',
    description: errors
      .map(({ kernel, format, ratio }) => `${kernel} in ${format}: ${shortNumber(ratio, 3)}`)
      .join('; '),
    width,
    height: tall + 30,
    wide: true,
    body: [
      [1e-3, 1e-2, 1e-1, 1].map(
        (tick) =>
          html`<path class="${tick === 1 ? 'level' : 'grid'}" d="M${rounded(x(tick))} 0V${tall}"/><text class="label" x="${rounded(x(tick))}" y="${tall + 18}" text-anchor="${tick === 1 ? 'end' : 'middle'}">${tick === 1 ? 'bound' : tick}</text>`,
      ),
      errors.map(
        ({ kernel, format, ratio }, i) =>
          html`<text class="label" x="${from - 12}" y="${step * i + 20}" text-anchor="end">${kernel}, ${format}</text><path class="stem" d="M${from} ${step * i + 16}H${rounded(x(ratio))}"/><circle class="side-right" cx="${rounded(x(ratio))}" cy="${step * i + 16}" r="5"/>`,
      ),
    ],
  })}<figcaption>Measured here at T = ${measured.T}, dk = ${measured.dk}, dv = ${measured.dv}, against the sum over fractions. The bound is γ<sub>T + dk</sub> times the sum of sizes.</figcaption>${dataTable(
    'Errors',
    ['kernel', 'format', 'largest error', 'over its bound'],
    errors.map(({ kernel, format, error, ratio }) => [
      kernel,
      format,
      shortNumber(error, 3),
      shortNumber(ratio, 3),
    ]),
  )}</figure>`;
}
