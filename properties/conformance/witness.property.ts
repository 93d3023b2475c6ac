import { expect, test } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import type { LawWitness } from '#conformance/grade.ts';
import type { Breakage } from '#conformance/graded-law.ts';
import type { Host } from '#conformance/host.ts';
import { replayCall } from '#conformance/replay-call.ts';
import { shownWitness, witnessOf } from '#conformance/witness.ts';
import type { Call } from '#law/subject-call.ts';
import { brittle, hostWith, lawOf, right } from './graded-stage.ts';

const from = { spec: 'module:a.mjs', seed: 7 };
const call: Call = { fn: 'alternatingSum', x: [0.3, 0.7, 1.1], h0: 5.5 };

function breakageOf(calls: readonly Call[], place = 0): Breakage {
  return {
    exhibit: { calls },
    broken: { outcome: 'broken', why: 'first seen', place },
    reply: { outcome: 'returned', value: 4, observations: [] },
  };
}

function witness(host: Host, law = 'r-state-within-bound', calls: readonly Call[] = [call]): LawWitness {
  return witnessOf(lawOf(law), breakageOf(calls), new Asker(host), from);
}

test('it is small, and holds all that is known of the entry', () => {
  const host = hostWith({ alternatingSum: (x, h0) => -right.alternatingSum(x, h0) });
  expect(witness(host)).toEqual({
    fn: 'alternatingSum',
    args: { x: [], h0: 1 },
    returned: -1,
    value: { decimal: '-1', hex: '-0x1p+0' },
    exact: '1',
    bound: '0',
    why: 'alternatingSum: an entry must be within 0 of 1, got -1',
    looksLike: 'starts from -h0',
    repeats: true,
    replay: `counterclaim conform module:a.mjs --replay '{"law":"r-state-within-bound","calls":[{"fn":"alternatingSum","args":{"x":[],"h0":1}}]}'`,
  });
});

test('the place is a row and a column, and the exact value has 20 digits', () => {
  const host = hostWith({
    softmaxAttention: (q, k, v, o) =>
      right.softmaxAttention(q, k, v, o).map((row, i) => row.map((x, c) => (i === 1 && c === 2 ? 9 : x))),
  });
  const tokens = {
    fn: 'softmaxAttention',
    q: [[1], [2]],
    k: [[1], [2]],
    v: [
      [0, 0, 0],
      [0, 0, 1],
    ],
    options: {},
  } as const;
  const found = witness(host, 'a-within-bound', [tokens]);
  expect(found.place).toEqual([1, 2]);
  expect(found.value!.decimal).toBe('9');
  expect(
    witnessOf(
      lawOf('a-within-bound'),
      breakageOf([tokens], 5),
      new Asker(brittle(host, (nth) => (nth > 1 ? 'crashed' : undefined))),
      from,
    ),
  ).toMatchObject({
    repeats: false,
    exact: '0.88079707797788244406',
  });
});

test('what it replays is broken again', () => {
  const host = hostWith({ alternatingSum: (x, h0) => (x.length > 1 ? 9 : right.alternatingSum(x, h0)) });
  const text = /--replay '(.*)'$/.exec(witness(host).replay)![1]!;
  expect(replayCall(host, text)).toMatchObject({ laws: [{ status: 'failed' }] });
});

test('a failure that is not there again is told with both results', () => {
  expect(witness(hostWith(right))).toMatchObject({
    repeats: false,
    returned: 4,
    why: 'first seen',
    again: right.alternatingSum([0.3, 0.7, 1.1], 5.5),
  });
  const gone = witness(brittle(hostWith(right), () => 'exited'));
  expect(gone).toMatchObject({ repeats: false, again: 'no reply: must run until it is told to stop' });
  let asked = 0;
  const fickle = witness(
    hostWith({ alternatingSum: (x, h0) => (++asked === 1 ? 9 : right.alternatingSum(x, h0)) }),
  );
  expect(fickle.repeats).toBe(false);
});

test('a witness of several calls is left as it is, and shows them all', () => {
  let kept = 0;
  const host = hostWith({ alternatingSum: () => kept++ });
  const found = witness(host, 'rnn-independent-calls', [call, call]);
  expect(found.calls!.length).toBe(2);
  expect(found.repeats).toBe(true);
});

test('an error has no value and no place, and a result of another kind no numbers', () => {
  const host = hostWith({
    alternatingSum: () => {
      throw new Error('no');
    },
  });
  const found = witness(host);
  expect(found).toMatchObject({ args: { x: [], h0: 0 }, returned: 'an error: Error: no', repeats: true });
  expect(found).not.toHaveProperty('value');
  expect(found).not.toHaveProperty('looksLike');
  const asker = new Asker(host);
  const broken = { outcome: 'broken', why: 'so', place: 0 } as const;
  expect(
    shownWitness(lawOf('rnn-finite'), { calls: [call] }, broken, undefined, asker, from),
  ).not.toHaveProperty('value');
});

test('an exact value beyond all exponents is as near as doubles come', () => {
  const beyond: Call = { fn: 'output', x: [], h0: -1e300 };
  const broken = { outcome: 'broken', why: 'so', place: 0 } as const;
  const asker = new Asker(hostWith(right));
  expect(
    shownWitness(lawOf('r-output-within-bound'), { calls: [beyond] }, broken, undefined, asker, from).exact,
  ).toBe('0');
});
