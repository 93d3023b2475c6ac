import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeUp } from '#claim/write-up.ts';
import { alteredFile } from '#coq/altered.ts';
import type { CertifiedClaim } from '#coq/certify.ts';
import { type CoqFile, supports } from '#coq/supports.ts';
import { certifiedOf } from './decided.ts';

const hasCoq = spawnSync('coqc', ['--print-version']).status === 0;
const claims = writeUp.map(({ id }) => certifiedOf(id));
const theorems = claims.flatMap(({ readings }) =>
  readings.flatMap(({ certified }) => ('theorems' in certified ? certified.theorems : [])),
);

test('every theorem has a false twin of its own', () => {
  expect(theorems.length).toBeGreaterThan(20);
  expect(theorems.filter(({ statement, altered }) => statement === altered)).toEqual([]);
});

test('every false twin is a goal that the proof of its original must fail to close', () => {
  const text = alteredFile(claims);
  expect(text.match(/^Goal /gm)).toHaveLength(theorems.length);
  expect(text.match(/^Fail solve \[ /gm)).toHaveLength(theorems.length);
  for (const { altered } of theorems) expect(text).toContain(`Goal ${altered}.\n`);
});

/** Without runs being asked for, the claims whose turn it is: all of them take minutes. */
const isWhole = process.env.COUNTERCLAIM_RUNS !== undefined;
const PARTS = 12;
const CLAIMS = 2;

function claimsInTurn(): readonly CertifiedClaim[] {
  const [first] = fc.sample(fc.nat(claims.length - CLAIMS), 1);
  return isWhole ? claims : claims.slice(first, first! + CLAIMS);
}

/** Whether Coq accepts a file of a folder, and what it says. */
async function compile(folder: string, name: string): Promise<readonly [isAccepted: boolean, says: string]> {
  const child = spawn('coqc', ['-q', '-R', '.', 'Counterclaim', name], { cwd: folder });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
  const [code] = (await once(child, 'close')) as [number | null];
  return [code === 0, code === 0 ? '' : said.join('').slice(-600)];
}

/** What Coq says of texts that are compiled after what they require, two at a time. */
async function compiled(...texts: readonly string[]): Promise<readonly (readonly [boolean, string])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-'));
  try {
    // What a support requires comes before it, and is required beside it.
    for (const { name, text } of supports.filter((support) => texts.some((one) => requires(one, support)))) {
      writeFileSync(join(folder, name), text);
      expect(await compile(folder, name)).toEqual([true, '']);
    }
    const verdicts: (readonly [boolean, string])[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (let i = next++; i < texts.length; i = next++) {
        writeFileSync(join(folder, `altered${i}.v`), texts[i]!);
        verdicts[i] = await compile(folder, `altered${i}.v`);
      }
    };
    await Promise.all([work(), work()]);
    return verdicts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function requires(text: string, { name }: CoqFile): boolean {
  return text.includes(`From Counterclaim Require Import ${name.replace('.v', '')}.\n`);
}

/** A file of a claim whose twins are its theorems themselves. */
function noTwins(): string {
  const [claim] = claims.filter(({ decided }) => decided.claim.id === 'q1-expand-once');
  const [reading] = claim!.readings;
  if (reading === undefined || 'inexpressible' in reading.certified) throw new Error('must be stated');
  const kept = reading.certified.theorems.map((theorem) => ({ ...theorem, altered: theorem.statement }));
  return alteredFile([{ ...claim!, readings: [{ ...reading, certified: { theorems: kept } }] }]);
}

const title = 'Coq accepts no false twin, and sees a twin that is none';

// Together, so that what both require is compiled once.
test(hasCoq ? title : `${title} (not tried: there is no coqc)`, async () => {
  if (!hasCoq) return;
  const chosen = claimsInTurn();
  const parts = Array.from({ length: isWhole ? PARTS : 1 }, (_, part) =>
    chosen.filter((_claim, i) => i % (isWhole ? PARTS : 1) === part),
  );
  const [seen, ...verdicts] = await compiled(noTwins(), ...parts.map((part) => alteredFile(part)));
  expect(seen).toEqual([false, expect.stringContaining('The command has not failed')]);
  expect(verdicts).toEqual(parts.map(() => [true, '']));
});
