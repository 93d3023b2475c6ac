import { expect, test } from 'vitest';
import type { Allowance, Fate } from '#bound/allowance.ts';
import { checkCall, shareBeyond } from '#law/check-call.ts';
import { type Call, outside } from '#law/subject-call.ts';
import { implementation } from '../specimen/subject/subject-specimen.ts';

const call: Call = { fn: 'softmaxAttention', q: [[1]], k: [[1]], v: [[1, 2]], options: {} };

/** What is allowed about 1 and 2. */
function allowing(
  bound: readonly number[],
  more: { radius?: number; low?: number; fates?: readonly Fate[] } = {},
): Allowance {
  const { radius = 0, low = 0, fates = ['bounded', 'bounded'] } = more;
  const exact = {
    high: Float64Array.of(1, 2),
    low: Float64Array.of(low, 0),
    radius: Float64Array.of(radius, 0),
  };
  return { exact, bound: Float64Array.from(bound), fates };
}

function checked(reply: unknown, allowance: Allowance): unknown {
  return checkCall(implementation('one', { softmaxAttention: () => reply as never }), call, allowance);
}

test('a reply within bound holds, with its largest error as a share of the bound', () => {
  expect(checked([[1, 2]], allowing([0, 0]))).toEqual({ outcome: 'holds', share: 0 });
  expect(checked([[1.25, 2.5]], allowing([1, 1]))).toEqual({ outcome: 'holds', share: 0.5 });
  expect(checked([[0, 2]], allowing([1, 1]))).toEqual({ outcome: 'holds', share: 1 });
  expect(checkCall(implementation('one', { softmaxAttention: () => [] }), { ...call, q: [] })).toEqual({
    outcome: 'holds',
    share: 0,
  });
});

test('the share of what is beyond its bound is above 1, and infinite where nothing is allowed or a number is not finite', () => {
  expect(shareBeyond([1, 4], allowing([1, 1]))).toBe(2);
  expect(shareBeyond([1, 4], allowing([0, 0]))).toBe(Number.POSITIVE_INFINITY);
  expect(shareBeyond([1, 2], allowing([0, 0]))).toBe(0);
  expect(shareBeyond([Number.NaN, 2], allowing([1, 1]))).toBe(Number.POSITIVE_INFINITY);
  expect(shareBeyond([5, 4], allowing([1, 1], { fates: ['open', 'bounded'] }))).toBe(2);
});

test('a reply out of bound is broken, with the entry, what it is and what it should be', () => {
  expect(checked([[1, 4]], allowing([1, 1]))).toEqual({
    outcome: 'broken',
    evidence: {
      asked: [{ call, reply: [1, 4] }],
      why: 'softmaxAttention: an entry must be within 1 of 2, got 4',
      sides: { place: 1, left: [4, 4], right: [1, 3] },
    },
  });
  const outcome = (reply: readonly number[], allowance: Allowance): unknown =>
    (checked([reply], allowance) as { outcome: string }).outcome;
  expect(outcome([1, Number.NaN], allowing([1, 1]))).toBe('broken');
  expect(outcome([Number.POSITIVE_INFINITY, 2], allowing([1, 1]))).toBe('broken');
  // Below one ulp, and on either side.
  expect(outcome([1, 2], allowing([2 ** -61, 0], { low: 2 ** -60 }))).toBe('broken');
  expect(outcome([1, 2], allowing([2 ** -60, 0], { low: 2 ** -60 }))).toBe('holds');
  expect(outcome([1, 2], allowing([2 ** -61, 0], { low: -(2 ** -60) }))).toBe('broken');
  expect(outcome([1, 2 - 2 ** -52], allowing([0, 2 ** -53]))).toBe('broken');
});

test('what the radius of the exact value leaves open is undecided', () => {
  const outcome = (bound: number, radius: number): unknown =>
    (checked([[2, 2]], allowing([bound, 0], { radius })) as { outcome: string }).outcome;
  expect([
    outcome(1, 0),
    outcome(1.5, 0.5),
    outcome(1.5, 0.75),
    outcome(0.5, 0.5),
    outcome(0.5, 0.25),
  ]).toEqual(['holds', 'holds', 'undecided', 'undecided', 'broken']);
  expect([outcome(1, Number.POSITIVE_INFINITY), outcome(1, Number.NaN)]).toEqual(['undecided', 'undecided']);
});

test('where nothing is promised everything is taken', () => {
  for (const fate of ['open', 'overflows'] as const) {
    const all = allowing([Infinity, Infinity], { fates: [fate, fate] });
    for (const reply of [[[0, 0]], [[Number.NaN, Infinity]], 'text', []])
      expect(checked(reply, all)).toEqual({ outcome: 'outside' });
    const one = allowing([Infinity, 1], { fates: [fate, 'bounded'] });
    expect(checked([[Number.NaN, 2]], one)).toEqual({ outcome: 'holds', share: 0 });
    expect(checked([[Number.NaN, 4]], one)).toMatchObject({ outcome: 'broken' });
    // An error where one entry overflows.
    expect(checked('text', one)).toEqual({ outcome: 'outside' });
  }
});

test('a reply of another shape and an error are broken, with no reply', () => {
  expect(checked([[1]], allowing([1, 1]))).toEqual({
    outcome: 'broken',
    evidence: { asked: [{ call }], why: 'softmaxAttention: result must have 2 numbers in a row, got 1' },
  });
});

test('a call that the subject does not serve is outside, and a mistake of our own is thrown', () => {
  const throwing = (error: Error): unknown =>
    checkCall(
      implementation('one', {
        softmaxAttention: () => {
          throw error;
        },
      }),
      call,
      allowing([1, 1]),
    );
  expect(throwing(outside)).toEqual({ outcome: 'outside' });
  expect(throwing(new Error('no'))).toMatchObject({ outcome: 'broken' });
  expect(() => checked([[1, 2]], { ...allowing([1, 1]), bound: Float64Array.of(Number.NaN, 1) })).toThrow(
    RangeError,
  );
});
