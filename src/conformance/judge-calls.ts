import type { Asker, Checked } from './asker.ts';
import type { Exhibit, Finding, GradedLaw, Judged } from './graded-law.ts';
import { held } from './graded-law.ts';
import { printable } from './printable.ts';

/** Letters of a reason, which may tell what a subject threw. */
const LONGEST = 400;

/** Makes all calls of an exhibit but the last one. */
export function prepare(asker: Asker, { calls }: Exhibit): void {
  for (const call of calls.slice(0, -1)) asker.answer(call);
}

/** Examines a law by exhibits of single calls, one after another: those with frozen arguments ask also without. */
export function examined(asker: Asker, judge: GradedLaw['judge'], exhibits: readonly Exhibit[]): Finding {
  asker.ahead(
    exhibits.flatMap(({ calls, frozen }) =>
      calls.flatMap((call) => (frozen ? [call, { call, frozen }] : call)),
    ),
  );
  let cases = 0;
  for (const exhibit of exhibits) {
    const found: Judged = judge(asker, exhibit);
    if (found.outcome === 'outside') continue;
    if (found.outcome === 'failed') return { status: 'errored', cases, failure: found.failure };
    cases++;
    if (found.outcome !== 'broken') continue;
    return { status: 'failed', cases, breakage: { exhibit, broken: found, reply: asker.last } };
  }
  return held(cases);
}

/** What a check says of a law. */
export function judgedBy(found: Checked): Judged {
  switch (found.outcome) {
    case 'broken': {
      const { why, sides, asked } = found.evidence;
      const shown = printable(why, LONGEST);
      return {
        outcome: 'broken',
        why: shown,
        asked: asked.map(({ call }) => call),
        ...(sides && { place: sides.place }),
      };
    }
    case 'holds':
    case 'failed':
      return found;
    default:
      return { outcome: 'outside' };
  }
}
