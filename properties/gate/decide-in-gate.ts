import { expect, test } from 'vitest';
import type { Claim } from '#claim/claim.ts';
import { writeUp } from '#claim/write-up.ts';
import { budgetOf } from '#command/budget.ts';
import { environmentSettings } from '#command/settings.ts';
import type { Deciding } from '#command/tools.ts';
import { decideClaim } from '#judge/decide.ts';
import type { VerdictWord } from '#judge/verdict.ts';
import { recordOf } from './record.ts';

/** The verdict we stand behind, of a claim, of each of its readings by name, and of its repair where it has one. */
export interface Stand {
  readonly verdict: VerdictWord;
  readonly readings: Readonly<Record<string, VerdictWord>>;
  readonly repair?: VerdictWord;
}

/** Lets go of the thread, so that the results so far reach the reporter before Ctrl-C does. */
function letGo(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * One test for each claim: it is decided, recorded for the reporter, and its verdicts are those we stand behind.
 *
 * @param stands by the id of the claim; may hold more claims than these
 */
export function decideInGate(
  claims: readonly Claim[],
  stands: Readonly<Record<string, Stand>>,
  decide: Deciding['decide'] = (claim, budget) => decideClaim(claim, budget, writeUp),
): void {
  const settings = environmentSettings(process.env);
  if ('fault' in settings) throw new Error(settings.fault);
  for (const claim of claims) {
    const stand = stands[claim.id];
    test(`${claim.id} is ${stand?.verdict ?? 'a claim without a verdict that we stand behind'}`, async ({
      task,
    }) => {
      await letGo();
      const decided = decide(claim, budgetOf(settings, Date.now));
      task.meta.decided = recordOf(decided);
      const found = {
        verdict: decided.verdict.verdict,
        readings: Object.fromEntries(decided.readings.map(({ name, verdict }) => [name, verdict.verdict])),
        ...(decided.repair && { repair: decided.repair.verdict.verdict }),
      };
      expect(found).toEqual(stand);
    });
  }
}
