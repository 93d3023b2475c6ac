import { evaluate } from '#evaluation/evaluate.ts';
import type { ArgumentsOf } from '#evaluation/request.ts';
import type { Call } from '#law/subject-call.ts';
import type { Asker } from './asker.ts';
import { argsOf, replayCommand } from './exhibit.ts';
import type { LawWitness } from './grade.ts';
import type { Breakage, Broken, Exhibit, GradedLaw, Judged } from './graded-law.ts';
import type { Reply } from './host.ts';
import { shrunk } from './shrink-call.ts';
import { writtenNumber, writtenReply } from './written.ts';

/** Digits of an exact value. */
const DIGITS = 20;

/** Where a witness comes from. */
export interface Provenance {
  readonly spec: string;
  readonly seed: number;
}

/**
 * What shows that a law is broken: asked again, and if it is broken again, as small as was found.
 *
 * @cost at most 202 calls
 */
export function witnessOf(law: GradedLaw, breakage: Breakage, asker: Asker, from: Provenance): LawWitness {
  const again = law.judge(asker, breakage.exhibit);
  if (again.outcome !== 'broken') return unrepeated(law, breakage, again, asker, from);
  const exhibit = smallest(law, breakage.exhibit, asker);
  const found = law.judge(asker, exhibit);
  const reply = asker.last;
  if (found.outcome !== 'broken') return unrepeated(law, { ...breakage, exhibit }, found, asker, from);
  const numbers = asker.numbers();
  const like =
    numbers &&
    law.looksLike?.(asker, [
      { call: exhibit.calls.at(-1)!, numbers, isWrong: true },
      ...(breakage.others ?? []),
    ]);
  return {
    ...shownWitness(law, exhibit, found, reply, asker, from),
    ...(like !== undefined && { looksLike: like }),
    repeats: true,
  };
}

/** A breakage that is not there when it is asked for again. */
function unrepeated(
  law: GradedLaw,
  { exhibit, broken, reply }: Breakage,
  again: Judged,
  asker: Asker,
  from: Provenance,
): LawWitness {
  const now =
    again.outcome === 'failed' ? ({ outcome: 'failed', failure: again.failure } as const) : asker.last;
  return {
    ...shownWitness(law, exhibit, broken, reply, asker, from),
    repeats: false,
    again: writtenReply(now),
  };
}

/** An exhibit of one call as small as was found; others stay as they are. */
function smallest(law: GradedLaw, exhibit: Exhibit, asker: Asker): Exhibit {
  const [call, ...others] = exhibit.calls;
  if (call === undefined || others.length > 0) return exhibit;
  const still = (smaller: Call): boolean =>
    law.judge(asker, { ...exhibit, calls: [smaller] }).outcome === 'broken';
  return { ...exhibit, calls: [shrunk(call, asker.format, still)] };
}

/** A witness of what is broken, as it was found. */
export function shownWitness(
  law: GradedLaw,
  exhibit: Exhibit,
  { why, place, asked = exhibit.calls }: Broken,
  reply: Reply | undefined,
  asker: Asker,
  { spec, seed }: Provenance,
): Omit<LawWitness, 'looksLike' | 'repeats' | 'again'> {
  const call = asked.at(-1)!;
  return {
    fn: call.fn,
    args: argsOf(call),
    ...(asked.length > 1 && { calls: asked.map((one) => ({ fn: one.fn, args: argsOf(one) })) }),
    returned: writtenReply(reply),
    ...(place !== undefined && entry(call, place, reply, asker)),
    why,
    replay: replayCommand(spec, law.id, exhibit, seed),
  };
}

/** All that is known of the entry at fault. */
function entry(
  call: Call,
  place: number,
  reply: Reply | undefined,
  asker: Asker,
): Pick<LawWitness, 'place' | 'value' | 'exact' | 'bound'> {
  const { bound } = asker.allowance(call);
  const width = 'x' in call ? 1 : call.v[0]!.length;
  const value = reply?.outcome === 'returned' ? [reply.value].flat(2)[place] : undefined;
  return {
    ...('v' in call && { place: [Math.floor(place / width), place % width] }),
    ...(typeof value === 'number' && { value: writtenNumber(value) }),
    exact: exactly(call, place, asker),
    bound: String(bound[place]!),
  };
}

/** The exact value of an entry to 20 digits, certified. */
function exactly(call: Call, place: number, asker: Asker): string {
  try {
    const { fn, ...args } = call;
    const exact = evaluate(fn, args as ArgumentsOf[typeof fn], { digits: DIGITS });
    return [exact].flat(2)[place] as string;
  } catch {
    // Beyond e^(2^40) in size, or with a last digit that is not settled.
    return String(asker.allowance(call).exact.high[place]!);
  }
}
