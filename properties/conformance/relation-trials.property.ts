import { expect, test, vi } from 'vitest';
import type { Judged } from '#conformance/graded-law.ts';
import { exhibitOf, type Found, smallest, type Trial, trialsOf } from '#conformance/relation-trials.ts';
import type { Case } from '#domain/case.ts';
import { laws } from '#law/laws.ts';
import { someSeed } from './graded-stage.ts';

const law = laws.find(({ id }) => id === 'r-linearity')!;
const broken = { outcome: 'broken', why: 'for trial' } as const;
const foundOf = (judged: Judged, at: Case): Found => ({ judged, at, reply: undefined });

/** A trial, which is the one whose case is broken, and how often its law was judged. */
function shrunk(nth: number, judge: (at: Case, times: number) => Judged): readonly [Case, number] {
  const trial = [...trialsOf(law, { seed: someSeed(), runs: 250 })][nth]!;
  const find = vi.fn((_: Trial, at: Case) => foundOf(judge(at, find.mock.calls.length), at));
  const { at } = smallest(trial, { judged: broken, at: trial.at, reply: undefined }, find);
  expect(find.mock.calls[0]![1]).toEqual(trial.at);
  return [at, find.mock.calls.length];
}

test('every part that is a relation is tried at cases of each grain, the same for one seed', () => {
  const seed = someSeed();
  for (const one of laws) {
    const trials = [...trialsOf(one, { seed, runs: 100 })];
    const parts = one.parts.flatMap((part, place) => (part.kind === 'relation' ? [{ part, place }] : []));
    expect(trials.map(({ part, place }) => ({ part, place }))).toEqual(
      parts.flatMap((part) => Array.from({ length: 8 }, () => part)),
    );
    expect([...trialsOf(one, { seed, runs: 100 })].map(({ at }) => at)).toEqual(trials.map(({ at }) => at));
    expect([...trialsOf(one, { seed, runs: 1 })]).toHaveLength(2 * parts.length);
  }
});

test('an exhibit names the part', () => {
  const [trial] = trialsOf(law, { seed: 1, runs: 1 });
  expect(exhibitOf(trial!, { x: 1 })).toEqual({ calls: [], relation: { part: trial!.place, at: { x: 1 } } });
});

test.each([0, 7, 13])('a smaller case is looked for from the case of trial %i on', (nth) => {
  const size = (at: Case): number => JSON.stringify(at).length;
  const least = size([...trialsOf(law, { seed: 1, runs: 1 })][0]!.at);
  const [at, times] = shrunk(nth, () => broken);
  expect(size(at)).toBeLessThanOrEqual(least + 20);
  expect(times).toBeLessThanOrEqual(200);
});

test('what is not broken again, or breaks off, ends the search', () => {
  expect(shrunk(3, () => ({ outcome: 'holds' }))[1]).toBe(1);
  const failure = { kind: 'crashed', got: '' } as const;
  expect(shrunk(3, (_, times) => (times < 4 ? broken : { outcome: 'failed', failure }))[1]).toBeLessThan(6);
  expect(shrunk(3, () => ({ outcome: 'outside' }))[1]).toBe(1);
});
