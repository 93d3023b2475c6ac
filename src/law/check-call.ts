import { type Dyadic, dyadic, dyadics } from '#arithmetic/dyadic.ts';
import type { Allowance } from '#bound/allowance.ts';
import type { Evidence, SubjectOutcome } from './check-subject.ts';
import type { Subject } from './subject.ts';
import { allowanceOf } from './subject-allowance.ts';
import { type Asked, answer, type Call, outside, SubjectFault } from './subject-call.ts';

/**
 * Checks one call of the contract against a subject: every entry within the bound of the exact value.
 *
 * Where a result overflows or nothing is promised, a number, one that is not finite, and an error are all taken.
 *
 * @param allowance what is allowed, when it is known already
 * @returns `holds` with the largest error as a share of its bound, 0 where the bound is; `broken` only if an entry is
 *   out of its bound for every value that the exact one may have; `undecided` if that depends on it
 */
export function checkCall(
  subject: Subject,
  call: Call,
  allowance: Allowance = allowanceOf(call, subject.declares(call.fn)),
): SubjectOutcome {
  const asked: Asked = { call };
  const broken = (why: string, sides?: Evidence['sides']): SubjectOutcome => ({
    outcome: 'broken',
    evidence: { asked: [asked], why, ...(sides && { sides }) },
  });
  const { fates } = allowance;
  try {
    const reply = answer(subject, call);
    asked.reply = reply;
    if (reply.length > 0 && !fates.includes('bounded')) return { outcome: 'outside' };
    const each = reply.map((value, place) => entryOutcome(value, place, allowance));
    const place = each.indexOf('broken');
    if (place >= 0) {
      const [value, exact, bound] = [reply[place]!, allowance.exact.high[place]!, allowance.bound[place]!];
      const why = `${call.fn}: an entry must be within ${bound} of ${exact}, got ${value}`;
      return broken(why, { place, left: [value, value], right: [exact - bound, exact + bound] });
    }
    if (each.includes('undecided')) return { outcome: 'undecided' };
    return { outcome: 'holds', share: Math.max(0, ...(each as number[])) };
  } catch (error) {
    if (error === outside) return { outcome: 'outside' };
    if (!(error instanceof SubjectFault)) throw error;
    return fates.every((fate) => fate === 'bounded') ? broken(error.message) : { outcome: 'outside' };
  }
}

/**
 * The largest error of numbers that are not all within bound, as a share of it: above 1, infinite where the bound is 0 or
 * a number is not finite.
 */
export function shareBeyond(numbers: readonly number[], { exact, bound, fates }: Allowance): number {
  const shares = numbers.map((value, place) => {
    if (fates[place] !== 'bounded') return 0;
    const error = Math.abs(value - exact.high[place]! - exact.low[place]!);
    return error === 0 ? 0 : error / bound[place]!;
  });
  return Math.max(...shares.map((share) => (Number.isNaN(share) ? Number.POSITIVE_INFINITY : share)));
}

/** The error of one entry as a share of its bound, or what is known of it instead. */
function entryOutcome(
  value: number,
  place: number,
  { exact, bound, fates }: Allowance,
): number | 'broken' | 'undecided' {
  if (fates[place] !== 'bounded') return 0;
  if (!Number.isFinite(value)) return 'broken';
  const { high, low, radius } = exact;
  if (!Number.isFinite(radius[place])) return 'undecided';
  const distance = Math.abs(value - high[place]!);
  // Three roundings of sums, which do not underflow: this much is certain without long integers.
  if (!((distance + Math.abs(low[place]!) + radius[place]!) * (1 + 2 ** -50) <= bound[place]!)) {
    const doubtful = exactOutcome(value, place, exact, bound[place]!);
    if (doubtful !== undefined) return doubtful;
  }
  return bound[place] === 0 ? 0 : Math.abs(value - high[place]! - low[place]!) / bound[place]!;
}

/** What an entry is that is not certain to be within bound, in exact numbers. */
function exactOutcome(
  value: number,
  place: number,
  { high, low, radius }: Allowance['exact'],
  bound: number,
): 'broken' | 'undecided' | undefined {
  const error = size(dyadics.sub(dyadic(value), dyadics.add(dyadic(high[place]!), dyadic(low[place]!))));
  const [most, doubt] = [dyadic(bound), dyadic(radius[place]!)];
  if (dyadics.compare(error, dyadics.add(most, doubt)) === 'greater') return 'broken';
  if (dyadics.compare(dyadics.add(error, doubt), most) === 'greater') return 'undecided';
  return undefined;
}

function size({ mantissa, exponent }: Dyadic): Dyadic {
  return { mantissa: mantissa < 0n ? -mantissa : mantissa, exponent };
}
