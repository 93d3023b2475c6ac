import fc from 'fast-check';
import { binary32 } from '#arithmetic/float-format.ts';
import { Asker } from '#conformance/asker.ts';
import { functionNames } from '#conformance/contract.ts';
import { type FailureKind, failure } from '#conformance/failure.ts';
import type { LawGrade } from '#conformance/grade.ts';
import type { Finding, GradedLaw } from '#conformance/graded-law.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import type { Host, Reply } from '#conformance/host.ts';
import { inProcessHost } from '#conformance/in-process-host.ts';
import type { Subject, SubjectFunctions } from '#law/subject.ts';
import type { Call } from '#law/subject-call.ts';
import { correctImplementations } from '../specimen/correct/implementations.ts';

/** A seed of this run. */
export function someSeed(): number {
  return fc.sample(fc.nat(2 ** 20 - 1), 1)[0]!;
}

/** Functions in this thread. */
export function hostWith(functions: SubjectFunctions, format: 'float64' | 'float32' = 'float64'): Host {
  const offered = functionNames.filter((name) => functions[name] !== undefined);
  return inProcessHost(functions, { name: 'mine', language: 'javascript', format, implements: offered });
}

/** A subject in this thread. */
export function hostOf({ functions, format }: Subject): Host {
  return hostWith(functions, format === binary32 ? 'float32' : 'float64');
}

/** A host that breaks off instead of some replies. */
export function brittle(host: Host, breaks: (nth: number, call: Call) => FailureKind | undefined): Host {
  let nth = 0;
  return {
    ...host,
    call: (call, frozen): Reply => {
      nth++;
      const kind = breaks(nth, call);
      return kind === undefined ? host.call(call, frozen) : { outcome: 'failed', failure: failure(kind) };
    },
  };
}

/** Every function, right. */
export const right: Required<SubjectFunctions> = Object.assign(
  {},
  ...(['alternatingSum', 'softmaxAttention', 'linearAttention'] as const).map(
    (fn) => correctImplementations.find(({ functions }) => functions[fn] !== undefined)!.functions,
  ),
) as Required<SubjectFunctions>;

/** The law of a name. */
export function lawOf(id: string): GradedLaw {
  return gradedLaws.find((law) => law.id === id)!;
}

/** What is found of a law by itself. */
export function findingOf(id: string, host: Host, seed: number = someSeed(), runs = 10): Finding {
  const law = lawOf(id);
  const fns = law.fns.filter((fn) => host.about.implements.includes(fn));
  const examining = law.examine(new Asker(host), fns, { seed, runs });
  for (;;) {
    const step = examining.next();
    if (step.done === true) return step.value;
  }
}

/** The grade of a law among others. */
export function gradeOf(laws: readonly LawGrade[], id: string): LawGrade {
  return laws.find(({ law }) => law === id)!;
}
