import fc from 'fast-check';
import { shareBeyond } from '#law/check-call.ts';
import type { OracleLaw } from '#law/oracle-law.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import type { Call } from '#law/subject-call.ts';
import type { Asker } from './asker.ts';
import { CallsAhead } from './calls-ahead.ts';
import type { Worst } from './grade.ts';
import { callWords, runOf } from './graded-calls.ts';
import {
  type Answer,
  type Breakage,
  type Broken,
  type Finding,
  type GradedLaw,
  held,
  type Terms,
} from './graded-law.ts';
import { judgedBy, prepare } from './judge-calls.ts';
import { looksLike } from './looks-like.ts';

/** Calls of each law before the next one has its turn. */
const FIRST = 48;

/** Every result within its bound of the exact one, at systematic calls and then at random ones. */
export const valueLaws: readonly GradedLaw[] = oracleLaws.map((law) => ({
  id: law.id,
  system: law.system,
  says: law.says,
  stage: 'values',
  fns: [law.fn],
  examine: (asker, _fns, terms) => examine(law, asker, terms),
  judge: (asker, exhibit) => {
    const call = exhibit.calls.at(-1)!;
    if (!law.includes(call)) return { outcome: 'outside' };
    prepare(asker, exhibit);
    return judgedBy(asker.check(call));
  },
  looksLike: (asker, answers) => looksLike(law.variants, asker, answers),
}));

function* examine(law: OracleLaw, asker: Asker, terms: Terms): Generator<void, Finding> {
  let cases = 0;
  let asked = 0;
  let worst: Worst | undefined;
  const recent: Call[] = [];
  const calls = new CallsAhead(asker, callsOf(law, asker, terms));
  for (;;) {
    if (asked === FIRST) yield;
    const call = asked < FIRST ? calls.next(FIRST - asked) : calls.next();
    asked++;
    if (call === undefined) break;
    const found = judgedBy(asker.check(call));
    if (found.outcome === 'failed') return { status: 'errored', cases, failure: found.failure };
    if (found.outcome === 'outside') continue;
    cases++;
    if (found.outcome === 'broken') {
      const numbers = asker.numbers();
      if (numbers !== undefined && found.place !== undefined) {
        worst = { share: shareBeyond(numbers, asker.allowance(call)), where: callWords(call) };
      }
      const breakage = broken(asker, call, found, [
        ...calls.announce(NEIGHBOURS).slice(0, NEIGHBOURS),
        ...recent,
      ]);
      return { status: 'failed', cases, ...(worst && { worst }), breakage };
    }
    recent.push(call);
    if (recent.length > NEIGHBOURS) recent.shift();
    const { share = 0 } = found;
    if (worst === undefined || share > worst.share) worst = { share, where: callWords(call) };
  }
  return held(cases, worst);
}

/** Calls before and after one at fault that tell what it looks like. */
const NEIGHBOURS = 24;

function broken(asker: Asker, call: Call, found: Broken, calls: Iterable<Call>): Breakage {
  const reply = asker.last;
  const others: Answer[] = [];
  for (const one of calls) {
    const { outcome } = asker.check(one);
    if (outcome === 'failed') break;
    const numbers = asker.numbers();
    if (numbers !== undefined) others.push({ call: one, numbers, isWrong: outcome === 'broken' });
  }
  return { exhibit: { calls: [call] }, broken: found, reply, others };
}

function* callsOf(law: OracleLaw, { format }: Asker, { seed, runs }: Terms): Generator<Call, undefined> {
  yield* law.cases(format, runOf(seed));
  yield* fc.sample(law.arbitrary(format), { seed, numRuns: runs });
}
