import { expect, test, vi } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import type { Ask } from '#conformance/host.ts';
import { relationLaws } from '#conformance/relation-laws.ts';
import type { Call } from '#law/subject-call.ts';
import { brittle, findingOf, hostWith, lawOf, right, someSeed } from './graded-stage.ts';

test('what is right contradicts no relation', () => {
  for (const { id } of relationLaws) {
    expect([id, ['passed', 'skipped'].includes(findingOf(id, hostWith(right)).status)]).toEqual([id, true]);
  }
});

test('a relation that is broken is shown at a small case, and is broken there again', () => {
  const host = hostWith({ alternatingSum: (x, h0) => right.alternatingSum(x, h0) + (x.length > 1 ? 1 : 0) });
  const found = findingOf('r-not-bibo-stable', host, 3, 100);
  if (found.status !== 'failed') throw new Error(found.status);
  const { exhibit, broken } = found.breakage;
  expect(broken.why).toMatch(/^r-not-bibo-stable: left = right must hold$/);
  expect(broken.asked!.length).toBeGreaterThan(0);
  expect(exhibit.calls).toEqual([]);
  const law = lawOf('r-not-bibo-stable');
  expect(law.judge(new Asker(host), exhibit)).toMatchObject({ outcome: 'broken' });
  expect(law.judge(new Asker(hostWith(right)), exhibit)).toMatchObject({ outcome: 'holds' });
});

test('an exhibit of no part of it decides nothing', () => {
  const asker = new Asker(hostWith(right));
  expect(lawOf('r-linearity').judge(asker, { calls: [], relation: { part: 99, at: {} } })).toEqual({
    outcome: 'outside',
  });
});

test('what breaks off errs, and ends the search for smaller cases', () => {
  const dead = brittle(hostWith(right), () => 'crashed');
  expect(findingOf('r-linearity', dead, 1, 100)).toMatchObject({ status: 'errored', cases: 0 });
  let shrinks = 0;
  const host = hostWith({ alternatingSum: (x, h0) => right.alternatingSum(x, h0) + 1 });
  const law = lawOf('r-not-bibo-stable');
  const breaking = brittle(host, () => (++shrinks > 6 ? 'crashed' : undefined));
  const step = law.examine(new Asker(breaking), ['alternatingSum'], { seed: 1, runs: 1 }).next();
  expect(step.value).toMatchObject({ status: 'failed' });
});

test('it looks for smaller cases 200 times at most', () => {
  let calls = 0;
  const host = hostWith({
    alternatingSum: (x, h0) => right.alternatingSum(x, h0) + (++calls % 2 === 0 ? 0.1 : 0),
  });
  findingOf('r-signed-summation', host, 5, 1);
  expect(calls).toBeLessThan(2000);
});

test('functions that are not asked are those of the reference', () => {
  const law = lawOf('x-sigmoid-two-token-softmax');
  const step = law
    .examine(new Asker(hostWith({ ...right, output: () => 9 })), ['softmaxAttention'], { seed: 1, runs: 50 })
    .next();
  expect(['passed', 'skipped']).toContain((step.value as { status: string }).status);
});

test('laws of turns, of changes of basis and of one function on the results of another are asked too', () => {
  const turned = ['a-rotation-invariance', 'l-gl-invariance', 'l-orthogonal-retrieval'];
  const between = ['x-linear-copies-what-softmax-does-not', 'x-sigmoid-two-token-softmax'];
  for (const id of [...turned, ...between]) {
    expect([id, findingOf(id, hostWith(right), someSeed(), 100)]).toEqual([
      id,
      expect.objectContaining({ status: 'passed' }),
    ]);
  }
});

test('a relation between two functions is broken by the one that is wrong, whichever it is', () => {
  const complement = (h: number): number => 1 / (1 + Math.exp(1000 * h));
  for (const wrong of [
    { output: (x: readonly number[], h0: number) => complement(right.alternatingSum(x, h0)) },
    {
      softmaxAttention: (...[q, k, v, options]: Parameters<typeof right.softmaxAttention>) =>
        right.softmaxAttention(q, k, v, { ...options, causal: true }),
    },
  ]) {
    const host = hostWith({ ...right, ...wrong });
    const found = findingOf('x-sigmoid-two-token-softmax', host, 1, 400);
    if (found.status !== 'failed') throw new Error(found.status);
    expect(
      lawOf('x-sigmoid-two-token-softmax').judge(new Asker(host), found.breakage.exhibit),
    ).toHaveProperty('outcome', 'broken');
  }
});

test('the calls of a relation are announced, and asked by the same objects', () => {
  for (const id of ['r-linearity', 'a-rotation-invariance', 'l-gl-invariance']) {
    const host = hostWith(right);
    const announced = new Set<Call>();
    const ahead = vi.fn((asks: readonly Ask[]) => {
      for (const { call } of asks) announced.add(call);
    });
    const asked = vi.fn(host.call);
    expect(findingOf(id, { ...host, ahead, call: asked }, 7, 400)).toMatchObject({ status: 'passed' });
    const calls = asked.mock.calls.map(([call]) => call);
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.filter((call) => announced.has(call)).length / calls.length).toBeGreaterThan(0.7);
    expect(ahead.mock.calls.length).toBeLessThan(calls.length / 10);
  }
});
