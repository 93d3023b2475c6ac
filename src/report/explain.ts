import type { Decided, DecidedReading } from '#judge/decided.ts';
import type { Proof, Verdict, Witness } from '#judge/verdict.ts';
import { inputsText } from './inputs.ts';
import { placeOf } from './place.ts';
import type { Checked } from './proof-record.ts';
import { decidingStatement, witnessFileName, witnessOf } from './witness-entries.ts';
import { briefly, formatText, gapText, obligationLines, repairName, thresholdText } from './words.ts';

/** A label and what it labels; consecutive lines with one label show it once. */
type Line = readonly [label: string, text: string];

/**
 * What became of a claim, as `counterclaim show` prints it: place, statement, evidence, repair, how to replay it, and
 * last what its proofs rest on.
 *
 * @param folder the folder the reports are written to
 * @param checked the readings of it that Coq has accepted, where that is on record
 */
export function explain(decided: Decided, folder = 'reports', checked?: Checked): string {
  const { claim, verdict, decidedBy, readings } = decided;
  const file = witnessFileName(decided);
  const lines: readonly Line[] = [
    ['write-up', placeOf(claim.source)],
    ['says', claim.says],
    ['statement', decidingStatement(decided).says],
    ['decided by', decidedBy],
    ...verdictLines(verdict),
    ...proofsOf(verdict).map(([label, { method, argument }]): Line => [label, `by ${method}: ${argument}`]),
    ...repairLines(decided),
    ...(file === undefined ? [] : [['replay', `npx counterclaim replay ${folder}/witness/${file}`] as const]),
    ...(readings.length > 1 ? readings.map(readingLine) : []),
    ...(checked === undefined ? [] : checkedLines(checked, folder)),
    ...obligationsOf(verdict),
  ];
  return `${claim.id}: ${verdict.verdict}\n${layOut(lines)}`;
}

function layOut(lines: readonly Line[]): string {
  return lines
    .map(([label, text], i) => {
      const shown = lines[i - 1]?.[0] === label ? '' : label;
      return `  ${shown.padEnd(10)} ${text}\n`;
    })
    .join('');
}

function verdictLines(verdict: Verdict): readonly Line[] {
  switch (verdict.verdict) {
    case 'definition':
      return [['nothing', 'to decide: the line introduces a notation']];
    case 'proved':
      return [];
    case 'conditional': {
      const { region, witness, missing, formats = [] } = verdict;
      const { condition, thresholds = [] } = region;
      return [
        ['holds', condition],
        ...(missing === undefined ? [] : [['missing', missing] as const]),
        ...(witness === undefined ? [] : witnessLines(witness)),
        ...thresholds.map((threshold): Line => ['threshold', thresholdText(threshold)]),
        ...formats.map((format): Line => ['in floats', formatText(format)]),
      ];
    }
    case 'refuted': {
      const { witness, formats = [], otherFormats = [] } = verdict;
      return [
        ...(witness === undefined ? [] : witnessLines(witness)),
        ...formats.map((format): Line => ['in floats', formatText(format)]),
        ...otherFormats.map((other): Line => ['also in', formatWitness(other)]),
      ];
    }
    case 'ill-posed':
      return [
        ['displayed', verdict.fault.displayed],
        ...verdict.fault.faults.map((fault): Line => ['fault', fault]),
      ];
    case 'undecided':
      return verdict.tried.map((tried): Line => ['tried', tried]);
  }
}

function witnessLines(witness: Witness): readonly Line[] {
  const { inputs, left, relation, right, entry, extent } = witness;
  return [
    ['witness', inputsText(inputs, 'decimal')],
    ['', `(binary64: ${inputsText(inputs, 'hex')})`],
    ['said', `left ${relation} right, at entry ${entry}`],
    ['left', `in [${left.lo}, ${left.hi}]`],
    ['', `= ${left.term}`],
    ['right', `in [${right.lo}, ${right.hi}]`],
    ['', `= ${right.term}`],
    ['gap', gapText(witness)],
    ...(extent === undefined ? [] : [['extent', extent.says] as const]),
  ];
}

function formatWitness({ format = 'exact arithmetic', inputs, gap }: Witness): string {
  return `${format}: ${inputsText(inputs, 'decimal')}; gap >= ${gap}`;
}

/** The proofs of a verdict by the label of what they prove. */
function proofsOf(verdict: Verdict): readonly (readonly [label: string, proof: Proof])[] {
  const extent = witnessOf(verdict)?.extent;
  const extents = extent === undefined ? [] : [['extent', extent.proof] as const];
  switch (verdict.verdict) {
    case 'proved':
      return [['proof', verdict.proof]];
    case 'conditional': {
      const { inside, outside } = verdict.region;
      return [
        ['inside', inside],
        ...(outside === undefined ? [] : [['outside', outside] as const]),
        ...extents,
      ];
    }
    case 'refuted':
      return [
        ...extents,
        ...(verdict.contrary === undefined ? [] : [['contrary', verdict.contrary] as const]),
      ];
    default:
      return [];
  }
}

/** What the proofs rest on, once for proofs that rest on the same. */
function obligationsOf(verdict: Verdict): readonly Line[] {
  const labels = new Map<string, string>();
  for (const [label, { obligations }] of proofsOf(verdict)) {
    const text = obligations.flatMap((obligation) => obligationLines(obligation)).join('\n');
    if (text !== '') labels.set(text, [labels.get(text) ?? [], label].flat().join(' and '));
  }
  return [...labels].flatMap(([text, label]): readonly Line[] => [
    ['rests on', `(${label})`],
    ...text.split('\n').map((line): Line => ['', `  ${line}`]),
  ]);
}

function repairLines(decided: Decided): readonly Line[] {
  const { repair } = decided;
  if (repair === undefined) return [];
  const name = repairName(decided, repair);
  const how = repair.verdict.verdict === 'proved' ? `, by ${repair.verdict.proof.method}` : '';
  return [
    ['repair', repair.says],
    ['', `(${name === '' ? '' : `${name}: `}${repair.verdict.verdict}${how})`],
  ];
}

function checkedLines({ coq, file, readings }: Checked, folder: string): readonly Line[] {
  return [
    ['checked', `by Coq ${coq}, ${folder}/${file}`],
    ...readings.map((name): Line => ['checked', `  ${name}`]),
  ];
}

function readingLine({ name, verdict }: DecidedReading): Line {
  const brief = briefly(verdict);
  return ['readings', `${name}: ${verdict.verdict}${brief === '' ? '' : ` (${brief})`}`];
}
