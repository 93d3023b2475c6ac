import type { Call } from '#law/subject-call.ts';
import { whole } from '#law/token-filling.ts';
import { alikeCalls } from './alike-calls.ts';
import type { Asker } from './asker.ts';
import { CallMemory } from './call-memory.ts';
import { CallsAhead } from './calls-ahead.ts';
import type { FunctionName } from './contract.ts';
import { drawnCall, ordinaryCalls, runOf } from './graded-calls.ts';
import {
  type Broken,
  type Exhibit,
  type Finding,
  type GradedLaw,
  held,
  type Judged,
  type Terms,
} from './graded-law.ts';

/** How often one call is made, with others in between. */
const TIMES = 100;

/** Calls that are made in one order and in the other. */
const TURNED = 8;

/** Pairs of calls that must all go wrong in the second call before the first is blamed for it. */
const PAIRS = 6;

/** Examines whether the results of a function depend on nothing but its arguments. */
export const independence: Pick<GradedLaw, 'examine' | 'judge'> = { examine, judge };

function* examine(asker: Asker, fns: readonly FunctionName[], terms: Terms): Generator<void, Finding> {
  const memory = new CallMemory(asker);
  const made: Call[] = [];
  let cases = 0;
  const asked = function* (calls: readonly Call[]): Generator<Finding> {
    const ahead = new CallsAhead(asker, calls.values());
    for (let call = ahead.next(); call !== undefined; call = ahead.next()) {
      made.push(call);
      const found = memory.ask(call);
      if (found.outcome === 'failed') yield { status: 'errored', cases, failure: found.failure };
      if (found.outcome !== 'outside') cases++;
      if (found.outcome === 'broken') yield failing(asker, cases, { calls: between(made) }, found);
    }
  };
  for (const fn of fns) {
    for (const finding of asked(repeated(fn, asker, terms))) return finding;
    for (const finding of misled(fn, asker, terms, cases)) return finding;
    for (const finding of asked(turned(fn, asker, terms))) return finding;
  }
  if (cases > 0) yield;
  // After all that the other laws have asked.
  for (const finding of asked(memory.calls)) return finding;
  return held(cases);
}

function failing(asker: Asker, cases: number, exhibit: Exhibit, broken: Broken): Finding {
  return { status: 'failed', cases, breakage: { exhibit, broken, reply: asker.last } };
}

/** The last call, with the calls between it and the time before; of many, the first and the last of them. */
function between(made: readonly Call[]): readonly Call[] {
  const call = made.at(-1)!;
  const calls = made.slice(made.lastIndexOf(call, -2));
  return calls.length <= 4 ? calls : [call, calls[1]!, calls.at(-2)!, call];
}

/** One call many times, with calls in between that are like it but for one argument, one option or one number. */
function repeated(fn: FunctionName, asker: Asker, { seed }: Terms): readonly Call[] {
  const sizes = [3, 6, 5, 4] as const;
  const [call, other] = [0, 1].map((i) => drawnCall(fn, sizes, asker.format, 4 * runOf(seed) + i, whole));
  const others = alikeCalls(call!, other!);
  return Array.from({ length: 2 * TIMES }, (_, i) =>
    i % 2 === 0 ? call! : others[(i >> 1) % others.length]!,
  );
}

/** Some calls, from the first to the last and back. */
function turned(fn: FunctionName, asker: Asker, { seed }: Terms): readonly Call[] {
  const some = ordinaryCalls(fn, asker.format, seed, TURNED);
  return [...some, ...some.toReversed()];
}

/**
 * Pairs of calls that are alike in a way, in sizes that no call had before.
 *
 * If in each pair the first is right and the second wrong, whichever of the two is made first, then what is wrong is
 * that it is made second: by what a subject kept of the first. One pair of each kind in which that is not so clears it.
 */
function* misled(fn: FunctionName, asker: Asker, { seed }: Terms, cases: number): Generator<Finding> {
  // Each size is that of one pair only, and larger than those of repeated calls.
  let size = 2 * TURNED;
  const kinds = alikeCalls(...pairOf(size)).length;
  for (let kind = 0; kind < kinds; kind++) {
    for (let pair = 0; pair < PAIRS; pair++) {
      const [call, other] = pairOf(size++);
      const two = [call, alikeCalls(call, other)[kind]!] as const;
      const calls = pair % 2 === 0 ? two : two.toReversed();
      asker.ahead(calls);
      const [first, second] = calls.map((one) => asker.check(one));
      if (first!.outcome === 'failed') yield { status: 'errored', cases, failure: first!.failure };
      if (second!.outcome === 'failed') yield { status: 'errored', cases, failure: second!.failure };
      if (first!.outcome !== 'holds' || second!.outcome !== 'broken') break;
      if (pair < PAIRS - 1) continue;
      const why = `${second!.evidence.why}, after a call that is like it`;
      yield failing(asker, cases, { calls }, { outcome: 'broken', why });
    }
  }

  function pairOf(m: number): readonly [Call, Call] {
    const drawn = (i: number): Call =>
      drawnCall(fn, [2, m, 2, 2], asker.format, 128 * runOf(seed) + 2 * m + i, whole);
    return [drawn(0), drawn(1)];
  }
}

/** Judges calls in order: each that was made before, against what came then; the last one also against what is right. */
function judge(asker: Asker, { calls }: Exhibit): Judged {
  const memory = new CallMemory(asker);
  const same = new Map<string, Call>();
  let found: Judged = { outcome: 'outside' };
  for (const call of calls) {
    const key = JSON.stringify(call);
    if (!same.has(key)) same.set(key, call);
    found = memory.ask(same.get(key)!);
    if (found.outcome === 'failed' || found.outcome === 'broken') return found;
  }
  const last = calls.at(-1)!;
  const found2 = asker.check(last);
  if (found2.outcome === 'broken')
    return { outcome: 'broken', why: `${found2.evidence.why}, after a call that is like it` };
  return found;
}
