import { expect, test } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import { valueLaws } from '#conformance/value-laws.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import { outside } from '#law/subject-call.ts';
import { brittle, findingOf, hostWith, lawOf, right } from './graded-stage.ts';

test('what is right passes, with the largest share of a bound and where it was', () => {
  const found = findingOf('r-output-within-bound', hostWith(right));
  if (found.status !== 'passed') throw new Error(found.status);
  expect(found.cases).toBeGreaterThan(300);
  expect(found.worst!.share).toBeGreaterThan(0.3);
  expect(found.worst!.share).toBeLessThanOrEqual(1);
  expect(found.worst!.where).toMatch(/^output, T = \d+$/);
});

test('the first wrong result breaks it, and calls about it are asked too', () => {
  const host = hostWith({ alternatingSum: (x, h0) => (x.length === 2 ? 1000 : right.alternatingSum(x, h0)) });
  const found = findingOf('r-state-within-bound', host);
  if (found.status !== 'failed') throw new Error(found.status);
  const { exhibit, broken, reply, others } = found.breakage;
  expect(exhibit.calls.map((call) => 'x' in call && call.x.length)).toEqual([2]);
  expect(broken.why).toMatch(/^alternatingSum: an entry must be within .* of .*, got 1000$/);
  expect(broken.place).toBe(0);
  expect(reply).toMatchObject({ outcome: 'returned', value: 1000 });
  expect(others!.length).toBe(48);
  expect(others!.filter(({ isWrong }) => isWrong).length).toBeGreaterThan(5);
});

test('the largest error is that of the case that breaks it, infinite for what is not finite', () => {
  const worst = (wrong: number): unknown => {
    const host = hostWith({
      alternatingSum: (x, h0) => (x.length === 2 ? wrong : right.alternatingSum(x, h0)),
    });
    const found = findingOf('r-state-within-bound', host);
    return found.status === 'failed' && found.worst;
  };
  expect(worst(1000)).toEqual({
    share: expect.toSatisfy((share: number) => share > 1e9) as number,
    where: 'alternatingSum, T = 2',
  });
  expect(worst(Number.NaN)).toEqual({ share: Number.POSITIVE_INFINITY, where: 'alternatingSum, T = 2' });
});

test('at the last call there are none after it', () => {
  const total = findingOf('r-output-within-bound', hostWith(right), 1, 1);
  let left = (total as { cases: number }).cases;
  const host = hostWith({ output: (x, h0) => (--left > 0 ? right.output(x, h0) : 7) });
  const found = findingOf('r-output-within-bound', host, 1, 1);
  expect(found.status === 'failed' && found.breakage.others!.length).toBe(24);
});

test('what breaks off errs, also among the calls about a wrong one; what throws has no numbers there', () => {
  const of = (breaks: number): unknown =>
    findingOf(
      'r-state-within-bound',
      brittle(hostWith({ alternatingSum: () => 1000 }), (nth) => (nth >= breaks ? 'crashed' : undefined)),
    );
  expect(of(1)).toEqual({ status: 'errored', cases: 0, failure: { kind: 'crashed', got: '' } });
  expect(of(3)).toMatchObject({ status: 'failed', breakage: { others: [{ isWrong: true }] } });
  const throwing = hostWith({
    alternatingSum: () => {
      throw new Error('no');
    },
  });
  expect(findingOf('r-state-within-bound', throwing)).toMatchObject({
    status: 'failed',
    breakage: { others: [] },
  });
});

test('a subject that serves no case of it is not failed', () => {
  const host = hostWith({
    linearAttention: (q, k, v, options) => {
      if (options.normalize === true) throw outside;
      return right.linearAttention(q, k, v, options);
    },
  });
  expect(findingOf('l-normalised-within-bound', host)).toMatchObject({ status: 'skipped' });
  expect(findingOf('l-within-bound', host)).toMatchObject({ status: 'passed' });
});

test('a call of another law is none of its cases', () => {
  const asker = new Asker(hostWith({ ...right, linearAttention: () => [[9]] }));
  const tokens = { fn: 'linearAttention', q: [[1]], k: [[1]], v: [[1]] } as const;
  const judge = (id: string, normalize: boolean): string =>
    lawOf(id).judge(asker, { calls: [{ ...tokens, options: { normalize } }] }).outcome;
  expect(judge('l-within-bound', false)).toBe('broken');
  expect(judge('l-within-bound', true)).toBe('outside');
  expect(judge('l-normalised-within-bound', false)).toBe('outside');
  expect(judge('l-normalised-within-bound', true)).toBe('broken');
});

test('there is one for each law of the oracle, and it says what its results look like', () => {
  expect(valueLaws.map(({ id }) => id)).toEqual(oracleLaws.map(({ id }) => id));
  const asker = new Asker(hostWith(right));
  const call = { fn: 'alternatingSum', x: [], h0: 1 } as const;
  expect(lawOf('r-state-within-bound').looksLike!(asker, [{ call, numbers: [-1], isWrong: true }])).toBe(
    'starts from -h0',
  );
});
