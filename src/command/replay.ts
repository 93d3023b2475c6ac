import { readFileSync } from 'node:fs';
import { type Replay, replay } from '#judge/replay.ts';
import { parseWitnessFile, type WitnessFile } from '#judge/witness-file.ts';
import { inputsText } from '#report/inputs.ts';
import { jsonText } from '#report/json-text.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import type { Fault, Settings } from './settings.ts';

/** A witness file and what its terms come to. */
interface Replayed {
  readonly file: WitnessFile;
  readonly result: Replay;
}

/** `counterclaim replay <witness file>`: computes both sides of a witness again, from its file alone. */
export function replayCommand(path: string, settings: Settings, io: Io): number {
  const replayed = replayFile(path);
  if ('fault' in replayed) {
    io.err(`${replayed.fault}\n`);
    return exit.usage;
  }
  const { file, result } = replayed;
  const { claim, reading } = file;
  io.out(settings.json === true ? jsonText({ claim, reading, ...result }) : replayText(path, replayed));
  return result.refutes && result.agrees ? exit.holds : exit.differs;
}

function replayFile(path: string): Replayed | Fault {
  try {
    const file = parseWitnessFile(readFileSync(path, 'utf8'));
    return { file, result: replay(file) };
  } catch (error) {
    return { fault: `replay: ${path} must hold a witness (${(error as Error).message})` };
  }
}

function replayText(path: string, { file, result }: Replayed): string {
  const { claim, reading, statement, relation, entry, numberFormat } = file;
  const inputs = Object.entries(file.inputs).map(([name, { decimal, hex }]) => ({ name, decimal, hex }));
  const rounded = numberFormat === undefined ? '' : `, every operation rounded to ${numberFormat}`;
  const sides = (['left', 'right'] as const).flatMap((side) => [
    `  ${side.padEnd(10)} in ${result[side]}`,
    `             recorded in [${file[side].lo}, ${file[side].hi}]`,
  ]);
  return [
    `${claim}, reading "${reading}": ${result.refutes ? 'refuted again' : 'not refuted'}`,
    `  file       ${path}`,
    `  statement  ${statement}`,
    `  witness    ${inputsText(inputs, 'decimal')}`,
    `             (binary64: ${inputsText(inputs, 'hex')})`,
    `  said       left ${relation} right, at entry ${entry}${rounded}`,
    ...sides,
    `  sides      ${result.agrees ? 'as recorded' : 'not where they are recorded'}\n`,
  ].join('\n');
}
