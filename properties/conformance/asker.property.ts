import { expect, test, vi } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import { type Call, outside } from '#law/subject-call.ts';
import { brittle, hostWith, right } from './graded-stage.ts';

const call = { fn: 'alternatingSum', x: [1, 2], h0: 3 } as const;

test('a call is answered by numbers, by a fault, by nothing that decides, or not at all', () => {
  expect(new Asker(hostWith(right)).answer(call)).toEqual({
    outcome: 'answered',
    numbers: [4],
    flaw: undefined,
  });
  const threw = new Asker(
    hostWith({
      alternatingSum: () => {
        throw new Error('not\u001b[31m today');
      },
    }),
  );
  expect(threw.answer(call)).toEqual({
    outcome: 'fault',
    why: 'alternatingSum: must return a value, threw Error: Error: not today',
    flaw: undefined,
  });
  const skipping = new Asker(
    hostWith({
      alternatingSum: () => {
        throw outside;
      },
    }),
  );
  expect(skipping.answer(call)).toEqual({ outcome: 'outside' });
  const gone = new Asker(brittle(hostWith(right), () => 'crashed'));
  const failed = { outcome: 'failed', failure: { kind: 'crashed', got: '' } };
  expect(gone.answer(call)).toEqual(failed);
  expect(gone.check(call)).toEqual(failed);
  expect(gone.firstFailure).toEqual(failed.failure);
});

test('the numbers and observations of the last call are known, and none of another kind', () => {
  const asker = new Asker(
    hostWith({ ...right, softmaxAttention: () => 'text' as never, linearAttention: () => [[1, 2]] }),
  );
  expect(asker.numbers()).toBeUndefined();
  expect(asker.observations()).toEqual([]);
  const tokens = { q: [[1]], k: [[1]], v: [[1, 2]], options: {} };
  asker.check({ fn: 'softmaxAttention', ...tokens });
  expect(asker.numbers()).toBeUndefined();
  expect(asker.observations().map(({ seen }) => seen)).toEqual(['not plain']);
  asker.check({ fn: 'linearAttention', ...tokens });
  expect(asker.numbers()).toEqual([1, 2]);
});

test('what is allowed is worked out once for each call, in the format of the subject', () => {
  const asker = new Asker(hostWith(right, 'float32'));
  expect(asker.allowance(call)).toBe(asker.allowance(call));
  expect(asker.allowance(call).bound[0]).toBeGreaterThan(2 ** -24);
  expect(asker.isBounded(call)).toBe(true);
  expect(asker.isBounded({ ...call, x: [2 ** 127, -(2 ** 127)], h0: 2 ** 127 })).toBe(false);
});

test('the first sighting of each kind is kept with the four calls before it at most', () => {
  const asker = new Asker(
    hostWith({
      alternatingSum: (x) => {
        (x as number[])[0] = 9;
        return 0;
      },
    }),
  );
  const calls = [1, 2, 3].map((h0) => ({ ...call, h0 }));
  for (const one of calls) asker.answer(one);
  const {
    call: seenAt,
    before,
    observation,
  } = asker.sightings.get('alternatingSum')!.get('argument changed')!;
  expect([seenAt.fn, 'h0' in seenAt && seenAt.h0, before.length]).toEqual(['alternatingSum', 1, 0]);
  expect(observation.seen).toBe('argument changed');
  expect(asker.calls.get('alternatingSum')).toBe(3);
});

test('functions may be left out', () => {
  const { functions } = new Asker(hostWith(right)).without(new Set(['output', 'linearAttention'] as const));
  expect(Object.keys(functions)).toEqual(['alternatingSum', 'softmaxAttention']);
});

test('frozen arguments are those of one call only', () => {
  const seen: boolean[] = [];
  const asker = new Asker(
    hostWith({
      alternatingSum: (x) => {
        seen.push(Object.isFrozen(x));
        return 0;
      },
    }),
  );
  asker.answer(call, true);
  asker.answer(call);
  expect(seen).toEqual([true, false]);
});

test('what is no fault of the subject is not taken for one', () => {
  const asker = new Asker(hostWith({ softmaxAttention: () => [[]] }));
  expect(() => asker.answer({ fn: 'softmaxAttention', q: [[1]], k: [], v: [], options: {} })).toThrow(
    TypeError,
  );
});

test('calls that a check makes by itself are known by the objects by which they were announced', () => {
  const host = hostWith(right);
  const ahead = vi.fn();
  const asked = vi.fn(host.call);
  const asker = new Asker({ ...host, ahead, call: asked });
  const [first, passed, last] = [1, 2, 3].map((h0): Call => ({ ...call, h0 }));
  asker.foresee(() => [first!, passed!, last!]);
  expect(ahead.mock.calls).toEqual([[[first, passed, last].map((one) => ({ call: one, frozen: false }))]]);
  for (const h0 of [1, 9, 3, 3]) asker.subject.functions.alternatingSum!([1, 2], h0);
  const made = asked.mock.calls.map(([one]) => one);
  expect(made).toEqual([1, 9, 3, 3].map((h0) => ({ ...call, h0 })));
  expect([made[0] === first, made[2] === last, made[3] === last]).toEqual([true, true, false]);
  const unheard = vi.fn(() => [first!]);
  new Asker(host).foresee(unheard);
  expect(unheard).not.toHaveBeenCalled();
});
