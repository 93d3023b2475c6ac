import { binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Subject, SubjectFunctions } from '#law/subject.ts';
import { contract } from '#law/subject-allowance.ts';

/** A deliberately wrong implementation of the contract, and the law that must reject it. */
export interface SubjectSpecimen {
  readonly name: string;
  readonly caughtBy: string;
  /** The law that others build on, where it is one of those that a grade fails it by; those of values are not asked then. */
  readonly basic?: 'shape' | 'finite';
  /** As it is before its first call. */
  readonly create: () => Subject;
}

/** An implementation that promises no more than the contract asks. */
export function implementation(
  name: string,
  functions: SubjectFunctions,
  format: FloatFormat = binary64,
): Subject {
  return { name, format, declares: contract(format), functions };
}

/** A wrong implementation that remembers nothing. */
export function wrong(
  caughtBy: string,
  name: string,
  functions: SubjectFunctions,
  format: FloatFormat = binary64,
): SubjectSpecimen {
  return { name, caughtBy, create: () => implementation(name, functions, format) };
}

/** One whose results are none, or not finite, so that a grade does not get as far as their values. */
export function basically(basic: 'shape' | 'finite', specimen: SubjectSpecimen): SubjectSpecimen {
  return { ...specimen, basic };
}

/** A wrong implementation whose functions are made anew for every run, as they remember something between calls. */
export function forgetful(caughtBy: string, name: string, make: () => SubjectFunctions): SubjectSpecimen {
  return { name, caughtBy, create: () => implementation(name, make()) };
}
