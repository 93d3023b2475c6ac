import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from './temporary.ts';

/** What a coqc that is none answers. */
export interface FakeCoq {
  readonly version?: string;
  readonly libraries?: readonly string[];
  /** A shell command for the compilation of `$file`. */
  readonly compiles?: string;
}

/** The surroundings in which `coqc` is a script that answers as told. */
export function fakeCoq({
  version = '8.16.1 4.13.1',
  libraries = ['Interval', 'Flocq', 'Coquelicot'],
  compiles = 'echo Closed under the global context',
}: FakeCoq = {}): { readonly env: Readonly<Record<string, string>> } {
  const folder = temporaryFolder();
  for (const library of libraries) mkdirSync(join(folder, 'user-contrib', library), { recursive: true });
  const script = `#!/bin/sh
for file in "$@"; do :; done
case "$1" in
  --print-version) echo "${version}";;
  -where) echo "${folder}";;
  *) ${compiles};;
esac
`;
  writeFileSync(join(folder, 'coqc'), script);
  chmodSync(join(folder, 'coqc'), 0o755);
  return { env: { PATH: [folder, '/usr/bin', '/bin'].join(delimiter) } };
}

/** Surroundings without any coqc. */
export function noCoq(): { readonly env: Readonly<Record<string, string>> } {
  return { env: { PATH: temporaryFolder() } };
}
