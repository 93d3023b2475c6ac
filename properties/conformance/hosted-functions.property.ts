import { expect, test, vi } from 'vitest';
import { functionNames } from '#conformance/contract.ts';
import { failure } from '#conformance/failure.ts';
import type { Host, Reply } from '#conformance/host.ts';
import { HostFailure, hostedFunctions, ThrownBySubject } from '#conformance/hosted-functions.ts';
import { outside } from '#law/subject-call.ts';

function hostOf(reply: Reply): Host & { readonly call: ReturnType<typeof vi.fn<Host['call']>> } {
  return {
    about: { name: 'a', language: '', format: 'float64', implements: functionNames },
    call: vi.fn<Host['call']>(() => reply),
    printed: () => '',
    close: () => undefined,
  };
}

test('every function asks for itself', () => {
  const host = hostOf({ outcome: 'returned', value: 5, observations: [] });
  const told = vi.fn();
  const functions = hostedFunctions(host, told, (call) => ({ call, frozen: true }));
  const [q, k, v] = [[[1]], [[2]], [[3]]];
  expect(functions.alternatingSum!([1], 2)).toBe(5);
  functions.output!([1], 2);
  functions.softmaxAttention!(q, k, v, { scale: 2 });
  functions.linearAttention!(q, k, v, { causal: true });
  const calls = [
    { fn: 'alternatingSum', x: [1], h0: 2 },
    { fn: 'output', x: [1], h0: 2 },
    { fn: 'softmaxAttention', q, k, v, options: { scale: 2 } },
    { fn: 'linearAttention', q, k, v, options: { causal: true } },
  ];
  expect(host.call.mock.calls).toEqual(calls.map((call) => [call, true]));
  expect(told.mock.calls.map(([call]: readonly unknown[]) => call)).toEqual(calls);
});

test('what the subject lacks is lacking', () => {
  const host = hostOf({ outcome: 'returned', value: 5, observations: [] });
  const { about } = host;
  const functions = hostedFunctions(
    { ...host, about: { ...about, implements: ['output'] } },
    vi.fn(),
    (call) => ({ call, frozen: false }),
  );
  expect(Object.keys(functions)).toEqual(['output']);
});

test('what has no value is thrown, each in its way', () => {
  const thrown = (reply: Reply): unknown => {
    try {
      return hostedFunctions(hostOf(reply), vi.fn(), (call) => ({ call, frozen: false })).output!([], 0);
    } catch (error) {
      return error;
    }
  };
  expect(thrown({ outcome: 'skipped', why: '' })).toBe(outside);
  expect(thrown({ outcome: 'threw', words: 'no', observations: [] })).toEqual(new ThrownBySubject('no'));
  const broken = thrown({ outcome: 'failed', failure: failure('version', '2') });
  expect(broken).toBeInstanceOf(HostFailure);
  expect(broken).toMatchObject({
    message: 'subject: must speak version 1 of the protocol, got 2',
    failure: { kind: 'version' },
  });
});
