import type { EnclosedSide, Witness } from '#judge/verdict.ts';
import { drawing } from './chart.ts';
import { type Html, html } from './html.ts';
import { shortNumber } from './scale.ts';

const width = 420;
const height = 92;
const axis = 46;
/** Where the lesser and the greater side stand: the line is drawn to the scale of their distance. */
const places = [84, 336] as const;

/** Which side comes first on the line, or that both are the same number. */
const orders = { less: [84, 336], greater: [336, 84], same: [210, 210] } as const;
type Order = keyof typeof orders;

/** Both sides of a witness on a number line with the gap between them, or the one number that both are. */
export function numberLine({ left, right, gap, relation }: Witness): Html {
  const order: Order = gap === '0' ? 'same' : isBelow(left, right) ? 'less' : 'greater';
  const [leftAt, rightAt] = orders[order];
  const apart = order === 'same' ? undefined : shortNumber(Number(gap));
  return drawing({
    title: `Both sides; it was said that left ${relation} right`,
    description: `left ${sideText(left)}, right ${sideText(right)}, ${apart === undefined ? 'the same number' : `at least ${gap} apart`}`,
    width,
    height,
    body: html`<use href="#line-${order}"></use><g text-anchor="middle">${apart === undefined ? undefined : html`<text class="strong" x="${width / 2}" y="${axis - 12}">gap ≥ ${apart}</text>`}<text x="${leftAt}" y="${axis + 39}">${sideText(left)}</text><text x="${rightAt}" y="${order === 'same' ? axis - 13 : axis + 39}">${sideText(right)}</text></g>`,
  });
}

/** What all number lines have, once for each order of the sides, for them to point to. */
export function sharedLines(): Html {
  return html`${Object.entries(orders).map(
    ([order, [leftAt, rightAt]]) =>
      html`<symbol id="line-${order}" viewBox="0 0 ${width} ${height}"><path class="axis" d="M12 ${axis}H${width - 12}"/>${order === 'same' ? undefined : html`<path class="gap" d="M${places[0] + 10} ${axis}H${places[1] - 10}"/>`}<rect class="side-right" x="${rightAt - 6}" y="${axis - 6}" width="12" height="12"/><circle class="side-left" cx="${leftAt}" cy="${axis}" r="${order === 'same' ? 4 : 7}"/><g class="label" text-anchor="middle"><text x="${leftAt}" y="${axis + 24}">left</text><text x="${rightAt}" y="${order === 'same' ? axis - 28 : axis + 24}">right</text></g></symbol>`,
  )}`;
}

function sideText(side: EnclosedSide): string {
  const { lo, hi } = side;
  return lo === hi && lo.length <= 12 ? lo.replace('-', '−') : shortNumber(middleOf(side), 8);
}

function middleOf({ lo, hi }: EnclosedSide): number {
  const [from, to] = [Number(lo), Number(hi)];
  return from + (to - from) / 2;
}

/** Whether one side is below the other; sides that are the same double are told apart by their digits. */
function isBelow(one: EnclosedSide, other: EnclosedSide): boolean {
  const [a, b] = [middleOf(one), middleOf(other)];
  return a === b ? one.lo < other.lo : a < b;
}
