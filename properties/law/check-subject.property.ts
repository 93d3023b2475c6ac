import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { exactly } from '#arithmetic/rational.ts';
import { inputs } from '#domain/layout.ts';
import { checkSubject, foreseeing, mannerOf } from '#law/check-subject.ts';
import {
  counts,
  derivative,
  type InFloats,
  type Law,
  type LawRelation,
  type Part,
  type Related,
  relation,
  rounded,
} from '#law/law.ts';
import { laws } from '#law/laws.ts';
import type { Subject, SubjectFunctions } from '#law/subject.ts';
import { type Call, isSameCall, outside } from '#law/subject-call.ts';
import { right as rightFunctions } from '../conformance/graded-stage.ts';
import { implementation } from '../specimen/subject/subject-specimen.ts';

const x = inputs({ name: 'x', layout: { x: [] }, sizes: {}, admits: (value) => Math.abs(value) < 100 });
const law: Law = { id: 'r-one', system: 'rnn', says: 'a law for trial', parts: [] };

/** A call by the arguments of a function. */
function callOf(fn: string, args: readonly unknown[]): Call {
  const [first, second, v, options] = args;
  const call = v === undefined ? { fn, x: first, h0: second } : { fn, q: first, k: second, v, options };
  return call as Call;
}

/** H(x; 0) against H(more; 0). */
function about(holds: LawRelation, more: number, inFloats: InFloats = 'within bound'): Part {
  return relation({
    domain: x,
    left: (a, s, c) => [s.alternatingSum([], a.of(0)), s.alternatingSum([c.x], a.of(0))],
    relation: holds,
    right: (a, _s, c) => [a.of(holds === '<' ? 1 : 0), a.add(c.x, a.of(more))],
    inFloats,
  });
}

function subject(alternatingSum: SubjectFunctions['alternatingSum'], more: Partial<Subject> = {}): Subject {
  return { ...implementation('one', alternatingSum ? { alternatingSum } : {}), ...more };
}

const right = subject((entries, h0) => entries.reduce((h, input) => input - h, h0));
const keeping = { ...right, keeps: new Set(['r-one']) };
const outcome = (part: Part, one: Subject, c: { x: number } = { x: 3 }): string =>
  checkSubject(law, part, one, c).outcome;

test('a part is asked as computed of who says that it keeps the law so, else within bound or not at all', () => {
  const domain = x;
  const side = () => [exactly(0)];
  const parts = {
    bitwise: about('=', 0, 'bitwise'),
    bound: about('=', 0),
    reals: about('=', 0, 'exact only'),
    rounded: rounded({ domain, formats: [binary64], left: side, relation: '=', right: side }),
    counts: counts({ domain, left: () => [], right: () => [] }),
    derivative: derivative({ domain, of: (a) => [a.of(0)], by: 'x', is: () => [] }),
  };
  const manners = (one: Subject): unknown =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, mannerOf(law, part, one)]));
  const never = { counts: 'not asked', derivative: 'not asked' };
  const contract = { bitwise: 'within bound', bound: 'within bound', reals: 'within bound', ...never };
  expect(manners(right)).toEqual({ ...contract, rounded: 'not asked' });
  expect(manners(keeping)).toEqual({ ...contract, bitwise: 'as computed', rounded: 'as computed' });
  expect(manners({ ...keeping, format: binary32 })).toEqual({
    ...contract,
    bitwise: 'as computed',
    rounded: 'not asked',
  });
  expect(manners({ ...keeping, keeps: new Set(['r-other']) })).toEqual({ ...contract, rounded: 'not asked' });
});

test('what the bounds leave room for holds, and what they contradict is broken', () => {
  expect(['=', '<='].map((holds) => outcome(about(holds as LawRelation, 0), right))).toEqual([
    'holds',
    'holds',
  ]);
  expect(outcome(about('=', 2 ** -60), right, { x: 1 })).toBe('holds');
  expect(outcome(about('=', 2 ** -40), right)).toBe('broken');
  expect(outcome(about('=', -(2 ** -40)), right)).toBe('broken');
  expect(outcome(about('<=', 2 ** -40), right)).toBe('holds');
  expect(outcome(about('<=', -(2 ** -40)), right)).toBe('broken');
  expect(outcome(about('<', 1), right)).toBe('holds');
  expect(outcome(about('<', -1), right)).toBe('broken');
});

test('as computed, equal numbers are not less, and zeros are equal whatever their sign', () => {
  expect(outcome(about('=', 0, 'bitwise'), keeping)).toBe('holds');
  expect(outcome(about('=', 2 ** -60, 'bitwise'), keeping, { x: 0 })).toBe('broken');
  expect(outcome(about('<', 0, 'bitwise'), keeping)).toBe('broken');
  expect(outcome(about('<=', 0, 'bitwise'), keeping)).toBe('holds');
  expect(outcome(about('<=', 1, 'bitwise'), keeping)).toBe('holds');
  expect(outcome(about('=', 1, 'bitwise'), keeping)).toBe('broken');
  expect(outcome(about('<=', -1, 'bitwise'), keeping)).toBe('broken');
  const negative = { ...subject(() => -0), keeps: keeping.keeps };
  expect(outcome(about('=', 0, 'bitwise'), negative, { x: 0 })).toBe('holds');
});

test('the evidence has the calls, the replies, and both sides where they part', () => {
  const found = checkSubject(law, about('=', 1), right, { x: 3 });
  expect(found).toEqual({
    outcome: 'broken',
    evidence: {
      asked: [
        { call: { fn: 'alternatingSum', x: [], h0: 0 }, reply: [0] },
        { call: { fn: 'alternatingSum', x: [3], h0: 0 }, reply: [3] },
      ],
      why: 'r-one: left = right must hold',
      sides: { place: 1, left: [expect.closeTo(3, 12), expect.closeTo(3, 12)], right: [4, 4] },
    },
  });
});

