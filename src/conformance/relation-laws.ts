import fc from 'fast-check';
import type { Case } from '#domain/case.ts';
import { checkSubject } from '#law/check-subject.ts';
import type { Law, Related } from '#law/law.ts';
import { laws } from '#law/laws.ts';
import type { Subject } from '#law/subject.ts';
import type { Asker } from './asker.ts';
import { type FunctionName, functionNames } from './contract.ts';
import { atOnce, type Finding, type GradedLaw, held, type Judged, type Terms } from './graded-law.ts';
import { systemFunctions } from './graded-systems.ts';
import { judgedBy } from './judge-calls.ts';

/** A relation is tried at so many times fewer cases of each grain than there are random calls. */
const FEWER = 25;

/** Smaller cases at which a relation that is broken is tried. */
const SMALLER = 200;

/** Results related to results: what holds of the exact values must not be contradicted by any within their bounds. */
export const relationLaws: readonly GradedLaw[] = laws
  .filter(({ parts }) => parts.some(({ kind }) => kind === 'relation'))
  .map((law) => ({
    id: law.id,
    system: law.system,
    says: law.says,
    stage: 'relation',
    fns: systemFunctions[law.system],
    examine: (asker, fns, terms) => atOnce(() => examined(law, asker, fns, terms)),
    judge: (asker, { relation }) => {
      const part = law.parts[relation!.part];
      if (part?.kind !== 'relation') return { outcome: 'outside' };
      return judged(law, part, asker, asker.subject, relation!.at);
    },
  }));

/**
 * Judges a part at a case. Where a reply of one function is to be asked of another, which only a number of the format
 * can be, each function is asked by itself, with the references in the place of the others.
 */
function judged(law: Law, part: Related, asker: Asker, subject: Subject, at: Case): Judged {
  const offered = functionNames.filter((name) => subject.functions[name] !== undefined);
  const together = judgedOf(law, part, asker, subject, at);
  if (together.outcome !== 'outside' || offered.length < 2) return together;
  let found: Judged = together;
  for (const fn of offered) {
    const alone = asker.without(new Set(functionNames.filter((name) => name !== fn)));
    const next = judgedOf(law, part, asker, alone, at);
    if (next.outcome !== 'outside') found = next;
    if (found.outcome !== 'outside' && found.outcome !== 'holds') break;
  }
  return found;
}

function judgedOf(law: Law, part: Related, asker: Asker, subject: Subject, at: Case): Judged {
  const found = judgedBy(asker.guarded(() => checkSubject(law, part, subject, at)));
  if (found.outcome !== 'broken') return found;
  // A place on the sides of a relation is none in a result.
  return { outcome: 'broken', why: found.why, asked: found.asked! };
}

function examined(law: Law, asker: Asker, fns: readonly FunctionName[], terms: Terms): Finding {
  const subject = asker.without(new Set(functionNames.filter((name) => !fns.includes(name))));
  let cases = 0;
  for (const [place, part] of law.parts.entries()) {
    if (part.kind !== 'relation') continue;
    for (const grain of ['integer', 'double'] as const) {
      const judge = (at: Case): Judged => judged(law, part, asker, subject, at);
      const found = tried(judge, part.domain.arbitrary(grain), asker, terms);
      cases += found.cases;
      if (found.failed?.outcome === 'failed')
        return { status: 'errored', cases, failure: found.failed.failure };
      if (found.failed?.outcome !== 'broken') continue;
      const { failed, at, reply } = found;
      const exhibit = { calls: [], relation: { part: place, at } };
      return { status: 'failed', cases, breakage: { exhibit, broken: failed, reply } };
    }
  }
  return held(cases, undefined, 'none of its cases can be asked in numbers of the format');
}

/**
 * A case near another whose turns and changes of basis have entries that are numbers of every format: by a right angle or
 * none, and by a shear. The same object where there are none.
 */
function askable(at: Case): Case {
  const { t, M } = at;
  const rows = Array.isArray(M) ? (M as readonly (readonly number[])[]) : [];
  const shear = Math.round(rows[0]?.[1] ?? 0);
  if (typeof t !== 'number' && rows.length !== 2) return at;
  return {
    ...at,
    ...(typeof t === 'number' && { t: Math.sign(t) }),
    ...(rows.length === 2 && {
      M: [
        [1, shear],
        [0, 1],
      ],
    }),
  };
}

interface Tried {
  readonly cases: number;
  readonly failed?: Judged;
  readonly at: Case;
  readonly reply: Asker['last'];
}

/** Tries a relation at random cases; one that breaks it is made smaller. */
function tried(
  judge: (at: Case) => Judged,
  cases: fc.Arbitrary<Case>,
  asker: Asker,
  { seed, runs }: Terms,
): Tried {
  let decided = 0;
  let left = SMALLER;
  let found: Tried = { cases: 0, at: {}, reply: undefined };
  const holds = (at: Case): boolean => {
    if (left === 0) return true;
    const isShrinking = found.failed !== undefined;
    if (isShrinking) left--;
    const first = judge(at);
    const near = first.outcome === 'outside' ? askable(at) : at;
    const now = near === at ? first : judge(near);
    if (!isShrinking && now.outcome !== 'outside' && now.outcome !== 'failed') decided++;
    if (now.outcome === 'failed') left = 0;
    if (now.outcome === 'broken' || (now.outcome === 'failed' && !isShrinking)) {
      found = { cases: 0, failed: now, at: near, reply: asker.last };
    }
    return now.outcome !== 'broken';
  };
  fc.check(fc.property(cases, holds), { seed, numRuns: Math.max(1, Math.ceil(runs / FEWER)) });
  return { ...found, cases: decided };
}
