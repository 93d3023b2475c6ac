import { writeWhole } from '#report/file.ts';
import { gradescopeResults } from '#report/grade-gradescope.ts';
import { gradeJson } from '#report/grade-json.ts';
import { gradeJunit } from '#report/grade-junit.ts';
import type { Graded } from '#report/graded.ts';
import { gradePage } from '#report/html/grade-page.ts';
import type { PageParts } from '#report/html/page-parts.ts';
import type { ConformPlan } from './conform-plan.ts';
import type { Settings } from './settings.ts';

/**
 * Writes each file that is asked for, whole or not at all.
 *
 * @param page what the page is made of, where one is asked for
 */
export function writeGrades(
  all: readonly Graded[],
  { several, weights }: ConformPlan,
  { jsonFile, junit, html, gradescope }: Settings,
  page?: PageParts,
): void {
  if (jsonFile !== undefined) writeWhole(jsonFile, gradeJson(all, several));
  if (junit !== undefined) writeWhole(junit, gradeJunit(all));
  if (html !== undefined && page !== undefined) writeWhole(html, gradePage(all, page));
  if (gradescope !== undefined) writeWhole(gradescope, gradescopeResults(all[0]!, weights));
}