test('a fault of the subject is broken, a call that it does not serve outside', () => {
  const throwing = (error: unknown) =>
    subject(() => {
      throw error;
    });
  expect(checkSubject(law, about('=', 0), throwing(new Error('no')), { x: 3 })).toMatchObject({
    outcome: 'broken',
    evidence: { why: 'alternatingSum: must return a value, threw Error: no' },
  });
  expect(outcome(about('=', 0), throwing(outside))).toBe('outside');
  expect(
    outcome(
      about('=', 0),
      subject(() => Number.NaN),
    ),
  ).toBe('broken');
});

test('a case outside of the domain, a law that is not asked, and a subject that is not reached decide nothing', () => {
  expect(outcome(about('=', 1), right, { x: 100 })).toBe('outside');
  expect(outcome(counts({ domain: x, left: () => [1], right: () => [2] }), right)).toBe('outside');
  expect(outcome(about('=', 1), subject(undefined))).toBe('outside');
});

test('the case is rounded to the format first, and may leave the domain by it', () => {
  const single = { ...right, format: binary32 };
  const found = checkSubject(law, about('=', 1), single, { x: 0.1 });
  expect(found).toMatchObject({ evidence: { asked: [{}, { call: { x: [Math.fround(0.1)] } }] } });
  expect(outcome(about('=', 1), single, { x: 100 - 2 ** -40 })).toBe('outside');
  expect(outcome(about('=', 1), right, { x: 100 - 2 ** -40 })).toBe('broken');
});

test('a divisor that may be zero for all that the bounds tell leaves a law undecided', () => {
  const divided = relation({
    domain: x,
    left: (a, s, c) => [a.div(a.of(1), a.sub(s.alternatingSum([c.x, c.x], c.x), c.x))],
    relation: '=',
    right: (a) => [a.of(0)],
    inFloats: 'within bound',
  });
  expect(outcome(divided, right)).toBe('undecided');
});

test('a result that overflows as computed decides nothing', () => {
  const doubled = relation({
    domain: x,
    left: (a, s, c) => [a.mul(a.of(Number.MAX_VALUE), s.alternatingSum([c.x], a.of(0)))],
    relation: '=',
    right: (a) => [a.of(0)],
    inFloats: 'bitwise',
  });
  expect(outcome(doubled, keeping)).toBe('outside');
});

test('what is said of computed numbers alone is checked of who keeps it', () => {
  const { parts, id } = laws.find((one) => one.id === 'r-integer-exactness')!;
  const kept = { ...right, keeps: new Set([id]) };
  const c = { h0: 1, r: 1, x: [2, 3] };
  const whole = laws.find((one) => one.id === id)!;
  expect(checkSubject(whole, parts[0]!, kept, c)).toEqual({ outcome: 'holds' });
  const off = {
    ...kept,
    functions: {
      alternatingSum: (y: readonly number[], h0: number) =>
        right.functions.alternatingSum!(y, h0) * (1 - 2 ** -53),
    },
  };
  expect(checkSubject(whole, parts[0]!, off, c)).toMatchObject({ outcome: 'broken' });
});

test('a mistake of a law is thrown', () => {
  const mistaken = relation({
    domain: x,
    left: () => {
      throw new TypeError('a mistake');
    },
    relation: '=',
    right: () => [],
    inFloats: 'within bound',
  });
  expect(() => outcome(mistaken, right)).toThrow(new TypeError('a mistake'));
});

test('the calls of a check are foreseen, and at most some more', () => {
  const made: Call[] = [];
  const functions = Object.fromEntries(
    Object.entries(rightFunctions).map(([name, run]) => [
      name,
      (...args: readonly unknown[]) => {
        made.push(callOf(name, args));
        return (run as (...args: readonly unknown[]) => unknown)(...args);
      },
    ]),
  );
  const listening = implementation('listening', functions);
  const foreseen = foreseeing(listening);
  let [all, known] = [0, 0];
  for (const one of laws) {
    for (const part of one.parts) {
      if (part.kind !== 'relation') continue;
      for (const at of (['integer', 'double'] as const).flatMap((grain) =>
        fc.sample(part.domain.arbitrary(grain), { seed: 1, numRuns: 4 }),
      )) {
        made.length = 0;
        const calls = [...foreseen(part, at)];
        checkSubject(one, part, listening, at);
        all += made.length;
        for (const call of made) {
          const place = calls.findIndex((next) => isSameCall(next, call));
          if (place >= 0) known++;
          calls.splice(0, place + 1);
        }
      }
    }
  }
  expect(all).toBeGreaterThan(500);
  expect(known / all).toBeGreaterThan(0.9);
});

test('what cannot be worked out is not foreseen', () => {
  const failing = relation({
    domain: x,
    left: (a, s, c) => {
      s.alternatingSum([c.x], a.of(0));
      throw new Error('no more');
    },
    relation: '=',
    right: () => [],
    inFloats: 'within bound',
  });
  const dependent = relation({
    domain: x,
    left: (a, s, c) => [s.alternatingSum([s.alternatingSum([c.x], a.of(0))], a.of(0))],
    relation: '=',
    right: (_a, _s, c) => [c.x],
    inFloats: 'within bound',
  });
  const call = { fn: 'alternatingSum', x: [3], h0: 0 };
  expect(foreseeing(right)(failing as Related, { x: 3 })).toEqual([call]);
  expect(foreseeing(right)(dependent as Related, { x: 3 })).toEqual([call]);
  const rounding = { ...right, format: binary32 };
  expect(foreseeing(rounding)(failing as Related, { x: 0.1 })).toEqual([{ ...call, x: [Math.fround(0.1)] }]);
});
