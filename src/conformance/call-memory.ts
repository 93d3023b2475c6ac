import type { Call } from '#law/subject-call.ts';
import type { Answered, Asker } from './asker.ts';
import type { Judged } from './graded-law.ts';

type Answer = Extract<Answered, { outcome: 'answered' | 'fault' }>;

/** Remembers the first answer to each call, and compares the later ones with it. */
export class CallMemory {
  readonly #asker: Asker;
  readonly #answers: Map<Call, Answer> = new Map();

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  /** The calls that have an answer. */
  get calls(): readonly Call[] {
    return [...this.#answers.keys()];
  }

  /** Asks, and judges whether the answer may be the first one too. */
  ask(call: Call): Judged {
    const now = this.#asker.answer(call);
    if (now.outcome === 'failed' || now.outcome === 'outside') return now;
    const then = this.#answers.get(call);
    if (then === undefined) {
      this.#answers.set(call, now);
      return { outcome: 'holds' };
    }
    return difference(this.#asker, call, then, now);
  }
}

/**
 * Two answers to one call. Those of a correct subject are both within the bound of the exact value, and so no further
 * apart than twice the bound.
 */
function difference(asker: Asker, call: Call, then: Answer, now: Answer): Judged {
  const must = `${call.fn}: the same call must have the same result each time`;
  if (then.outcome === 'fault' || now.outcome === 'fault') {
    if (then.outcome === now.outcome || !asker.isBounded(call)) return { outcome: 'holds' };
    const why = then.outcome === 'fault' ? then.why : (now as { readonly why: string }).why;
    return { outcome: 'broken', why: `${must}, got a value only once; ${why}` };
  }
  const { bound, fates } = asker.allowance(call);
  const place = now.numbers.findIndex((x, i) => {
    if (fates[i] !== 'bounded') return false;
    const before = then.numbers[i]!;
    if (Number.isFinite(x) !== Number.isFinite(before)) return true;
    // One rounding of the difference, one of the product.
    return Math.abs(x - before) * (1 - 2 ** -50) > 2 * bound[i]!;
  });
  if (place < 0) return { outcome: 'holds' };
  const why = `${must}, got ${then.numbers[place]!} at first, and then ${now.numbers[place]!}`;
  return { outcome: 'broken', why, place };
}
