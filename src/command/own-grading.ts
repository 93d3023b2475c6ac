import { defaultRuns, gradeSteps } from '#conformance/grade-subject.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import { openSubject } from '#conformance/open-subject.ts';
import { replayCall } from '#conformance/replay-call.ts';
import { smoke } from '#conformance/smoke.ts';
import type { Grading } from './grading.ts';

/**
 * Grading by the laws of this package.
 *
 * @param operands the subjects that are named: the kernels are loaded only where one of them is meant
 */
export async function ownGrading(operands: readonly string[]): Promise<Grading> {
  const isOurs = operands.some((operand) => operand.startsWith('builtin:'));
  const { builtinNames, openBuiltin } = isOurs
    ? await import('#conformance/builtin.ts')
    : { builtinNames: () => [], openBuiltin: () => undefined };
  return {
    laws: gradedLaws,
    builtins: builtinNames,
    open: (spec, opening) => openSubject(spec, { ...opening, builtin: openBuiltin }),
    grade: (host, terms) => gradeSteps(host, { runs: defaultRuns, ...terms }),
    smoke,
    replay: replayCall,
  };
}
