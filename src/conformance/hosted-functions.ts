import type { SubjectFunctions } from '#law/subject.ts';
import { type Call, outside } from '#law/subject-call.ts';
import { type Failure, failureWords } from './failure.ts';
import type { Ask, Host, Reply } from './host.ts';

/** Thrown by a function of a subject that could not be asked, or broke off: the call has no value, right or wrong. */
export class HostFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`subject: ${failureWords(failure)}`);
    this.failure = failure;
  }
}

/** What a subject threw by itself, in words. */
export class ThrownBySubject extends Error {}

/**
 * The functions of a hosted subject, to be called like any others.
 *
 * @param told   hears of every reply before it is passed on: of its observations, and of what was skipped
 * @param asked how a call is made, which may be known by another object
 * @returns functions that throw `outside` for a skipped call, ThrownBySubject for what the subject throws, and
 *          HostFailure where it broke off
 */
export function hostedFunctions(
  host: Host,
  told: (call: Call, reply: Reply) => void,
  asked: (made: Call) => Ask,
): SubjectFunctions {
  const ask = (made: Call): never => {
    const { call, frozen } = asked(made);
    const reply = host.call(call, frozen);
    told(call, reply);
    switch (reply.outcome) {
      case 'returned':
        // Whatever it is: whether it has the shape of a result is for the laws to say.
        return reply.value as never;
      case 'threw':
        throw new ThrownBySubject(reply.words);
      case 'skipped':
        throw outside;
      case 'failed':
        throw new HostFailure(reply.failure);
    }
  };
  const all: Required<SubjectFunctions> = {
    alternatingSum: (x, h0) => ask({ fn: 'alternatingSum', x, h0 }),
    output: (x, h0) => ask({ fn: 'output', x, h0 }),
    softmaxAttention: (q, k, v, options) => ask({ fn: 'softmaxAttention', q, k, v, options }),
    linearAttention: (q, k, v, options) => ask({ fn: 'linearAttention', q, k, v, options }),
  };
  return Object.fromEntries(host.about.implements.map((name) => [name, all[name]]));
}
