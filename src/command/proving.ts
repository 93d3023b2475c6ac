import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axiomsIn, axiomsOfTheReals } from '#coq/axioms.ts';
import { type CoqFile, supports } from '#coq/supports.ts';
import { type Compiled, compile, type Surroundings } from './coqc.ts';

/** How many files are compiled at a time: each takes a core and some hundred megabytes. */
const atOnce = 2;

/**
 * Has files of theorems compiled, after what they require, in a temporary folder that is removed in the end.
 *
 * A file that rests on an axiom other than those of the reals is not accepted, whatever Coq says of it; nor is one of which
 * it does not say what it rests on.
 *
 * @param onEnd told of each file as it ends
 * @returns what became of each file by its name; of those that were not begun before an end by the signal nothing. When
 *   what they require is not accepted, that alone
 */
export async function prove(
  files: readonly CoqFile[],
  surroundings: Surroundings,
  onEnd: (name: string) => void = () => undefined,
): Promise<ReadonlyMap<string, Compiled>> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-proof-'));
  const results = new Map<string, Compiled>();
  try {
    for (const { name, text } of [...supports, ...files]) {
      writeFileSync(join(folder, name), text);
    }
    for (const { name } of supports) {
      const before = onlyTheReals(await compile(name, folder, surroundings));
      if (!before.accepted) return new Map([[name, before]]);
    }
    const isOver = (): boolean => surroundings.signal?.aborted === true;
    const waiting = [...files];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined && !isOver(); next = waiting.shift()) {
        const compiled = await compile(next.name, folder, surroundings);
        if (isOver()) return;
        results.set(next.name, onlyTheReals(told(compiled)));
        onEnd(next.name);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Not accepted where Coq did not tell what the theorems rest on. */
function told(compiled: Compiled): Compiled {
  if (!compiled.accepted || /^(Closed under the global context|Axioms:)$/m.test(compiled.output))
    return compiled;
  return { accepted: false, line: undefined, message: 'coqc did not tell what the theorems rest on' };
}

function onlyTheReals(compiled: Compiled): Compiled {
  if (!compiled.accepted) return compiled;
  const foreign = axiomsIn(compiled.output).filter((axiom) => !axiomsOfTheReals.includes(axiom));
  if (foreign.length === 0) return compiled;
  return { accepted: false, line: undefined, message: `rests on more than the reals: ${foreign.join(', ')}` };
}
