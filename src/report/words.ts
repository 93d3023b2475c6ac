import type { Decided, DecidedRepair } from '#judge/decided.ts';
import type { FormatRegion, Obligation, Proof, Threshold, Verdict, Witness } from '#judge/verdict.ts';
import { inputsText } from './inputs.ts';
import { witnessOf } from './witness-entries.ts';

/** A verdict in a few characters: the witness, the condition, the method, or what stood in the way. */
export function briefly(verdict: Verdict): string {
  switch (verdict.verdict) {
    case 'definition':
      return '';
    case 'proved':
      return verdict.proof.method;
    case 'conditional':
      return verdict.region.condition;
    case 'refuted':
      return refutedBriefly(witnessOf(verdict), verdict.contrary);
    case 'ill-posed':
      return verdict.fault.faults.join('; ');
    case 'undecided':
      return `tried ${verdict.tried.join(', ')}`;
  }
}

function refutedBriefly(witness: Witness | undefined, contrary: Proof | undefined): string {
  if (witness !== undefined) return inputsText(witness.inputs, 'decimal');
  return contrary === undefined ? '' : `contrary proved: ${contrary.method}`;
}

/** Where the repair is stated: `q1-final-formula-even-T`, `reading "charitable"`; empty where it is stated on its own. */
export function repairName(decided: Decided, { refersTo }: DecidedRepair): string {
  if (refersTo === undefined) return '';
  const reading = refersTo.reading === undefined ? [] : [`reading "${refersTo.reading}"`];
  const claim = refersTo.claim === decided.claim.id ? [] : [refersTo.claim];
  return [...claim, ...reading].join(', ');
}

/** Why the sides of a witness differ, and not because of rounding. */
export function gapText({ gap, digits, format }: Witness): string {
  const rounded = format === undefined ? '' : `; every operation rounded to ${format}`;
  return gap === '0'
    ? `0: both sides are the same exact number${rounded}`
    : `>= ${gap}, enclosures disjoint at ${digits} digits: not a rounding artefact${rounded}`;
}

/** "W_11, eps 0.5: between 1.5 (0x1.8p+0) and 1.6 (0x1.9p+0), where it is in [..] and [..]". */
export function thresholdText(threshold: Threshold): string {
  const { name, eps, below, above, quantityBelow, quantityAbove, formula } = threshold;
  const level = eps === undefined ? '' : `, eps ${eps}`;
  const closed = formula === undefined ? '' : `; ${formula}`;
  const bracket = `${below.decimal} (${below.hex}) and ${above.decimal} (${above.hex})`;
  return (
    `${name}${level}: between the neighbours ${bracket}, ` +
    `where it is in [${quantityBelow.lo}, ${quantityBelow.hi}] and [${quantityAbove.lo}, ${quantityAbove.hi}]${closed}`
  );
}

/** Where a format seems to confirm a statement, or returns NaN, on one line. */
export function formatText({ format, softmax, confirms, nanFrom, search }: FormatRegion): string {
  const seems =
    confirms === undefined
      ? 'never seems to confirm it'
      : `seems to confirm it from ${confirms.from.decimal} to ${confirms.to.decimal}` +
        (confirms.everyValueBetween ? ' (every value tried between)' : ' (not every value tried between)');
  const nan = nanFrom === undefined ? 'never NaN' : `NaN from ${nanFrom.decimal}`;
  return `${format}, ${softmax} softmax: ${seems}, ${nan}; ${search}`;
}

/** An obligation in lines of plain text, its terms on lines of their own. */
export function obligationLines(obligation: Obligation): readonly string[] {
  const head = `${obligation.kind}: ${obligation.says}`;
  switch (obligation.kind) {
    case 'identity':
      return [head, `  left         ${obligation.left}`, `  right        ${obligation.right}`];
    case 'sign':
      return [
        head,
        `  term         ${obligation.term} ${obligation.strict ? '>' : '>='} 0`,
        `  whenever     ${leastText(obligation.least, obligation.above)}`,
        `  numerator    ${obligation.numerator}`,
        `  denominator  ${obligation.denominator}`,
      ];
    case 'limit':
      return [
        head,
        `  term         ${obligation.term}`,
        `  tends to     ${obligation.limit} as ${obligation.name} grows`,
        `  numerator    ${obligation.numerator}`,
        `  denominator  ${obligation.denominator}`,
      ];
    case 'counts':
      return [
        head,
        `  polynomial   ${obligation.polynomial}`,
        `  fitted at    ${countsText(obligation.fitted)}`,
        `  checked at   ${countsText(obligation.checked)}`,
      ];
  }
}

function leastText(least: Readonly<Record<string, string>>, above: boolean): string {
  const relation = above ? '>' : '>=';
  const names = Object.entries(least).map(([name, value]) => `${name} ${relation} ${value}`);
  return names.length === 0 ? 'always' : names.join(', ');
}

type Counts = readonly { readonly sizes: Readonly<Record<string, number>>; readonly count: number }[];

/** "(T, d): (1, 1) 1, (3, 2) 18". */
function countsText(counts: Counts): string {
  const names = Object.keys(counts[0]?.sizes ?? {}).join(', ');
  const values = counts.map(({ sizes, count }) => `(${Object.values(sizes).join(', ')}) ${count}`);
  return `(${names}): ${values.join(', ')}`;
}
