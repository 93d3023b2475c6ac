import type { Case } from '#domain/case.ts';
import { checkSubject, foreseeing } from '#law/check-subject.ts';
import type { Law, Related } from '#law/law.ts';
import { laws } from '#law/laws.ts';
import type { Subject } from '#law/subject.ts';
import type { Call } from '#law/subject-call.ts';
import type { Asker } from './asker.ts';
import { type FunctionName, functionNames } from './contract.ts';
import { atOnce, type Finding, type GradedLaw, held, type Judged, type Terms } from './graded-law.ts';
import { systemFunctions } from './graded-systems.ts';
import { judgedBy } from './judge-calls.ts';
import { exhibitOf, type Find, type Found, smallest, type Trial, trialsOf } from './relation-trials.ts';

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

/** Examines a law by trials, until one decides against the subject: that is made smaller. */
function examined(law: Law, asker: Asker, fns: readonly FunctionName[], terms: Terms): Finding {
  const subject = asker.without(new Set(functionNames.filter((name) => !fns.includes(name))));
  const find: Find = ({ part }, at) =>
    foundNear(at, (near) => judged(law, part, asker, subject, near), asker);
  let cases = 0;
  for (const trial of announced(trialsOf(law, terms), asker, subject)) {
    const found = find(trial, trial.at);
    const { outcome } = found.judged;
    if (outcome === 'failed') return { status: 'errored', cases, failure: found.judged.failure };
    if (outcome === 'outside') continue;
    cases++;
    if (outcome === 'broken') {
      const { judged: broken, at, reply } = smallest(trial, { ...found, judged: found.judged }, find);
      return { status: 'failed', cases, breakage: { exhibit: exhibitOf(trial, at), broken, reply } };
    }
  }
  return held(cases, undefined, 'none of its cases can be asked in numbers of the format');
}

/** Judges a relation at a case, or near it where it can be asked only there. */
function foundNear(at: Case, judge: (at: Case) => Judged, asker: Asker): Found {
  const first = judge(at);
  const near = first.outcome === 'outside' ? askable(at) : at;
  return { judged: near === at ? first : judge(near), at: near, reply: asker.last };
}

/** Trials of which the calls are announced together. */
const TOGETHER = 24;

/** Trials in their order, some of which are announced before they are taken. */
function* announced(trials: Iterator<Trial>, asker: Asker, subject: Subject): Generator<Trial> {
  const callsAt = foreseeing(subject);
  const callsOf = ({ part, at }: Trial): readonly Call[] => {
    const calls = callsAt(part, at);
    const near = askable(at);
    return calls.length > 0 || near === at ? calls : callsAt(part, near);
  };
  for (;;) {
    const lot: Trial[] = [];
    while (lot.length < TOGETHER) {
      const step = trials.next();
      if (step.done === true) break;
      lot.push(step.value);
    }
    if (lot.length === 0) return;
    asker.foresee(() => lot.flatMap(callsOf));
    yield* lot;
  }
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
