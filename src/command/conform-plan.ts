import { readFileSync } from 'node:fs';
import { type KnownFailure, parseKnownFailures } from '#conformance/known-failures.ts';
import { fileFault } from '#report/file.ts';
import { parseWeights, type Weights } from '#report/grade-gradescope.ts';
import type { Grading, KnownLaw } from './grading.ts';
import { suggestion } from './nearest.ts';
import type { Fault, Settings } from './settings.ts';
import { readSubjects, type Subjects } from './subjects.ts';

/** All that is known before the work begins. */
export interface ConformPlan extends Subjects {
  readonly laws: readonly KnownLaw[];
  readonly known: readonly KnownFailure[];
  readonly weights?: Weights;
}

/** Reads what the command line names, and tries what it writes: whatever is wrong is told before the work. */
export function planConform(
  operands: readonly string[],
  settings: Settings,
  grading: Grading,
): ConformPlan | Fault {
  const subjects = readSubjects(operands, grading.builtins());
  if ('fault' in subjects) return subjects;
  const laws = lawsAsked(settings, grading.laws);
  if ('fault' in laws) return laws;
  const fault = fitFault(settings, subjects) ?? outputFault(settings);
  if (fault !== undefined) return { fault: `conform: ${fault}` };
  const ids = grading.laws.map(({ id }) => id);
  const systems = grading.laws.map(({ system }) => system);
  const known = readBeside('--known-failures', settings.knownFailures, (text) =>
    parseKnownFailures(text, ids),
  );
  if ('fault' in known) return known;
  const weights = readBeside('--weights', settings.weights, (text) =>
    parseWeights(text, [...ids, ...systems]),
  );
  if ('fault' in weights) return weights;
  return {
    ...subjects,
    laws: laws.laws,
    known: known.read ?? [],
    ...(weights.read && { weights: weights.read }),
  };
}

/** The laws of the system and of the names that are asked for. */
function lawsAsked(
  { system, laws }: Settings,
  all: readonly KnownLaw[],
): { readonly laws: readonly KnownLaw[] } | Fault {
  const systems = [...new Set(all.map((law) => law.system))];
  if (system !== undefined && !systems.includes(system)) {
    return {
      fault: `--system: must be one of ${systems.join(', ')}, got '${system}'${suggestion(system, systems)}`,
    };
  }
  const ofSystem = all.filter((law) => system === undefined || law.system === system);
  const ids = ofSystem.map(({ id }) => id);
  const unknown = laws?.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    const of = system === undefined ? '' : ` of ${system}`;
    const meant = suggestion(unknown, ids) || '; a run without --laws names them all';
    return { fault: `--laws: must be laws${of}, got '${unknown}'${meant}` };
  }
  return { laws: ofSystem.filter(({ id }) => laws?.includes(id) ?? true) };
}

/** What does not go together. */
function fitFault(settings: Settings, { subjects, several }: Subjects): string | undefined {
  const single = {
    '--known-failures': settings.knownFailures,
    '--grade': settings.gradescope,
    '--replay': settings.replay,
  };
  const [flag] = Object.entries(single).find(([, value]) => value !== undefined) ?? [];
  if (several && flag !== undefined) return `${flag} is of one subject, got ${subjects.length}`;
  if (settings.weights !== undefined && settings.gradescope === undefined) {
    return `--weights must come with --grade, got '${settings.weights}' without`;
  }
  return undefined;
}

function outputFault({ jsonFile, junit, html, gradescope }: Settings): string | undefined {
  const taken = new Set<string>();
  for (const [flag, path] of Object.entries({ json: jsonFile, junit, html, grade: gradescope })) {
    if (path === undefined) continue;
    if (taken.has(path)) return `--${flag}: must write to a file of its own, got '${path}'`;
    taken.add(path);
    const fault = fileFault(path);
    if (fault !== undefined) return `--${flag}: the file must be writable, got '${path}' (${fault})`;
  }
  return undefined;
}

function readBeside<T>(
  flag: string,
  path: string | undefined,
  parse: (text: string) => T,
): { readonly read?: T } | Fault {
  if (path === undefined) return {};
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { fault: `${flag}: must be a file that can be read, got '${path}' (${(error as Error).message})` };
  }
  try {
    return { read: parse(text) };
  } catch (error) {
    const must = error instanceof SyntaxError ? 'must be JSON, got ' : '';
    return { fault: `${flag}: ${path}: ${must}${(error as Error).message}` };
  }
}
