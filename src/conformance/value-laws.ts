import fc from 'fast-check';
import { shareBeyond } from '#law/check-call.ts';
import type { OracleLaw } from '#law/oracle-law.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import type { Call } from '#law/subject-call.ts';
import type { Asker } from './asker.ts';
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

/** Calls that are announced together; a pause is between two such lots. */
const LOT = 24;

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
  const calls = callsOf(law, asker, terms);
  let lot: Call[] = [];
  for (;;) {
    if (asked++ === FIRST) yield;
    if (lot.length === 0) lot = announced(asker, calls, LOT);
    const call = lot.shift();
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
      const breakage = broken(asker, call, found, near(asker, lot, calls, recent));
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

/** The next calls, as many as there are. */
function announced(asker: Asker, calls: Iterator<Call>, count: number): Call[] {
  const next: Call[] = [];
  while (next.length < count) {
    const step = calls.next();
    if (step.done === true) break;
    next.push(step.value);
  }
  asker.ahead(next);
  return next;
}

/** Calls about one at fault, those first that are announced already. */
function* near(
  asker: Asker,
  lot: readonly Call[],
  calls: Iterator<Call>,
  recent: readonly Call[],
): Generator<Call> {
  yield* lot;
  yield* announced(asker, calls, NEIGHBOURS - lot.length);
  yield* recent;
}

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
