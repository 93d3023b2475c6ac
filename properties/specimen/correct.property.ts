import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32 } from '#arithmetic/float-format.ts';
import { checkCall } from '#law/check-call.ts';
import { checkSubject } from '#law/check-subject.ts';
import { laws } from '#law/laws.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import { outcomes } from '../law/exam.ts';
import { expU20 } from './correct/exp-u20.ts';
import { correctImplementations } from './correct/implementations.ts';

/** Random calls of each law, and random cases of each part. */
const runs = Number(process.env.COUNTERCLAIM_RUNS ?? 2);
/** On the gate each implementation makes every so many systematic calls, and is asked so many of the relations. */
const SHARE = process.env.COUNTERCLAIM_RUNS === undefined ? 8 : 1;

const each = correctImplementations.map((subject, i) => ({ name: subject.name, subject, turn: i % SHARE }));

test.each(each)('$name: is within bound at systematic calls', ({ subject, turn }) => {
  for (const law of oracleLaws.filter(({ fn }) => subject.functions[fn] !== undefined)) {
    for (const found of outcomes(law, subject, { share: SHARE, turn })) {
      if (found.outcome === 'broken') expect({ law: law.id, ...found.evidence }).toEqual({});
    }
  }
});

test('a bound is no more than 12 times the largest error of what is written as it is said', () => {
  const plain = ['as it is written', 'two passes, normalised last', 'scores first'];
  for (const subject of correctImplementations.filter(({ name }) => plain.includes(name))) {
    for (const law of oracleLaws.filter(({ fn }) => subject.functions[fn] !== undefined)) {
      const shares = [...outcomes(law, subject)].map((found) =>
        found.outcome === 'holds' ? found.share! : 0,
      );
      expect(Math.max(...shares)).toBeGreaterThan(1 / 12);
      expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    }
  }
});

test('the exponential of fused attention is within the 20 ulp of its name, and 0 where no normal number is', () => {
  const [least, most] = [Math.log(2 ** -126), Math.log(2 ** 128)];
  fc.assert(
    fc.property(fc.float({ min: Math.fround(-87.33), max: Math.fround(88.72), noNaN: true }), (x) => {
      const ulp = 2 ** (Math.floor(x * Math.LOG2E) - 23);
      expect(Math.abs(expU20(x) - Math.exp(x))).toBeLessThanOrEqual(20 * ulp);
    }),
  );
  expect([expU20(Math.fround(least - 0.01)), expU20(0), Number.isFinite(expU20(most - 0.01))]).toEqual([
    0,
    1,
    true,
  ]);
});

test('each is within bound whatever the numbers', () => {
  // A part of the calls of each run, and all of them in turn.
  const share = SHARE === 1 ? 8 : 32;
  for (let run = 1; run <= (SHARE === 1 ? runs : 1); run++) {
    const turn = run % share;
    for (const { subject } of each) {
      for (const law of oracleLaws.filter(({ fn }) => subject.functions[fn] !== undefined)) {
        for (const found of outcomes(law, subject, { run, share, turn })) {
          if (found.outcome === 'broken') expect({ run, name: subject.name, ...found.evidence }).toEqual({});
        }
      }
    }
  }
});

test.each(each)('$name: is within bound at random calls', ({ subject }) => {
  for (const law of oracleLaws.filter(({ fn }) => subject.functions[fn] !== undefined)) {
    fc.assert(
      fc.property(law.arbitrary(subject.format), (call) => {
        const found = checkCall(subject, call);
        if (found.outcome === 'broken') expect(found.evidence).toEqual({});
      }),
      { numRuns: runs },
    );
  }
});

test.each(each)('$name: contradicts no relation', ({ subject, turn }) => {
  const of = Object.keys(subject.functions)[0]!;
  const systems = [
    'between',
    { alternatingSum: 'rnn', softmaxAttention: 'softmax-attention' }[of] ?? 'linear-attention',
  ];
  const parts = laws
    .filter(({ system }) => systems.includes(system))
    .flatMap((law) => law.parts.map((part) => ({ law, part })));
  for (const [i, { law, part }] of parts.entries()) {
    if (i % SHARE !== turn) continue;
    const grain = (i + turn) % 2 === 0 ? 'integer' : 'double';
    for (const c of fc.sample(part.domain.arbitrary(grain), { numRuns: Math.ceil(runs / 8) })) {
      const found = checkSubject(law, part, subject, c);
      if (found.outcome === 'broken') expect({ law: law.id, c, ...found.evidence }).toEqual({});
    }
  }
});

test('there are at least 10 of each system, and some of each in binary32', () => {
  for (const fn of ['alternatingSum', 'softmaxAttention', 'linearAttention'] as const) {
    const of = correctImplementations.filter(({ functions }) => functions[fn] !== undefined);
    expect(of.length).toBeGreaterThanOrEqual(10);
    expect(of.filter(({ format }) => format === binary32).length).toBeGreaterThanOrEqual(2);
  }
});
