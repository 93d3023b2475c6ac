import { builtinNames, openBuiltin } from '#conformance/builtin.ts';
import { defaultRuns, gradeSteps } from '#conformance/grade-subject.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import { openSubject } from '#conformance/open-subject.ts';
import { replayCall } from '#conformance/replay-call.ts';
import { smoke } from '#conformance/smoke.ts';
import type { Grading } from './grading.ts';

/** Grading by the laws of this package. */
export const grading: Grading = {
  laws: gradedLaws,
  builtins: builtinNames,
  open: (spec, opening) => openSubject(spec, { ...opening, builtin: openBuiltin }),
  grade: (host, terms) => gradeSteps(host, { runs: defaultRuns, ...terms }),
  smoke,
  replay: replayCall,
};
