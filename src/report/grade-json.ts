import type { Graded } from './graded.ts';
import { jsonText } from './json-text.ts';

/** The grade of one subject, or of several, as JSON text: see {@link gradeSchema}. */
export function gradeJson(all: readonly Graded[], several: boolean): string {
  const rows = all.map(row);
  return jsonText(several ? { version: 1, grades: rows } : rows[0]);
}

/** JSON has no number for a share that is not finite. */
function row({ grade, known, stale }: Graded): unknown {
  const laws = grade.laws.map(({ worst, ...law }) => ({
    ...law,
    ...(worst && {
      worst: { ...worst, share: Number.isFinite(worst.share) ? worst.share : String(worst.share) },
    }),
  }));
  const failures = known.map(({ law, reason }) => ({
    law,
    reason,
    stale: stale.find((entry) => entry.law === law)?.why ?? null,
  }));
  return { ...grade, laws, ...(known.length === 0 ? {} : { knownFailures: failures }) };
}
