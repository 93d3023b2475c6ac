import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { Allowance } from '#bound/allowance.ts';
import { checkCall } from '#law/check-call.ts';
import type { SubjectOutcome } from '#law/check-subject.ts';
import type { OracleLaw } from '#law/oracle-law.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import type { Subject } from '#law/subject.ts';
import { allowanceOf, contract } from '#law/subject-allowance.ts';
import type { Call } from '#law/subject-call.ts';

/** A call with what the contract allows for it. */
export interface Question {
  readonly call: Call;
  readonly allowance: Allowance;
}

let known = { run: -1, questions: new Map<string, readonly Question[]>() };

/** The systematic calls of an oracle law with what is allowed, worked out once a run for all subjects. */
export function questions(law: OracleLaw, format: FloatFormat, run = 0): readonly Question[] {
  // A run is too large to keep once the next one has begun.
  if (known.run !== run) known = { run, questions: new Map() };
  const key = `${law.id} ${format.name}`;
  const all = known.questions.get(key) ?? allowed(law, format, law.cases(format, run));
  known.questions.set(key, all);
  return all;
}

/** The oracle law of a name. */
export function oracleLaw(id: string): OracleLaw {
  return oracleLaws.find((law) => law.id === id)!;
}

/** What an oracle law allows for some calls of it, each worked out when it is first asked for. */
export function allowed(law: OracleLaw, format: FloatFormat, calls: Iterable<Call>): readonly Question[] {
  const declares = contract(format)(law.fn);
  return [...calls].map((call) => {
    let known: Allowance | undefined;
    return {
      call,
      get allowance() {
        known ??= allowanceOf(call, declares);
        return known;
      },
    };
  });
}

/** Which of the systematic calls are made. */
export interface Chosen {
  readonly run?: number;
  /** Every so many, from the one of this turn on. */
  readonly share?: number;
  readonly turn?: number;
}

/** The outcomes of an oracle law's systematic calls, one by one. */
export function* outcomes(
  law: OracleLaw,
  subject: Subject,
  { run = 0, share = 1, turn = 0 }: Chosen = {},
): Generator<SubjectOutcome & { readonly call: Call }> {
  for (const [i, question] of questions(law, subject.format, run).entries()) {
    const { call } = question;
    if (i % share === turn) yield { ...checkCall(subject, call, question.allowance), call };
  }
}

/** The place of the first outcome that is broken, or undefined. */
export function firstBroken(found: Iterable<SubjectOutcome>): number | undefined {
  let place = 0;
  for (const { outcome } of found) {
    if (outcome === 'broken') return place;
    place++;
  }
  return undefined;
}
