import type { Decided } from '#judge/decided.ts';
import type { Verdict, Witness } from '#judge/verdict.ts';

/** A witness of a claim with the name of its file. */
export interface WitnessEntry {
  readonly file: string;
  readonly reading: string;
  readonly says: string;
  readonly witness: Witness;
}

/** The name of the reading that gave the verdict, or the rule where it was no reading. */
export function decidingReading(decided: Decided): string {
  return /^reading "(.*)"$/.exec(decided.decidedBy)?.[1] ?? decided.decidedBy;
}

/** The statement that gave the verdict: of the reading that decided, else of the literal one, else the sentence. */
export function decidingStatement(decided: Decided): { readonly says: string; readonly latex?: string } {
  const name = decidingReading(decided);
  return decided.readings.find((reading) => reading.name === name) ?? decided.readings[0] ?? decided.claim;
}

/** The counterexample of a verdict that has one. */
export function witnessOf(verdict: Verdict): Witness | undefined {
  return verdict.verdict === 'refuted' || verdict.verdict === 'conditional' ? verdict.witness : undefined;
}

/** Every witness of a claim, each under a name of its own: `<id>.json`, `<id>--<reading>.json`, `...--in-binary16.json`. */
export function witnessEntries(decided: Decided): readonly WitnessEntry[] {
  const deciding = decidingReading(decided);
  const taken = new Set<string>();
  const { id } = decided.claim;
  const own = entriesOf(id, deciding, decidingStatement(decided).says, decided.verdict, taken);
  const others = decided.readings
    .filter(({ name }) => name !== deciding)
    .flatMap(({ name, says, verdict }) => entriesOf(`${id}--${slug(name)}`, name, says, verdict, taken));
  return [...own, ...others];
}

/** The file that replays the verdict of a claim, or of one of its readings; absent when there is no witness. */
export function witnessFileName(
  decided: Decided,
  reading: string = decidingReading(decided),
): string | undefined {
  return witnessEntries(decided).find((entry) => entry.reading === reading)?.file;
}

function entriesOf(
  stem: string,
  reading: string,
  says: string,
  verdict: Verdict,
  taken: Set<string>,
): readonly WitnessEntry[] {
  const main = witnessOf(verdict);
  const first = main === undefined ? [] : [{ name: stem, witness: main }];
  const formats = verdict.verdict === 'refuted' ? (verdict.otherFormats ?? []) : [];
  const others = formats.map((witness) => ({
    name: `${stem}--in-${slug(witness.format ?? 'exact arithmetic')}`,
    witness,
  }));
  return [...first, ...others].map(({ name, witness }) => {
    const file = `${free(name, taken)}.json`;
    return { file, reading, says, witness };
  });
}

/** The name itself, or with a number where readings differ in signs only. */
function free(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let i = 2; taken.has(candidate); i++) candidate = `${name}-${i}`;
  taken.add(candidate);
  return candidate;
}

/** Letters and digits in lower case, joined by hyphens. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
