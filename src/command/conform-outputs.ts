import { writeWhole } from '#report/file.ts';
import { gradescopeResults } from '#report/grade-gradescope.ts';
import { gradeJson } from '#report/grade-json.ts';
import { gradeJunit } from '#report/grade-junit.ts';
import type { Graded } from '#report/graded.ts';
import type { ConformPlan } from './conform-plan.ts';
import type { Settings } from './settings.ts';

/** Writes each file that is asked for, whole or not at all. */
export function writeGrades(
  all: readonly Graded[],
  { several, weights }: ConformPlan,
  { jsonFile, junit, gradescope }: Settings,
): void {
  if (jsonFile !== undefined) writeWhole(jsonFile, gradeJson(all, several));
  if (junit !== undefined) writeWhole(junit, gradeJunit(all));
  if (gradescope !== undefined) writeWhole(gradescope, gradescopeResults(all[0]!, weights));
}
