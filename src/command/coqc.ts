import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the files of theorems need beside Coq itself. */
const libraries = ['Interval', 'Flocq', 'Coquelicot'] as const;
/** The oldest release that the theorems are checked with. */
const oldest: readonly [number, number] = [8, 16];
/** Milliseconds that Coq may take for one file; the slowest takes half a minute alone. */
const fileLimit = 300_000;

/** The Coq of this machine. */
export type Coq =
  | { readonly state: 'absent' }
  | { readonly state: 'unfit'; readonly version: string; readonly missing: string }
  | { readonly state: 'fit'; readonly version: string };

/** Where a process runs, and what ends it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** How long a process may take; the limit of a file when absent. */
  readonly milliseconds?: number;
  /** Asked whenever something was printed, with all that was: whether the limit begins anew. */
  readonly isFurther?: (output: string) => boolean;
}

interface Ended {
  readonly code: number | undefined;
  readonly output: string;
}

/** Looks for `coqc` and for the libraries that the theorems need. */
export async function findCoq(surroundings: Surroundings): Promise<Coq> {
  const asked = await start(['--print-version'], '.', surroundings);
  if (asked === undefined) return { state: 'absent' };
  const version = asked.output.trim().split(/\s/)[0]!;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  if (asked.code !== 0 || !/^\d+\.\d+/.test(version) || isOld) {
    return { state: 'unfit', version, missing: `Coq ${oldest.join('.')} or later` };
  }
  const where = await start(['-where'], '.', surroundings);
  const folder = join(String(where?.output.trim()), 'user-contrib');
  const missing = libraries.filter((library) => !existsSync(join(folder, library)));
  return missing.length === 0
    ? { state: 'fit', version }
    : { state: 'unfit', version, missing: missing.join(', ') };
}

/** What became of a file: accepted, with what Coq printed, or where it was not and why. */
export type Compiled =
  | { readonly accepted: true; readonly output: string }
  | { readonly accepted: false; readonly line: number | undefined; readonly message: string };

/** Has a file of a folder compiled; the folder is the library Counterclaim. */
export async function compile(file: string, folder: string, surroundings: Surroundings): Promise<Compiled> {
  const ended = await start(['-q', '-w', 'none', '-R', '.', 'Counterclaim', file], folder, surroundings);
  if (ended?.code === 0) return { accepted: true, output: ended.output };
  if (ended === undefined) return { accepted: false, line: undefined, message: 'coqc could not be started' };
  if (ended.code === undefined) {
    return {
      accepted: false,
      line: undefined,
      message: `not done within ${(surroundings.milliseconds ?? fileLimit) / 1000} s`,
    };
  }
  const found = /^File "[^"]*", line (\d+), characters [^\n]*:\n((?:.|\n)*)$/m.exec(ended.output);
  const message = (found?.[2] ?? ended.output).trim();
  return { accepted: false, line: found === null ? undefined : Number(found[1]), message };
}

/** Runs coqc without a shell; undefined when there is none. */
function start(
  args: readonly string[],
  cwd: string,
  { env, signal, milliseconds = fileLimit, isFurther }: Surroundings,
): Promise<Ended | undefined> {
  return new Promise((resolve) => {
    const child = spawn('coqc', args, {
      cwd,
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal !== undefined && { signal }),
    });
    // The limit of `spawn` itself outlives a program that could not be started, and keeps this one waiting for it.
    const limited = (): NodeJS.Timeout => setTimeout(() => child.kill('SIGKILL'), milliseconds);
    let limit = limited();
    let output = '';
    const add = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (isFurther?.(output) !== true) return;
      clearTimeout(limit);
      limit = limited();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', () => {
      clearTimeout(limit);
      resolve(undefined);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ code: code ?? undefined, output });
    });
  });
}
