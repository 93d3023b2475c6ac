import type { ExactNumber, Witness } from '#judge/verdict.ts';
import { attend } from '#report/play/attention.ts';
import { tokensOf } from '#report/play/tokens.ts';
import { type Bar, bars } from './bars.ts';
import { drawing, rounded } from './chart.ts';
import { heatMap, heatMapBody, margin } from './heat-map.ts';
import { type Html, html } from './html.ts';
import { type Group, matrices } from './matrices.ts';
import { shortNumber } from './scale.ts';

/** What a witness is about, as far as a picture tells. */
export type Subject = 'norms' | 'weights' | 'other';

/** The beta of most witnesses of question 2: the first that is tried. */
const COMMON = 1;
const SIDE = 186;
const PICTURE: number = SIDE + margin;

/** A small picture of the inputs of a witness: bars, matrices, vectors, the weights at its beta, or both counts. */
export function witnessPicture(witness: Witness, subject: Subject): Html {
  const { inputs } = witness;
  const names = inputs.map(({ name }) => name);
  if (names.join() === 'beta') return ofBeta(Number(inputs[0]!.decimal), subject);
  if (names.includes('T')) return counts(witness);
  if (names.some((name) => /^[qkv]\d/.test(name))) {
    const description = inputs.map(({ name, decimal }) => `${name} = ${decimal}`).join(', ');
    return matrices('The inputs of the witness', description, groupsOf(inputs));
  }
  return bars('The inputs of the witness', inputs.map(barOf));
}

function barOf({ name, decimal }: ExactNumber): Bar {
  return { name, value: Number(decimal) };
}

function ofBeta(beta: number, subject: Subject): Html {
  if (subject === 'norms') return triangle(beta);
  if (subject === 'weights') return weights(beta);
  return bars('The norm of the witness', [{ name: 'beta', value: beta }]);
}

/** Two orthogonal vectors of norm beta and their sum: the sum is shorter than both laid end to end. */
function triangle(beta: number): Html {
  const [x, y, leg] = [60, 136, 112];
  const shown = shortNumber(beta);
  return drawing({
    title: `Orthogonal vectors of norm ${shown} and their sum`,
    description: `Two legs of length ${shown} at a right angle; the sum has length ${shortNumber(beta * Math.SQRT2)}, less than ${shortNumber(2 * beta)}.`,
    width: 320,
    height: 168,
    body: html`<path class="vector" d="M${x} ${y}H${x + leg}"/><path class="vector" d="M${x + leg} ${y}V${y - leg}"/><path class="vector-sum" d="M${x} ${y}L${x + leg} ${y - leg}"/><path class="axis" d="M${x + leg - 12} ${y}v-12h12" fill="none"/><text x="${x + leg / 2}" y="${y + 20}" text-anchor="middle">β = ${shown}</text><text x="${x + leg + 10}" y="${y - leg / 2 + 4}">β = ${shown}</text><text class="strong" x="${x + leg / 2 - 12}" y="${y - leg / 2 - 6}" text-anchor="end">β√2 = ${shortNumber(beta * Math.SQRT2)}</text>`,
  });
}

function weights(beta: number): Html {
  const text = textOf(beta);
  if (beta !== COMMON) return heatMap({ ...text, matrix: weightsOf(beta), side: SIDE });
  return drawing({ ...text, width: PICTURE, height: PICTURE, body: html`<use href="#weights"></use>` });
}

/** The picture that most witnesses of question 2 have, once, for them to point to. */
export function sharedPicture(): Html {
  return html`<symbol id="weights" viewBox="0 0 ${PICTURE} ${PICTURE}">${heatMapBody({ matrix: weightsOf(COMMON), side: SIDE })}</symbol>`;
}

function textOf(beta: number): { readonly title: string; readonly description: string } {
  const rows = weightsOf(beta).map((row) => row.map((weight) => shortNumber(weight)).join(', '));
  return { title: `The weights W at β = ${shortNumber(beta)}`, description: `By rows: ${rows.join('; ')}.` };
}

function weightsOf(beta: number): readonly (readonly number[])[] {
  return attend(tokensOf('written', 3, beta)).weights;
}

/** Both counts of a claim about costs, as bars of one scale. */
function counts({ inputs, left, right, relation }: Witness): Html {
  const sides = [
    { name: 'left', term: left.term, count: Number(left.lo) },
    { name: 'right', term: right.term, count: Number(right.lo) },
  ];
  const most = Math.max(1, ...sides.map(({ count }) => Math.abs(count)));
  const sizes = inputs.map(({ name, decimal }) => `${name} = ${decimal}`).join(', ');
  return drawing({
    title: `Both counts at ${sizes}`,
    description: `Left is ${left.lo} and right is ${right.lo}; it was said that left ${relation} right.`,
    width: 420,
    height: 112,
    body: [
      html`<text class="label" x="0" y="14">${sizes}</text>`,
      sides.map(({ name, count }, i) => {
        const y = 28 + 40 * i;
        const length = Math.max(2, (Math.abs(count) / most) * 270);
        return html`<text class="label" x="0" y="${y + 19}">${name}</text><rect class="side-${name}" x="48" y="${y}" width="${rounded(length)}" height="28"/><text x="${rounded(56 + length)}" y="${y + 19}">${shortNumber(count, 8)}</text>`;
      }),
    ],
  });
}

/** Entries by the letter they begin with: `q1` and `q2` are one row, `k1_1` and `k2_1` two. */
function groupsOf(inputs: readonly ExactNumber[]): readonly Group[] {
  const groups = new Map<string, Map<string, number[]>>();
  for (const { name, decimal } of inputs) {
    const [, stem, row] = /^(\D*)(?:(\d+)_)?/.exec(name)!;
    const rows = groups.get(stem!) ?? new Map<string, number[]>();
    groups.set(stem!, rows);
    rows.set(row ?? '', [...(rows.get(row ?? '') ?? []), Number(decimal)]);
  }
  return [...groups].map(([stem, rows]) => ({ stem, rows: [...rows.values()] }));
}
