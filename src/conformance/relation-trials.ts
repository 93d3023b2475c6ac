import fc from 'fast-check';
import type { Case } from '#domain/case.ts';
import type { Law, Related } from '#law/law.ts';
import type { Broken, Exhibit, Judged, Terms } from './graded-law.ts';
import type { Reply } from './host.ts';

/** A relation is tried at so many times fewer cases of each grain than there are random calls. */
const FEWER = 25;

/** Smaller cases at which a relation that is broken is tried. */
const SMALLER = 200;

/** A part of a law at a case, and how that was drawn. */
export interface Trial {
  readonly part: Related;
  /** The number of the part. */
  readonly place: number;
  readonly at: Case;
  readonly cases: fc.Arbitrary<Case>;
  readonly drawn: fc.Parameters<[Case]>;
}

/** What was found at a case, and what the subject replied last. */
export interface Found<J extends Judged = Judged> {
  readonly judged: J;
  readonly at: Case;
  readonly reply: Reply | undefined;
}

/** Judges a trial at a case, which need not be its own. */
export type Find = (trial: Trial, at: Case) => Found;

/** Random cases of each grain for every part of a law that is a relation. */
export function* trialsOf({ parts }: Law, { seed, runs }: Terms): Generator<Trial, undefined> {
  const numRuns = Math.max(1, Math.ceil(runs / FEWER));
  for (const [place, part] of parts.entries()) {
    if (part.kind !== 'relation') continue;
    for (const grain of ['integer', 'double'] as const) {
      const cases = part.domain.arbitrary(grain);
      for (const [run, at] of fc.sample(cases, { seed, numRuns }).entries()) {
        yield { part, place, at, cases, drawn: { seed, numRuns, path: `${run}` } };
      }
    }
  }
}

/** What a trial shows at a case, to be judged again. */
export function exhibitOf({ place }: Trial, at: Case): Exhibit {
  return { calls: [], relation: { part: place, at } };
}

/** The smallest case found at which a relation is broken that is broken at the case of a trial. */
export function smallest(trial: Trial, broken: Found<Broken>, find: Find): Found<Broken> {
  let found = broken;
  let left = SMALLER;
  const holds = (at: Case): boolean => {
    if (left === 0) return true;
    const { judged, ...rest } = find(trial, at);
    const isAgain = judged.outcome === 'broken';
    if (isAgain) found = { judged, ...rest };
    // The first is the case of the trial. Where that is not broken again, or the subject broke off, the search is over.
    left = judged.outcome === 'failed' || (left === SMALLER && !isAgain) ? 0 : left - 1;
    return !isAgain;
  };
  fc.check(fc.property(trial.cases, holds), trial.drawn);
  return found;
}
