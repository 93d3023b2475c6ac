import { expect, test, vi } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import type { Judged } from '#conformance/graded-law.ts';
import { examined, judgedBy, prepare } from '#conformance/judge-calls.ts';
import { hostWith, right } from './graded-stage.ts';

const calls = [1, 2, 3].map((h0) => ({ fn: 'alternatingSum', x: [], h0 }) as const);
const failed = { outcome: 'failed', failure: { kind: 'crashed', got: '' } } as const;

test('all calls of an exhibit but the last are made', () => {
  const asker = new Asker(hostWith(right));
  prepare(asker, { calls });
  expect(asker.calls.get('alternatingSum')).toBe(2);
});

function found(...judged: readonly Judged[]): unknown {
  let i = 0;
  const exhibits = judged.map(() => ({ calls }));
  return examined(new Asker(hostWith(right)), () => judged[i++]!, exhibits);
}

test('the calls of all exhibits are announced, those with frozen arguments also without', () => {
  const ahead = vi.fn();
  const asker = new Asker({ ...hostWith(right), ahead });
  const [one, two] = [calls[0]!, calls[1]!];
  examined(asker, () => ({ outcome: 'holds' }), [{ calls: [one] }, { calls: [two], frozen: true }]);
  const asks = [one, two, two].map((call, i) => ({ call, frozen: i === 2 }));
  expect(ahead.mock.calls).toEqual([[asks]]);
});

test('exhibits are judged up to the first that is broken, and those that decide nothing are no cases', () => {
  const [holds, outside] = [{ outcome: 'holds' }, { outcome: 'outside' }] as const;
  const broken = { outcome: 'broken', why: 'so' } as const;
  expect(found(holds, outside, holds)).toEqual({ status: 'passed', cases: 2 });
  expect(found(outside)).toMatchObject({ status: 'skipped' });
  expect(found(holds, failed, broken)).toEqual({ status: 'errored', cases: 1, failure: failed.failure });
  expect(found(holds, broken, failed)).toEqual({
    status: 'failed',
    cases: 2,
    breakage: { exhibit: { calls }, broken, reply: undefined },
  });
});

test('a check is judged by what it says of the law', () => {
  expect(judgedBy({ outcome: 'undecided' })).toEqual({ outcome: 'outside' });
  expect(judgedBy({ outcome: 'outside' })).toEqual({ outcome: 'outside' });
  expect(judgedBy({ outcome: 'holds', share: 0.5 })).toEqual({ outcome: 'holds', share: 0.5 });
  expect(judgedBy(failed)).toEqual(failed);
  const asked = calls.map((call) => ({ call }));
  const why = 'got \u001b[2Jtext';
  expect(judgedBy({ outcome: 'broken', evidence: { asked, why } })).toEqual({
    outcome: 'broken',
    why: 'got text',
    asked: calls,
  });
  const sides = { place: 3, left: [0, 0], right: [1, 1] } as const;
  expect(judgedBy({ outcome: 'broken', evidence: { asked, why, sides } })).toMatchObject({ place: 3 });
});
