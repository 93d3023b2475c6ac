import type { LawGrade, LawWitness } from '#conformance/grade.ts';
import { argumentLines, type LabelledLine, valueText } from './call-text.ts';

/** The witness of a broken law as labelled lines: the call, what came, what should have, and how to see it again. */
export function witnessLines(witness: LawWitness): readonly LabelledLine[] {
  const { fn, args, returned, place, value, exact, bound, why, looksLike, repeats, again, replay } = witness;
  return [
    ['call', fn],
    ...argumentLines(args),
    ['returned', valueText(returned)],
    ...optional('at', place && `row ${place[0]}, column ${place[1]}`),
    ...optional('value', value && `${value.decimal} (${value.hex})`),
    ...optional('exact', exact),
    ...optional('bound', bound),
    ['why', why],
    ...optional('looks like', looksLike),
    ['repeats', repeats ? 'yes' : `no: asked again, it returned ${valueText(again)}`],
    ['replay', replay],
  ];
}

function optional(label: string, text: string | undefined): readonly LabelledLine[] {
  return text === undefined ? [] : [[label, text]];
}

/** A law and its witness in full, in lines without a newline at the end. */
export function lawLines(law: LawGrade): readonly string[] {
  const { says, witness, why } = law;
  const lines: readonly LabelledLine[] = [
    ['says', says],
    ...optional('why', why),
    ...(witness === undefined ? [] : witnessLines(witness)),
  ];
  return lines.map(([label, text]) => `${label.padEnd(10)} ${text}`);
}

/** The cases of a law and its largest error, as a share of the bound there. */
export function evidenceText({ cases, worst }: LawGrade): string {
  const share = worst === undefined ? '' : `, ${shareText(worst.share)} of the bound`;
  return `${cases} ${cases === 1 ? 'case' : 'cases'}${share}`;
}

/** Three digits, rounded up so that a share above 1 never reads as 1, nor one above 0 as 0. */
export function shareText(share: number): string {
  if (!Number.isFinite(share) || share === 0) return String(share);
  const step = 10 ** (Math.floor(Math.log10(share)) - 2);
  return Number((Math.ceil(share / step) * step).toPrecision(3)).toString();
}
