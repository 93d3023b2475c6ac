import type {
  ExactNumber,
  FormatRegion,
  Proof,
  Region,
  Threshold,
  Verdict,
  Witness,
} from '#judge/verdict.ts';
import { block, cellCode, code, markdownTable, plain } from './escape.ts';
import { inputsText } from './inputs.ts';
import { gapText, obligationLines } from './words.ts';

/** The evidence of a verdict in full, as paragraphs of Markdown. */
export function evidenceMarkdown(verdict: Verdict): readonly string[] {
  switch (verdict.verdict) {
    case 'definition':
      return ['Nothing to decide: the line introduces a notation.'];
    case 'proved':
      return proofMarkdown('Proof', verdict.proof);
    case 'conditional': {
      const { region, missing, witness, formats } = verdict;
      return [
        ...regionMarkdown(region),
        ...(missing === undefined ? [] : [`Outside of it, ${plain(missing)}`]),
        ...(witness === undefined ? [] : witnessMarkdown(witness)),
        ...(formats === undefined ? [] : [formatsMarkdown(formats)]),
      ];
    }
    case 'refuted': {
      const { witness, contrary, formats, otherFormats = [] } = verdict;
      return [
        ...(witness === undefined ? [] : witnessMarkdown(witness)),
        ...(contrary === undefined ? [] : proofMarkdown('The contrary holds', contrary)),
        ...(formats === undefined ? [] : [formatsMarkdown(formats)]),
        ...otherFormats.flatMap(witnessMarkdown),
      ];
    }
    case 'ill-posed': {
      const { displayed, faults } = verdict.fault;
      return [block('text', displayed), faults.map((fault) => `- ${plain(fault)}`).join('\n')];
    }
    case 'undecided':
      return [['Tried:', '', ...verdict.tried.map((tried) => `- ${plain(tried)}`)].join('\n')];
  }
}

/** How a proof goes, its obligations folded away. */
export function proofMarkdown(label: string, { method, argument, obligations }: Proof): readonly string[] {
  const head = `**${label}**, by ${method}: ${plain(argument)}`;
  if (obligations.length === 0) return [head];
  const noun = obligations.length === 1 ? 'obligation' : 'obligations';
  const lines = obligations.map((obligation) => obligationLines(obligation).join('\n')).join('\n\n');
  return [
    head,
    `<details><summary>${obligations.length} ${noun}</summary>\n\n${block('text', lines)}\n\n</details>`,
  ];
}

function witnessMarkdown(witness: Witness): readonly string[] {
  const { inputs, entry, left, relation, right, format, extent } = witness;
  const where = format === undefined ? 'Witness' : `Witness in ${format}`;
  const sides = [
    ['left', left],
    ['right', right],
  ] as const;
  return [
    `**${where}**: ${code(inputsText(inputs, 'decimal'))}, where left ${code(relation)} right fails at entry ${entry}.`,
    markdownTable(
      ['input', 'decimal', 'hexadecimal'],
      inputs.map(({ name, decimal, hex }) => [cellCode(name), cellCode(decimal), cellCode(hex)]),
    ),
    markdownTable(
      ['side', 'at least', 'at most', 'formula'],
      sides.map(([name, { lo, hi, term }]) => [name, cellCode(lo), cellCode(hi), cellCode(term)]),
    ),
    `Gap ${plain(gapText(witness))}.`,
    ...(extent === undefined
      ? []
      : [`**How far**: ${plain(extent.says)}.`, ...proofMarkdown('Because', extent.proof)]),
  ];
}

function regionMarkdown({ condition, inside, outside, thresholds }: Region): readonly string[] {
  return [
    `Holds exactly where ${code(condition)}.`,
    ...proofMarkdown('Inside', inside),
    ...(outside === undefined ? [] : outsideMarkdown(inside, outside)),
    ...(thresholds === undefined ? [] : [thresholdsMarkdown(thresholds)]),
  ];
}

/** What the inside rests on already is not shown again. */
function outsideMarkdown(inside: Proof, outside: Proof): readonly string[] {
  const same = JSON.stringify(inside.obligations) === JSON.stringify(outside.obligations);
  const [head, ...details] = proofMarkdown('Outside', outside);
  return same && details.length > 0 ? [`${head!} It rests on the same obligations.`] : [head!, ...details];
}

function thresholdsMarkdown(thresholds: readonly Threshold[]): string {
  return markdownTable(
    [
      'quantity',
      'eps',
      'last double below',
      'where it is in',
      'first double above',
      'where it is in',
      'formula',
    ],
    thresholds.map(({ name, eps, below, above, quantityBelow, quantityAbove, formula }) => [
      plain(name),
      eps === undefined ? '' : cellCode(eps),
      exactMarkdown(below),
      cellCode(`[${quantityBelow.lo}, ${quantityBelow.hi}]`),
      exactMarkdown(above),
      cellCode(`[${quantityAbove.lo}, ${quantityAbove.hi}]`),
      formula === undefined ? '' : cellCode(formula),
    ]),
  );
}

function formatsMarkdown(formats: readonly FormatRegion[]): string {
  return markdownTable(
    ['format', 'softmax', 'seems to hold from', 'to', 'every value tried between', 'NaN from', 'search'],
    formats.map(({ format, softmax, confirms, nanFrom, search }) => [
      format,
      softmax,
      confirms === undefined ? 'never' : exactMarkdown(confirms.from),
      confirms === undefined ? '' : exactMarkdown(confirms.to),
      confirms === undefined ? '' : confirms.everyValueBetween ? 'yes' : 'no',
      nanFrom === undefined ? 'never' : exactMarkdown(nanFrom),
      plain(search),
    ]),
  );
}

function exactMarkdown({ decimal, hex }: ExactNumber): string {
  return `${cellCode(decimal)} ${cellCode(hex)}`;
}
