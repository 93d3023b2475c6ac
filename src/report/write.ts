import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { witnessFile } from '#judge/witness-file.ts';
import { pageHtml } from '#report/html/page.ts';
import type { PageParts } from '#report/html/page-parts.ts';
import { makeFolder, writeWhole } from './file.ts';
import { claimsJson } from './json.ts';
import { jsonText } from './json-text.ts';
import type { Ledger } from './ledger.ts';
import { claimsMarkdown } from './markdown.ts';
import { type CheckedClaims, checkedClaims } from './proof-record.ts';
import { schemaJson } from './schema.ts';
import { witnessEntries } from './witness-entries.ts';

/**
 * Makes the folder where it is missing and tries to write in it, so that a refusal comes before the work.
 *
 * @throws when a file cannot be written there
 */
export function checkFolder(folder: string): void {
  try {
    writeWhole(join(folder, 'writable'), '');
    rmSync(join(folder, 'writable'));
  } catch (error) {
    throw new Error(`reports: the folder must be writable, got '${folder}' (${(error as Error).message})`);
  }
}

/**
 * Writes a complete ledger to the folder and any other to `partial/` in it, each file whole or not at all;
 * witnesses of an earlier ledger are removed.
 *
 * @param page what the page is assembled from; without it every other report is written
 * @param checked what Coq has accepted; by the record below the folder when absent
 * @returns the folder written to
 */
export function writeReports(
  ledger: Ledger,
  folder: string,
  page?: PageParts,
  checked: CheckedClaims = checkedClaims(ledger.decided, folder),
): string {
  const target = ledger.complete ? folder : join(folder, 'partial');
  writeWhole(join(target, 'claims.json'), claimsJson(ledger, checked));
  writeWhole(join(target, 'claims.schema.json'), schemaJson());
  const linked = ledger.complete ? checked : fromPartial(checked);
  writeWhole(join(target, 'claims.md'), claimsMarkdown(ledger, linked));
  if (page !== undefined) writeWhole(join(target, 'index.html'), pageHtml(ledger, page, linked));
  writeWitnesses(ledger, join(target, 'witness'));
  return target;
}

/** The same theorems as files in `partial/` link to them: they stay beside the complete reports. */
function fromPartial(checked: CheckedClaims): CheckedClaims {
  return new Map([...checked].map(([id, one]) => [id, { ...one, file: `../${one.file}` }]));
}

function writeWitnesses(ledger: Ledger, folder: string): void {
  const written = new Set<string>();
  for (const decided of ledger.decided) {
    for (const { file, reading, says, witness } of witnessEntries(decided)) {
      const plain = witnessFile(decided.claim.id, reading, says, witness);
      writeWhole(join(folder, file), jsonText(plain));
      written.add(file);
    }
  }
  makeFolder(folder);
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.json') && !written.has(file)) rmSync(join(folder, file));
  }
}
