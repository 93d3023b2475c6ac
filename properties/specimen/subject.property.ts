import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary64 } from '#arithmetic/float-format.ts';
import { checkCall } from '#law/check-call.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import { allowed, firstBroken, oracleLaw, outcomes } from '../law/exam.ts';
import { subjectSpecimens, unrulySpecimens } from './subject/specimens.ts';

/** Runs with other numbers, in each of which every specimen is caught; 20 are the figure that is stood for. */
const runs = Number(process.env.COUNTERCLAIM_RUNS ?? 1);
/** On the gate every so many of them. */
const SHARE = process.env.COUNTERCLAIM_RUNS === undefined ? 6 : 1;

test.each(subjectSpecimens)('$system: an implementation that $name is rejected by $caughtBy', (one) => {
  const law = oracleLaw(one.caughtBy);
  expect(law.system).toBe(one.system);
  expect(firstBroken(outcomes(law, one.create()))).toBeTypeOf('number');
});

test('each is rejected by its law whatever the numbers', () => {
  for (let run = 1; run <= runs; run++) {
    const tried = subjectSpecimens.filter((_, i) => i % SHARE === 0);
    const missed = tried.filter(
      (one) => firstBroken(outcomes(oracleLaw(one.caughtBy), one.create(), { run })) === undefined,
    );
    expect([run, missed.map(({ name }) => name)]).toEqual([run, []]);
  }
});

test('there are at least 20 of each system, and no two have one name', () => {
  for (const system of ['rnn', 'softmax-attention', 'linear-attention'] as const) {
    const names = [...subjectSpecimens, ...unrulySpecimens]
      .filter((one) => one.system === system)
      .map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(20);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('several of them are wrong in less than 1 % of random calls', () => {
  const random = new Map(
    oracleLaws.map((law) => [
      law.id,
      allowed(law, binary64, fc.sample(law.arbitrary(binary64), { numRuns: 100, seed: 11 })),
    ]),
  );
  const seldom = subjectSpecimens.filter((one) => {
    const subject = one.create();
    if (subject.format !== binary64) return false;
    return random
      .get(one.caughtBy)!
      .every(({ call, allowance }) => checkCall(subject, call, allowance).outcome !== 'broken');
  });
  expect(seldom.length).toBeGreaterThanOrEqual(10);
});

test('results by themselves do not tell that an implementation is wrong across calls, or only by chance', () => {
  const behaviours = ['independent-calls', 'fresh-results', 'arguments-untouched'];
  expect(unrulySpecimens.every(({ caughtBy }) => behaviours.includes(caughtBy))).toBe(true);
  for (const one of unrulySpecimens.filter(({ caughtBy }) => caughtBy !== 'independent-calls')) {
    for (const law of oracleLaws.filter(({ fn }) => one.create().functions[fn] !== undefined)) {
      expect([one.name, firstBroken(outcomes(law, one.create()))]).toEqual([one.name, undefined]);
    }
  }
});
