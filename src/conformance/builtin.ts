import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Tier } from '#kernel/kernel.ts';
import { kernels } from '#kernel/kernels.ts';
import { knownTiers } from '#kernel/tiers.ts';
import { linearSubject, softmaxSubject, stateSubject, statesSubject } from '#law/kernel-subject.ts';
import type { Subject, SubjectFunctions } from '#law/subject.ts';
import { type FormatName, functionNames } from './contract.ts';
import type { Host } from './host.ts';
import { inProcessHost } from './in-process-host.ts';

/** Tokens a chunk of the chunkwise form: few, so that small cases have several chunks and a part of one. */
const CHUNK = 4;

interface Builtin {
  readonly name: string;
  readonly tier: Tier;
  readonly format: FloatFormat;
  readonly subject: () => Subject;
}

const builtins: readonly Builtin[] = [binary64, binary32].flatMap((format) => [
  ...table('recurrence', kernels.recurrence, format, stateSubject),
  ...table('states', kernels.states, format, statesSubject),
  ...table('softmax-attention', kernels.softmaxAttention, format, softmaxSubject),
  ...table('linear-attention', kernels.linearAttention, format, (kernel) =>
    linearSubject(kernel, format, CHUNK),
  ),
]);

function table<K extends { readonly form: string; readonly tier: Tier }>(
  system: string,
  all: readonly K[],
  format: FloatFormat,
  subject: (kernel: K, format: FloatFormat) => Subject,
): readonly Builtin[] {
  return all.map((kernel) => ({
    name: `${system}/${kernel.form}/${kernel.tier}/${format.name}`,
    tier: kernel.tier,
    format,
    subject: () => subject(kernel, format),
  }));
}

/** The kernels of this package that run here, as `system/form/tier/format`. */
export function builtinNames(): readonly string[] {
  return builtins.filter(({ tier }) => knownTiers()[tier].available).map(({ name }) => name);
}

/** A kernel of this package by its name, in the thread of its grader; undefined where there is none, or not here. */
export function openBuiltin(name: string): Host | undefined {
  const found = builtins.find((builtin) => builtin.name === name);
  if (found === undefined || !knownTiers()[found.tier].available) return undefined;
  return functionsHost(name, found.subject().functions, found.format === binary64 ? 'float64' : 'float32');
}

/** Functions as a subject in the thread of their grader: the kernels of this package, or those of somebody's own test. */
export function functionsHost(name: string, functions: SubjectFunctions, format: FormatName): Host {
  const offered = functionNames.filter((fn) => functions[fn] !== undefined);
  return inProcessHost(functions, { name, language: 'javascript', format, implements: offered });
}
