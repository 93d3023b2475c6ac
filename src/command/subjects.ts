import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSubjectSpec, type SubjectSpec } from '#conformance/subject-spec.ts';
import { editDistance, nearest } from './nearest.ts';
import type { Fault } from './settings.ts';

/** A subject as it was named, and how it is opened. */
export interface NamedSubject {
  readonly text: string;
  readonly spec: SubjectSpec;
}

/** Subjects in the order in which they were named; a folder stands for the modules in it. */
export interface Subjects {
  readonly subjects: readonly NamedSubject[];
  /** Whether they are summed up in a table: there are several, or a folder was named. */
  readonly several: boolean;
}

const prefixed = /^(module|cmd|builtin):/;

/**
 * Reads what is to be graded.
 *
 * @param builtins names of the kernels that there are
 */
export function readSubjects(operands: readonly string[], builtins: readonly string[]): Subjects | Fault {
  const subjects: NamedSubject[] = [];
  let folders = 0;
  for (const operand of operands) {
    const folder = !prefixed.test(operand) && isFolder(operand);
    if (folder) folders++;
    const named = folder ? modulesIn(operand) : [operand];
    if (named.length === 0)
      return { fault: `conform: a folder must hold modules (.mjs, .js), got '${operand}'` };
    for (const text of named) {
      const spec = readSubject(text, builtins);
      if ('fault' in spec) return { fault: `conform: ${spec.fault}` };
      subjects.push({ text, spec });
    }
  }
  return { subjects, several: subjects.length > 1 || folders > 0 };
}

function readSubject(text: string, builtins: readonly string[]): SubjectSpec | Fault {
  const spec = readSubjectSpec(text);
  if ('fault' in spec) {
    const meant = !prefixed.test(text) && existsSync(text) ? `; did you mean 'module:${text}'?` : '';
    return { fault: `${spec.fault}${meant}` };
  }
  if (spec.kind !== 'builtin' || builtins.includes(spec.name)) return spec;
  const meant = builtins.toSorted((a, b) => editDistance(spec.name, a) - editDistance(spec.name, b));
  const best = nearest(spec.name, builtins) ?? meant[0]!;
  return {
    fault: `the builtin must be a kernel, got '${spec.name}'; did you mean '${best}'? 'counterclaim conform builtin:list' lists them`,
  };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function modulesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => /\.m?js$/.test(file) && statSync(join(folder, file)).isFile())
    .sort()
    .map((file) => `module:${join(folder, file)}`);
}
