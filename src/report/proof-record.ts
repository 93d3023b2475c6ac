import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimProof, proofFile } from '#coq/proof-file.ts';
import { supports } from '#coq/supports.ts';
import type { Decided } from '#judge/decided.ts';
import { jsonText } from './json-text.ts';
import { placeOf } from './place.ts';

/** Which files of theorems Coq has accepted, by the SHA-256 of their bytes: `proof/checked.json`. */
export interface ProofRecord {
  readonly format: 'counterclaim-proofs';
  readonly version: 1;
  /** The SHA-256 of what all of them require: the preface, and what stands beside it. */
  readonly required: string;
  readonly files: Readonly<Record<string, Entry>>;
}

/** The folder of the theorems and the file of the record, below that of the reports. */
export const proofFolder = 'proof';
export const recordFile = 'checked.json';

/** What is on record of a file. */
interface Entry {
  readonly sha256: string;
  readonly coq: string;
}

/**
 * The record of files that were accepted, in order of name.
 *
 * @param accepted the texts by the names of the files
 * @param before what was on record of other files
 */
export function proofRecord(
  accepted: ReadonlyMap<string, string>,
  coq: string,
  before: Readonly<Record<string, Entry>> = {},
): ProofRecord {
  const now = [...accepted].map(([name, text]) => [name, { sha256: sha256(text), coq }] as const);
  const files = [...Object.entries(before).filter(([name]) => !accepted.has(name)), ...now];
  const inOrder = files.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    format: 'counterclaim-proofs',
    version: 1,
    required: requiredNow(),
    files: Object.fromEntries(inOrder),
  };
}

/** A record as text. */
export function recordText(record: ProofRecord): string {
  return jsonText(record);
}

/**
 * The record below a folder of reports.
 *
 * @returns undefined when there is none, it is not one, or what its files require has changed
 */
export function readProofRecord(folder: string): ProofRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(join(folder, proofFolder, recordFile), 'utf8')) as Partial<
      Record<keyof ProofRecord, unknown>
    >;
    const { format, version, required, files } = record;
    if (format !== 'counterclaim-proofs' || version !== 1 || required !== requiredNow()) return undefined;
    if (typeof files !== 'object' || files === null) return undefined;
    return record as unknown as ProofRecord;
  } catch {
    return undefined;
  }
}

/** Which Coq accepted a file at exactly these bytes, undefined when none is on record. */
export function acceptedBy(record: ProofRecord | undefined, name: string, text: string): string | undefined {
  const entry = record?.files[name];
  return entry?.sha256 === sha256(text) ? entry.coq : undefined;
}

/** What is on record of a claim: the readings that Coq has accepted as they are emitted now. */
export interface Checked {
  readonly coq: string;
  readonly file: string;
  readonly readings: readonly string[];
}

/** What Coq has accepted of a claim, undefined when that is nothing. */
export function checkedOf(decided: Decided, record: ProofRecord | undefined): Checked | undefined {
  // What is not on record need not be written.
  if (record?.files[proofFile(decided)] === undefined) return undefined;
  const { claim, file } = claimProof(decided, placeOf(decided.claim.source));
  const coq = file && acceptedBy(record, file.name, file.text);
  if (file === undefined || coq === undefined) return undefined;
  const readings = claim.readings.filter(({ certified }) => 'theorems' in certified).map(({ name }) => name);
  return { coq, file: `${proofFolder}/${file.name}`, readings };
}

/** What Coq has accepted of claims, by their names. */
export type CheckedClaims = ReadonlyMap<string, Checked>;

/** What Coq has accepted of each claim, by the record below a folder of reports. */
export function checkedClaims(decided: readonly Decided[], folder: string): CheckedClaims {
  const record = readProofRecord(folder);
  return new Map(
    decided.flatMap((one) => {
      const checked = checkedOf(one, record);
      return checked === undefined ? [] : [[one.claim.id, checked] as const];
    }),
  );
}

function requiredNow(): string {
  return sha256(supports.map(({ text }) => text).join('\n'));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
