import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { Call } from '#law/subject-call.ts';
import { fewerCalls, numbersOf, simplerCalls, simplerNumbers, withNumbers } from './smaller-calls.ts';

/** What shrinking may cost: calls, and numbers in them. */
const MOST_CALLS = 200;
const MOST_NUMBERS = 2 ** 20;

/**
 * A call as small and simple as was found at which something still is as it is at a first one: fewer tokens and
 * coordinates first, then simpler numbers, all at once and one by one.
 *
 * @param still asked of each smaller call
 * @cost at most 200 calls, and about a million numbers in them
 */
export function shrunk(call: Call, format: FloatFormat, still: (smaller: Call) => boolean): Call {
  let calls = MOST_CALLS;
  let numbers = MOST_NUMBERS;
  const goesOn = (): boolean => calls > 0 && numbers > 0;
  const tried = (smaller: Call): boolean => {
    calls--;
    numbers -= numbersOf(smaller).length + 1;
    return still(smaller);
  };
  const greedy = (from: Call, candidates: (from: Call) => Iterable<Call>): Call => {
    let best = from;
    for (;;) {
      const next = first(candidates(best), tried, goesOn);
      if (next === undefined) return best;
      best = next;
    }
  };
  const fewer = greedy(call, fewerCalls);
  const simple = greedy(fewer, (one) => simplerCalls(one, format));
  const simplest = eachSimpler(simple, format, tried, goesOn);
  return greedy(simplest, fewerCalls);
}

/** The numbers one by one, each as simple as it can be beside the others. */
function eachSimpler(
  call: Call,
  format: FloatFormat,
  tried: (smaller: Call) => boolean,
  goesOn: () => boolean,
): Call {
  let best = numbersOf(call);
  for (let i = 0; i < best.length && goesOn(); i++) {
    const next = first(
      simplerNumbers(best[i]!, format),
      (x) => tried(withNumbers(call, best.with(i, x))),
      goesOn,
    );
    if (next !== undefined) best = best.with(i, next);
  }
  return withNumbers(call, best);
}

/** The first that is fit, as long as it goes on. */
function first<T>(all: Iterable<T>, isFit: (one: T) => boolean, goesOn: () => boolean): T | undefined {
  for (const one of all) {
    if (!goesOn()) return undefined;
    if (isFit(one)) return one;
  }
  return undefined;
}
