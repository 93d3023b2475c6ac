import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { claimProof } from '#coq/proof-file.ts';
import { type CoqFile, supports } from '#coq/supports.ts';
import { usualBudget } from '#judge/budget.ts';
import { writeWhole } from '#report/file.ts';
import { placeOf } from '#report/place.ts';
import { proofFolder, proofRecord, readProofRecord, recordFile, recordText } from '#report/proof-record.ts';
import { checkFolder } from '#report/write.ts';
import { certifyJson, claimText, summaryText, uncheckedText, unfitText } from './certify-text.ts';
import { type Compiled, findCoq } from './coqc.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { prove } from './proving.ts';
import { selectClaims } from './selection.ts';
import { folderOf, type Settings } from './settings.ts';
import type { Deciding } from './tools.ts';

type Results = ReadonlyMap<string, Compiled>;

/** Erases the line that progress is written on. */
const fresh = '\r\u001b[2K';

/** `counterclaim certify [id ...]`: writes what was decided as theorems, and has Coq check them where there is one. */
export async function certifyCommand(
  ids: readonly string[],
  settings: Settings,
  io: Io,
  tools: Deciding,
): Promise<number> {
  const selected = selectClaims(tools.claims, ids);
  if ('fault' in selected) return said(selected.fault, exit.usage, io);
  const reports = folderOf(settings);
  const refused = folderFault(join(reports, proofFolder));
  if (refused !== undefined) return said(refused, exit.usage, io);
  const start = io.now();
  const proofs = selected.map((claim) => claimProof(tools.decide(claim, usualBudget), placeOf(claim.source)));
  const files = proofs.flatMap(({ file }) => file ?? []);
  writeProofs(files, join(reports, proofFolder), ids.length === 0);
  const coq = await findCoq({ env: io.env });
  const theorems = `theorems in ${join(reports, proofFolder)}`;
  const tell = (results: Results, version: string | null, text: string): void => {
    io.out(settings.json === true ? certifyJson(proofs, results, version) : text);
  };
  if (coq.state !== 'fit') {
    tell(new Map(), null, `${uncheckedText(proofs)}${theorems}, not checked\n`);
    const isOptional = coq.state === 'absent' && settings.requireCoq !== true;
    return said(unfitText(coq), isOptional ? exit.holds : exit.crashed, io);
  }
  const { results, interrupted } = await check(files, io);
  writeRecord(files, results, coq.version, reports);
  const took = `${((io.now() - start) / 1000).toFixed(1)} s`;
  const lines = proofs.map((proof) => claimText(proof, results)).join('');
  tell(results, coq.version, `${lines}${summaryText(proofs, results, coq.version)}; ${theorems}, ${took}\n`);
  if (interrupted) return exit.interrupted;
  return [...results.values()].every(({ accepted }) => accepted) ? exit.holds : exit.differs;
}

function said(fault: string, code: number, io: Io): number {
  io.err(`${fault}\n`);
  return code;
}

function folderFault(folder: string): string | undefined {
  try {
    checkFolder(folder);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Writes the files and what they require; of a whole write-up, files of theorems that are no longer among them are removed. */
function writeProofs(files: readonly CoqFile[], folder: string, isWhole: boolean): void {
  const all = [...supports, ...files];
  for (const { name, text } of all) writeWhole(join(folder, name), text);
  if (!isWhole) return;
  const kept = all.map(({ name }) => name);
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.v') && !kept.includes(name)) rmSync(join(folder, name));
  }
}

async function check(
  files: readonly CoqFile[],
  io: Io,
): Promise<{ readonly results: ReadonlyMap<string, Compiled>; readonly interrupted: boolean }> {
  const interruption = new AbortController();
  io.onInterrupt(() => {
    interruption.abort();
  });
  let done = 0;
  const results = await prove(files, { env: io.env, signal: interruption.signal }, (name) => {
    done++;
    if (io.isTTY) io.err(`${fresh}${done}/${files.length} ${name}`);
  });
  if (io.isTTY) io.err(fresh);
  return { results, interrupted: interruption.signal.aborted };
}

/** Writes which files were accepted: those of this run, beside those on record that were not in it and are still there. */
function writeRecord(
  files: readonly CoqFile[],
  results: ReadonlyMap<string, Compiled>,
  coq: string,
  reports: string,
): void {
  const folder = join(reports, proofFolder);
  const tried = files.map(({ name }) => name);
  const present = readdirSync(folder);
  const others = Object.entries(readProofRecord(reports)?.files ?? {}).filter(
    ([name]) => !tried.includes(name) && present.includes(name),
  );
  const accepted = files.filter(({ name }) => results.get(name)?.accepted === true);
  const texts = new Map(accepted.map(({ name, text }) => [name, text]));
  writeWhole(join(folder, recordFile), recordText(proofRecord(texts, coq, Object.fromEntries(others))));
}
