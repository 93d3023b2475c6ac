import { exactly, parseRational, type Rational, rationals, toDouble } from '#arithmetic/rational.ts';
import type { LawWitness } from '#conformance/grade.ts';
import { drawing, rounded } from './chart.ts';
import { type Html, html } from './html.ts';
import { shortNumber } from './scale.ts';

const [width, height, axis] = [420, 104, 52] as const;
const middle = width / 2;
/** Half of what is within the bound, on paper; and how far from the middle anything may stand. */
const [within, most] = [44, 186] as const;

/** The value that was returned beside the exact one, with the bound around it; nothing where there are no such numbers. */
export function errorLine({ value, exact, bound }: LawWitness): Html | undefined {
  if (value === undefined || exact === undefined || bound === undefined) return undefined;
  const ratio = boundsOff(value.decimal, exact, Number(bound));
  if (ratio === undefined) return undefined;
  const off = Math.min(Math.abs(ratio) * within, most);
  const at = middle + (ratio < 0 ? -off : off);
  const far = Math.abs(ratio) * within > most;
  const said = Number.isFinite(ratio)
    ? `${shortNumber(Math.abs(ratio), 3)} times the bound off`
    : 'beyond any bound';
  const anchor = at > middle + 80 ? 'end' : at < middle - 80 ? 'start' : 'middle';
  const edge = anchor === 'end' ? width : anchor === 'start' ? 0 : at;
  return drawing({
    title: 'The value returned beside the exact one',
    description: `Returned ${value.decimal}, exact ${exact}, bound ${bound}: ${said}.`,
    width,
    height,
    body: html`<path class="axis" d="M4 ${axis}H${width - 4}"/><rect class="within" x="${middle - within}" y="${axis - 9}" width="${2 * within}" height="18"/>${far ? html`<path class="gap" d="M${rounded(ratio < 0 ? middle - within - 8 : middle + within + 8)} ${axis}H${rounded(at)}"/>` : undefined}<circle class="side-left" cx="${middle}" cy="${axis}" r="6"/><rect class="side-right" x="${rounded(at - 6)}" y="${axis - 6}" width="12" height="12"/><text class="label" x="${middle}" y="${axis + 26}" text-anchor="middle">exact, and what is within the bound</text><text x="${middle}" y="${axis + 43}" text-anchor="middle">${exact}</text><text class="strong" x="${rounded(edge)}" y="${axis - 32}" text-anchor="${anchor}">${said}</text><text x="${rounded(edge)}" y="${axis - 16}" text-anchor="${anchor}">${value.decimal}</text>`,
  });
}

/** How many bounds a value is off, with its sign; exact but for the last division. */
function boundsOff(value: string, exact: string, bound: number): number | undefined {
  const right = rationalOf(exact);
  if (right === undefined || !Number.isFinite(bound)) return undefined;
  const left = rationalOf(value);
  if (left === undefined) return value.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const off = rationals.sub(left, right);
  return bound > 0
    ? toDouble(rationals.div(off, exactly(bound)))
    : toDouble(off) * Number.POSITIVE_INFINITY || 0;
}

function rationalOf(text: string): Rational | undefined {
  try {
    return parseRational(text);
  } catch {
    return undefined;
  }
}
