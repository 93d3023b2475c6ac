import { Asker } from './asker.ts';
import { readExhibit } from './exhibit.ts';
import { failureWords } from './failure.ts';
import type { Grade, LawGrade } from './grade.ts';
import type { Exhibit, GradedLaw } from './graded-law.ts';
import { gradedLaws } from './graded-laws.ts';
import type { Host } from './host.ts';
import { shownWitness } from './witness.ts';

/** What is wrong with a replay, in one line. */
export interface ReplayFault {
  readonly fault: string;
}

/** How the subject and the suite are named. */
export interface ReplayNames {
  readonly spec?: string;
  readonly suite?: string;
}

/**
 * Judges again what a witness showed: its calls in order, or its case, as they are.
 *
 * @param text JSON, as the replay of a witness has it
 * @returns a grade of the one law
 */
export function replayCall(
  host: Host,
  text: string,
  { spec = '', suite = '' }: ReplayNames = {},
): Grade | ReplayFault {
  const found = readReplay(text);
  if ('fault' in found) return found;
  const asker = new Asker(host);
  const law = replayed(found.law, found.exhibit, asker, spec);
  const { firstFailure } = asker;
  return {
    version: 1,
    suite,
    subject: { spec, ...host.about },
    seed: 0,
    laws: [law],
    ...(firstFailure && { failure: firstFailure }),
    printed: host.printed(),
  };
}

function readReplay(text: string): { readonly law: GradedLaw; readonly exhibit: Exhibit } | ReplayFault {
  try {
    const { law: id, exhibit } = readExhibit(text);
    const law = gradedLaws.find((one) => one.id === id);
    if (law === undefined) return { fault: `replay: law must be the id of a law, got ${JSON.stringify(id)}` };
    if ((law.stage === 'relation') !== (exhibit.relation !== undefined)) {
      return { fault: `replay: ${id} must be replayed by ${law.stage === 'relation' ? 'a case' : 'calls'}` };
    }
    return { law, exhibit };
  } catch (error) {
    return { fault: `replay: ${(error as RangeError).message}` };
  }
}

function replayed(law: GradedLaw, exhibit: Exhibit, asker: Asker, spec: string): LawGrade {
  const { id, system, says } = law;
  const missing = exhibit.calls.find(({ fn }) => !asker.host.about.implements.includes(fn));
  const named = { law: id, system, says };
  if (missing !== undefined)
    return { ...named, status: 'skipped', cases: 0, why: `the subject offers no ${missing.fn}` };
  const found = law.judge(asker, exhibit);
  switch (found.outcome) {
    case 'holds':
      return { ...named, status: 'passed', cases: 1 };
    case 'outside':
      return { ...named, status: 'skipped', cases: 0, why: 'the case decides nothing' };
    case 'failed':
      return { ...named, status: 'errored', cases: 0, why: failureWords(found.failure) };
    case 'broken':
      return {
        ...named,
        status: 'failed',
        cases: 1,
        witness: {
          ...shownWitness(law, exhibit, found, asker.last, asker, { spec, seed: 0 }),
          repeats: true,
        },
      };
  }
}
