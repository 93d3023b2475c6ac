import { expect, test } from 'vitest';
import { converse, greeting } from '#conformance/dialogue.ts';
import { defaultLimits } from '#conformance/limits.ts';
import { scripted, type Turn } from './scripted-keeper.ts';

const start = JSON.stringify({ version: 1, implements: ['alternatingSum'] });
const ends: Turn = { ends: { kind: 'exited', got: 'exit code 3' }, isTold: true };
const endless: Turn = { ends: { kind: 'endless output', got: '9 lines' }, isTold: true };
const limits = { ...defaultLimits, time: 0, start: 0, stop: 0, more: 0 };
const sum = { fn: 'alternatingSum', x: [1, 2], h0: 5 } as const;
const line = (text: string, isEarly = false): Turn => ({ line: text, isEarly });
const reply = (id: number, result = 6): Turn => line(JSON.stringify({ id, result }));

/** What a process says of itself that follows a script. */
function greeted(...turns: readonly Turn[]): unknown {
  return scripted((from) => greeting(from, 'mine', limits), limits, turns).supervisor.start();
}

test('the first line tells of the process', () => {
  expect(greeted(line(start))).toMatchObject({ name: 'mine', implements: ['alternatingSum'] });
});

test.each<[string, string, readonly Turn[]]>([
  ['nothing', 'not JSON', [line('loading')]],
  ['its end', 'not JSON', [line('loading'), ends]],
  ['lines without end', 'endless output', [line('loading'), line('more'), endless]],
  ['a good start', 'output before start', [line('loading'), line('more'), line(start)]],
])('a banner that is followed by %s is told as %s', (_what, kind, turns) => {
  expect(greeted(...turns)).toMatchObject({ kind });
});

test('a start that is wrong is told, unless a good one follows', () => {
  const wrong = line(JSON.stringify({ version: 2 }));
  expect(greeted(wrong)).toMatchObject({ kind: 'version', got: '2' });
  expect(greeted(wrong, line(start))).toMatchObject({ kind: 'output before start' });
});

/** What comes of so many calls. */
function called(calls: number, ...turns: readonly Turn[]): unknown {
  const { supervisor } = scripted((from) => greeting(from, 'mine', limits), limits, [line(start), ...turns]);
  const about = supervisor.start();
  if ('kind' in about) throw new Error(about.kind);
  const host = converse(supervisor, about, limits, () => undefined);
  return Array.from({ length: calls }, () => host.call(sum));
}

test('calls are numbered, and what is replied is read', () => {
  const skips = line(JSON.stringify({ id: 2, skipped: 'why' }));
  const throws = line(JSON.stringify({ id: 3, error: 'no' }));
  expect(called(4, reply(1), skips, throws, reply(4))).toEqual([
    { outcome: 'returned', value: 6, observations: [] },
    { outcome: 'skipped', why: 'why' },
    { outcome: 'threw', words: 'no', observations: [] },
    { outcome: 'returned', value: 6, observations: [] },
  ]);
});

test.each<[string, string, readonly Turn[]]>([
  ['ends in the place of a reply', 'exited', [ends]],
  ['is silent', 'time limit', ['nothing']],
  ['replies with a word, and no more', 'not JSON', [line('6')]],
  ['replies with a word, and ends', 'not JSON', [line('6'), ends]],
  ['replies with words without end', 'endless output', [line('6'), endless]],
  ['replies with a word before the reply', 'extra output', [line('6'), line('7'), reply(1)]],
  ['had written a line before it was asked', 'extra output', [line('6', true)]],
  [
    'had written a good reply before it was asked',
    'extra output',
    [{ ...(reply(1) as object), isEarly: true } as Turn],
  ],
])('one that %s is told: %s', (_what, kind, turns) => {
  expect(called(1, ...turns)).toMatchObject([{ outcome: 'failed', failure: { kind } }]);
});

test('one that has ended after its reply is told at the next call, and then started anew', () => {
  const last: Turn = { line: JSON.stringify({ id: 1, result: 6 }), thenEnds: true };
  expect(called(3, last, line(start), reply(2))).toEqual([
    { outcome: 'returned', value: 6, observations: [] },
    { outcome: 'failed', failure: { kind: 'exited', got: 'exit code 0' } },
    { outcome: 'returned', value: 6, observations: [] },
  ]);
});

test('what was printed and how it is closed are passed on', () => {
  const { supervisor } = scripted((from) => greeting(from, 'mine', limits), limits, [line(start)]);
  const about = { name: 'mine', language: '', format: 'float64', implements: [] } as const;
  const farewell = { kind: 'stuck', got: '' } as const;
  const host = converse(supervisor, about, limits, () => farewell);
  supervisor.channel.print(Buffer.from('noise'));
  expect([host.about, host.printed(), host.close()]).toEqual([about, 'noise', farewell]);
});
