import { expect, test } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import { behaviourLaws } from '#conformance/behaviour-laws.ts';
import type { SubjectFunctions } from '#law/subject.ts';
import { outside } from '#law/subject-call.ts';
import { brittle, findingOf, hostWith, lawOf, right } from './graded-stage.ts';

type Attention = Required<SubjectFunctions>['softmaxAttention'];

function attention(softmaxAttention: Attention): ReturnType<typeof hostWith> {
  return hostWith({ softmaxAttention });
}

function breakage(id: string, of: Attention): { readonly why: string; readonly calls: number } | string {
  const found = findingOf(`softmax-attention-${id}`, attention(of));
  if (found.status !== 'failed') return found.status;
  const { broken, exhibit } = found.breakage;
  return { why: broken.why, calls: exhibit.calls.length };
}

test('what is right behaves', () => {
  for (const { id } of behaviourLaws)
    expect([id, findingOf(id, hostWith(right)).status]).toEqual([id, 'passed']);
});

test('what a process does to its arguments is not asked, and not said to hold', () => {
  const process = { ...hostWith(right), isWatched: false as const };
  for (const { id } of behaviourLaws) {
    const found = findingOf(id, process);
    if (id.endsWith('independent-calls')) expect([id, found.status]).toEqual([id, 'passed']);
    else
      expect([id, found]).toEqual([id, { status: 'skipped', cases: 0, why: 'not observable in a process' }]);
  }
  const call = { fn: 'alternatingSum', x: [1], h0: 2 } as const;
  const law = lawOf('rnn-arguments-untouched');
  expect(law.judge(new Asker(process), { calls: [call] })).toEqual({ outcome: 'outside' });
});

test('a changed argument is seen, by one call', () => {
  const spoils: Attention = (q, k, v, options) => {
    const result = right.softmaxAttention(q, k, v, options);
    (q[0] as number[])[0] = 99;
    return result;
  };
  expect(breakage('arguments-untouched', spoils)).toEqual({
    why: expect.stringMatching(
      /^softmaxAttention: must leave its arguments as they are, got argument changed: argument 0, row 0, entry 0, 99 instead of /,
    ) as string,
    calls: 1,
  });
  expect(breakage('frozen-arguments', spoils)).toEqual({
    why: expect.stringMatching(/Cannot assign to read only property '0'.*, with frozen arguments$/) as string,
    calls: 1,
  });
});

test('a result that is an argument, a row twice, or an earlier result is seen', () => {
  expect(breakage('fresh-results', (q, _k, v) => q.map((_, i) => v[i % v.length]!))).toMatchObject({
    why: expect.stringContaining('got argument returned: result, row 0') as string,
    calls: 1,
  });
  expect(
    breakage('fresh-results', (q, _k, v) => {
      const row = [...v[0]!];
      return q.map(() => row);
    }),
  ).toMatchObject({ why: expect.stringContaining('row shared') as string, calls: 1 });
  const one: number[][] = [];
  expect(
    breakage('fresh-results', (q, _k, v) => {
      one.splice(0, one.length, ...q.map(() => [...v[0]!]));
      return one;
    }),
  ).toMatchObject({ calls: 2 });
  // It shows only after another call than its own.
  let last: { readonly q: unknown; readonly result: number[][] } | undefined;
  expect(
    breakage('fresh-results', (q, _k, v) => {
      const same = last !== undefined && JSON.stringify(last.q) === JSON.stringify(q);
      if (last !== undefined && !same) for (const row of last.result) row[0] = 1000;
      last = { q, result: q.map(() => [...v[0]!]) };
      return last.result;
    }),
  ).toMatchObject({ why: expect.stringContaining('earlier result changed') as string });
});

test('what was sighted after the law was first asked breaks it too', () => {
  const law = lawOf('softmax-attention-arguments-untouched');
  let spoils = false;
  const asker = new Asker(
    attention((q, k, v, options) => {
      const result = right.softmaxAttention(q, k, v, options);
      if (spoils) (v[0] as number[])[0] = 99;
      return result;
    }),
  );
  const examining = law.examine(asker, law.fns, { seed: 1, runs: 1 });
  expect(examining.next().done).toBe(false);
  spoils = true;
  asker.answer({ fn: 'softmaxAttention', q: [[1]], k: [[1]], v: [[1]], options: {} });
  expect(examining.next().value).toMatchObject({ status: 'failed', cases: 5 });
});

test('an exhibit is judged by what is observed in its last call', () => {
  const law = lawOf('softmax-attention-arguments-untouched');
  const exhibit = { calls: [{ fn: 'softmaxAttention', q: [[1]], k: [[1]], v: [[1]], options: {} }] } as const;
  expect(law.judge(new Asker(hostWith(right)), exhibit)).toEqual({ outcome: 'holds' });
  const gone = brittle(hostWith(right), () => 'crashed');
  expect(law.judge(new Asker(gone), exhibit)).toMatchObject({ outcome: 'failed' });
  expect(findingOf(law.id, gone)).toMatchObject({ status: 'errored', cases: 0 });
});

test('frozen arguments are not to blame for what is wrong without them, nor for what decides nothing', () => {
  const law = lawOf('rnn-frozen-arguments');
  const call = { fn: 'alternatingSum', x: [2 ** 1023, -(2 ** 1023)], h0: 2 ** 1023 } as const;
  const judge = (host: ReturnType<typeof hostWith>, h0: number): unknown =>
    law.judge(new Asker(host), { calls: [{ ...call, x: [1], h0 }], frozen: true });
  expect(law.judge(new Asker(hostWith(right)), { calls: [call], frozen: true })).toEqual({
    outcome: 'outside',
  });
  const throwing = hostWith({
    alternatingSum: () => {
      throw new Error('no');
    },
  });
  expect(judge(throwing, 1)).toEqual({ outcome: 'outside' });
  expect(
    judge(
      brittle(hostWith(right), () => 'crashed'),
      1,
    ),
  ).toMatchObject({ outcome: 'failed' });
  expect(
    judge(
      brittle(hostWith(right), (nth) => (nth === 2 ? 'crashed' : undefined)),
      1,
    ),
  ).toMatchObject({ outcome: 'failed' });
  const picky = hostWith({
    alternatingSum: (x) => {
      if (Object.isFrozen(x)) throw outside;
      return 0;
    },
  });
  expect(judge(picky, 1)).toEqual({ outcome: 'outside' });
});
