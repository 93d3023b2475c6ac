import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axiomsIn, axiomsOfTheReals } from '#coq/axioms.ts';
import { batchText, inBatches, readMark } from '#coq/batch.ts';
import { question } from '#coq/file.ts';
import { type CoqFile, supports } from '#coq/supports.ts';
import { type Compiled, compile, type Surroundings } from './coqc.ts';

/** How many processes of Coq there are at a time: each takes a core and some hundred megabytes. */
const atOnce = 2;

type Batch = readonly CoqFile[];

/** Where batches are read, and who is told of each file. */
interface Reading {
  readonly folder: string;
  readonly surroundings: Surroundings;
  readonly onEnd: (name: string) => void;
}

/**
 * Has files of theorems checked, after what they require, in a temporary folder that is removed in the end.
 *
 * Those that require the same are read by one process, which is asked once what they rest on. When that process does not
 * accept all, the file at which it ended is compiled alone, for its message, and those around it go on without it.
 *
 * A file that rests on an axiom other than those of the reals is not accepted, whatever Coq says of it; nor is one of which
 * it does not say what it rests on.
 *
 * @param onEnd told of each file as it has been read
 * @returns what became of each file by its name; of those that were not done before an end by the signal nothing. When
 *   what they require is not accepted, that alone
 */
export async function prove(
  files: readonly CoqFile[],
  surroundings: Surroundings,
  onEnd: (name: string) => void = () => undefined,
): Promise<ReadonlyMap<string, Compiled>> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-proof-'));
  const told = new Set<string>();
  const reading: Reading = {
    folder,
    surroundings,
    onEnd: (name) => {
      if (!told.has(name)) onEnd(name);
      told.add(name);
    },
  };
  try {
    for (const { name, text } of [...supports, ...files]) writeFileSync(join(folder, name), text);
    mkdirSync(join(folder, batches));
    const required = await inTurn(
      supports.map((file) => [file]),
      surroundings,
      async ([file]) => ({
        compiled: onlyTheReals(await compile(file!.name, folder, surroundings)),
        left: [],
      }),
    );
    for (const { name } of supports) {
      const before = required.get(name);
      if (before?.accepted === false) return new Map([[name, before]]);
    }
    return await inTurn(inBatches(files), surroundings, (batch) => readBatch(batch, reading));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What became of the files of a batch, when that is known, or the batches that are to be read in its place. */
interface Read {
  readonly compiled?: Compiled;
  readonly left: readonly Batch[];
}

/** Has batches read, some at a time, and what is left of them, until none is or the signal ends it. */
async function inTurn(
  all: readonly Batch[],
  { signal }: Surroundings,
  read: (batch: Batch) => Promise<Read>,
): Promise<ReadonlyMap<string, Compiled>> {
  const results = new Map<string, Compiled>();
  const waiting = [...all];
  const isOver = (): boolean => signal?.aborted === true;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !isOver(); next = waiting.shift()) {
      const { compiled, left } = await read(next);
      if (isOver()) return;
      if (compiled !== undefined) for (const { name } of next) results.set(name, compiled);
      waiting.push(...left);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

/** The folder of the texts of batches. */
const batches = 'batches';

/** Has one process read a batch; a file alone is compiled as it is. */
async function readBatch(batch: Batch, { folder, surroundings, onEnd }: Reading): Promise<Read> {
  const [first] = batch as readonly [CoqFile];
  if (batch.length === 1) {
    const compiled = answered(first, await compile(first.name, folder, surroundings));
    onEnd(first.name);
    return { compiled, left: [] };
  }
  // A first file is the first of one batch at a time.
  const name = join(batches, first.name);
  writeFileSync(join(folder, name), batchText(batch));
  let read = 0;
  const isFurther = (output: string): boolean => {
    const before = read;
    for (; read < batch.length && output.includes(readMark(read)); read++) onEnd(batch[read]!.name);
    return read > before;
  };
  const compiled = await compile(name, folder, { ...surroundings, isFurther });
  const accepted = batch.every((file) => answered(file, compiled).accepted);
  if (!accepted) return { left: around(batch, read) };
  for (const file of batch) onEnd(file.name);
  return { compiled, left: [] };
}

/** The file at which a process ended, alone, and those around it; each alone when it ended at none. */
function around(batch: Batch, index: number): readonly Batch[] {
  if (index === batch.length) return batch.map((file) => [file]);
  return [batch.slice(0, index), [batch[index]!], batch.slice(index + 1)].filter(({ length }) => length > 0);
}

/** Not accepted where Coq did not tell what the theorems of a file rest on, or that is more than the reals. */
function answered({ text }: CoqFile, compiled: Compiled): Compiled {
  if (!compiled.accepted) return compiled;
  // The question is what the text ends with; an answer without it would be the file's own.
  const isAnswer = /^(Closed under the global context|Axioms:)$/m.test(compiled.output);
  if (text.endsWith(question) && isAnswer) return onlyTheReals(compiled);
  return { accepted: false, line: undefined, message: 'coqc did not tell what the theorems rest on' };
}

function onlyTheReals(compiled: Compiled): Compiled {
  if (!compiled.accepted) return compiled;
  const foreign = axiomsIn(compiled.output).filter((axiom) => !axiomsOfTheReals.includes(axiom));
  if (foreign.length === 0) return compiled;
  return { accepted: false, line: undefined, message: `rests on more than the reals: ${foreign.join(', ')}` };
}
