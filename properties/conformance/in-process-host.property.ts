import { expect, test } from 'vitest';
import { inProcessHost } from '#conformance/in-process-host.ts';
import { outside } from '#law/subject-call.ts';

const about = {
  name: 'mine',
  language: 'javascript',
  format: 'float64',
  implements: ['alternatingSum', 'linearAttention'],
} as const;
const sum = { fn: 'alternatingSum', x: [1, 2], h0: 5 } as const;

test('calls the functions, with the arguments in their order', () => {
  const host = inProcessHost({ alternatingSum: (x, h0) => x.length * h0 }, about);
  expect(host.about).toBe(about);
  expect(host.call(sum)).toEqual({ outcome: 'returned', value: 10, observations: [] });
  expect([host.printed(), host.close()]).toEqual(['', undefined]);
});

test('a subject has arguments of its own, and what was one object stays one', () => {
  const q = [[1]];
  const changing = (a: unknown, b: unknown): number[][] => {
    (a as number[][])[0]![0] = 9;
    return [[a === b ? 1 : 0]];
  };
  const host = inProcessHost({ linearAttention: changing }, about);
  const reply = host.call({ fn: 'linearAttention', q, k: q, v: [[1]], options: {} });
  expect(reply).toMatchObject({
    value: [[1]],
    observations: [{ seen: 'argument changed', at: 'argument 0, row 0, entry 0' }],
  });
  expect(q).toEqual([[1]]);
});

test('what a subject does later to its result does not reach the grader', () => {
  const buffer = [[0]];
  let calls = 0;
  const use = (): number[][] => {
    buffer[0]![0] = ++calls;
    return buffer;
  };
  const host = inProcessHost({ linearAttention: use }, about);
  const call = { fn: 'linearAttention', q: [], k: [], v: [], options: {} } as const;
  const first = host.call(call);
  expect(host.call(call)).toMatchObject({
    value: [[2]],
    observations: [{ seen: 'earlier result changed' }, { seen: 'earlier result returned' }],
  });
  expect(first).toMatchObject({ value: [[1]] });
});

test('arguments are frozen when that is asked for', () => {
  const push = (x: unknown): number => (x as number[]).push(1);
  const host = inProcessHost({ alternatingSum: push }, about);
  expect(host.call(sum)).toMatchObject({ outcome: 'returned', observations: [{ seen: 'argument changed' }] });
  expect(host.call(sum, true)).toMatchObject({
    outcome: 'threw',
    words: expect.stringContaining('TypeError') as string,
  });
  expect(Object.isFrozen(sum.x)).toBe(false);
});

test('a result that is not plain is passed on as it is', () => {
  const value = new Float64Array(1);
  const host = inProcessHost({ alternatingSum: () => value as never }, about);
  const reply = host.call(sum);
  expect(reply.outcome === 'returned' && reply.value).toBe(value);
});

test('what is outside of what a kernel offers is skipped', () => {
  const refuse = (): never => {
    throw outside;
  };
  const host = inProcessHost({ alternatingSum: refuse }, about);
  expect(host.call(sum)).toEqual({ outcome: 'skipped', why: 'outside of what it offers' });
});
