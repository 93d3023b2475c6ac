import { expect, test, vi } from 'vitest';
import { type Channel, channelMemory, createChannel, type Then } from '#conformance/channel.ts';
import { storeLater } from './later.ts';

function fresh(grace = 60_000): readonly [Channel, SharedArrayBuffer] {
  const memory = channelMemory({ request: 4, reply: 5, printed: 10, grace });
  return [createChannel(memory), memory];
}

test('parts have their sizes and do not overlap', () => {
  const [{ request, reply, last, print, printed }] = fresh();
  request.words.fill(1);
  reply.words.fill(2);
  last.words.fill(3);
  print(new Uint8Array(10).fill(4));
  expect([request.words.length, reply.words.length]).toEqual([4, 5]);
  expect(last.words.length).toBeGreaterThan(500);
  expect([request, reply, last].map(({ words, bytes }) => words.length * 8 - bytes.length)).toEqual([
    0, 0, 0,
  ]);
  expect([...request.words, ...reply.words]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2]);
  expect(printed().bytes).toEqual(new Uint8Array(10).fill(4));
});

test('two views see one channel', () => {
  const [asker, memory] = fresh();
  const answerer = createChannel(memory);
  asker.request.words[0] = 7;
  asker.ask();
  expect(answerer.asked(5)).toBe(true);
  expect(answerer.request.words[0]).toBe(7);
  expect(answerer.take(false)).toBe(true);
  answerer.answer(0);
  expect(asker.replied(0, 5)).toBe(true);
  expect(asker.kind()).toBe(0);
});

test('a call is taken once', () => {
  const [channel] = fresh();
  expect(channel.take(false)).toBe(false);
  channel.ask();
  expect([channel.take(false), channel.take(false)]).toEqual([true, false]);
});

test('the keeper may take what a subject has taken that has ended, and nothing else', () => {
  const [channel] = fresh();
  expect(channel.take(true)).toBe(false);
  channel.ask();
  channel.take(false);
  expect(channel.take(true)).toBe(true);
  channel.answer(1);
  expect([channel.replied(0, 0), channel.kind()]).toEqual([true, 1]);
  expect(channel.take(true)).toBe(false);
});

test('several calls are answered one by one, and each reply is waited for by itself', () => {
  const [asker, memory] = fresh();
  const answerer = createChannel(memory);
  const reply = (then: Then): void => {
    expect(answerer.take(false)).toBe(true);
    answerer.answer(0, then);
  };
  asker.ask(3);
  expect([answerer.goesOn(1), answerer.goesOn(2), answerer.goesOn(3)]).toEqual([true, true, false]);
  reply('goes on');
  expect([asker.replied(0, 0), asker.kind(), asker.isIdle()]).toEqual([true, 0, false]);
  reply('goes on');
  reply('is done');
  expect([asker.replied(0, 3), asker.isIdle()]).toEqual([true, false]);
  expect([asker.replied(0, 0), asker.isIdle()]).toEqual([true, true]);
  asker.ask(2);
  expect(asker.replied(0, 0)).toBe(false);
  expect([asker.isIdle(), answerer.take(false)]).toEqual([true, false]);
});

test('more is asked behind what is asked, of who is at work and of who has done', () => {
  const [asker, memory] = fresh();
  const answerer = createChannel(memory);
  asker.ask(1);
  expect([answerer.asked(0), answerer.isFirst()]).toEqual([true, true]);
  answerer.take(false);
  asker.askMore(2);
  expect(answerer.goesOn(1)).toBe(true);
  answerer.answer(0, 'goes on');
  answerer.take(false);
  answerer.answer(0);
  asker.askMore(3);
  expect([answerer.isFirst(), answerer.take(false)]).toEqual([false, true]);
  answerer.answer(0);
  for (const isLast of [false, false, true]) {
    expect([asker.replied(0, 0), asker.isIdle()]).toEqual([true, isLast]);
  }
});

test('who has no room for another reply is asked no more, and who is asked too late is idle in the end', () => {
  const [asker, memory] = fresh();
  const answerer = createChannel(memory);
  asker.ask(2);
  answerer.take(false);
  answerer.answer(0, 'is full');
  asker.askMore(3);
  expect(answerer.take(false)).toBe(false);
  expect([asker.replied(0, 0), asker.isIdle()]).toEqual([true, true]);
  asker.askMore(4);
  expect([asker.isIdle(), answerer.take(false)]).toEqual([true, false]);
  asker.ask();
  expect([answerer.isFirst(), answerer.take(false)]).toEqual([true, true]);
});

test('who has done wakes when more is asked', () => {
  const [asker, memory] = fresh();
  asker.ask(1);
  asker.take(false);
  asker.answer(0);
  const before = new Int32Array(memory, 0, 16)[0]!;
  storeLater(memory, 0, before - 2);
  expect(asker.asked(0)).toBe(true);
});

test('who waits is not woken for each of several replies, and looks again after a while', () => {
  const [asker, memory] = fresh();
  const notify = vi.spyOn(Atomics, 'notify');
  const wakes = (): number => notify.mock.calls.splice(0).length;
  asker.ask(20);
  storeLater(memory, 0, 8 + 1, false);
  expect([asker.replied(10_000, 0), wakes()]).toEqual([true, 1]);
  // It sleeps for the first reply, and so for the twelve from there.
  const woken = Array.from({ length: 12 }, () => {
    asker.take(false);
    asker.answer(0, 'goes on');
    return wakes();
  });
  expect(woken).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  asker.take(false);
  asker.answer(0);
  expect(wakes()).toBe(1);
  notify.mockRestore();
});

test('an end in the midst of several calls is that of the first without a reply', () => {
  const [asker, memory] = fresh();
  const [answerer, keeper] = [createChannel(memory), createChannel(memory)];
  asker.ask(3);
  answerer.take(false);
  answerer.answer(0, 'goes on');
  keeper.take(true);
  keeper.answer(1);
  expect([asker.replied(0, 0), asker.kind(), asker.isIdle()]).toEqual([true, 0, false]);
  expect([asker.replied(0, 0), asker.kind(), asker.isIdle()]).toEqual([true, 1, true]);
});

test('an end after several calls keeps their replies', () => {
  const [asker, memory] = fresh();
  const [answerer, keeper] = [createChannel(memory), createChannel(memory)];
  asker.ask(2);
  for (const then of ['goes on', 'is done'] as const) {
    answerer.take(false);
    answerer.answer(0, then);
  }
  expect(keeper.take(true)).toBe(false);
  expect([asker.replied(0, 0), asker.replied(0, 0), asker.kind(), asker.isIdle()]).toEqual([
    true,
    true,
    0,
    true,
  ]);
});

test('no more is wanted once that is said, and what is asked may be given up', () => {
  const [channel] = fresh();
  channel.ask(3);
  channel.enough();
  expect(channel.goesOn(1)).toBe(false);
  channel.giveUp();
  expect([channel.isIdle(), channel.take(true)]).toEqual([true, false]);
});

test('a call that was given up is answered by nobody', () => {
  const [channel] = fresh();
  channel.ask();
  expect(channel.replied(1, 0)).toBe(false);
  expect(channel.take(true)).toBe(false);
});

test('a reply that is being written is waited for beyond the limit', () => {
  const [channel, memory] = fresh();
  channel.ask();
  channel.take(false);
  storeLater(memory, 0, 3);
  expect(channel.replied(0, 0)).toBe(true);
});

test('a reply that is never finished is given up', () => {
  const [channel] = fresh(20);
  channel.ask();
  channel.take(false);
  const start = performance.now();
  expect(channel.replied(0, 0)).toBe(false);
  expect(performance.now() - start).toBeGreaterThan(19);
});

test('a reply wakes who sleeps for it', () => {
  const [channel, memory] = fresh();
  channel.ask();
  storeLater(memory, 0, 3);
  expect(channel.replied(10_000, 0)).toBe(true);
});

test('a call wakes who sleeps for it, and so does the end of all calls', () => {
  const [channel, memory] = fresh();
  storeLater(memory, 0, 1);
  expect(channel.asked(3)).toBe(true);
  channel.close();
  expect(channel.asked(0)).toBe(false);
});

test('knows whether the subject has ended, and its keeper has done', () => {
  const [channel, memory] = fresh();
  const told = (): readonly boolean[] => [channel.isEnding(), channel.ended(1)];
  channel.begin();
  expect(told()).toEqual([false, false]);
  channel.ending();
  expect(told()).toEqual([true, false]);
  channel.end();
  expect(told()).toEqual([true, true]);
  channel.begin();
  expect(told()).toEqual([false, false]);
  storeLater(memory, 1, 2);
  expect(channel.ended(10_000)).toBe(true);
});

test('keeps what is printed as far as there is room, and counts the rest', () => {
  const [channel] = fresh();
  channel.print(new Uint8Array(6).fill(1));
  channel.print(new Uint8Array(7).fill(2));
  channel.print(new Uint8Array(3).fill(3));
  expect(channel.printed()).toEqual({ bytes: new Uint8Array([1, 1, 1, 1, 1, 1, 2, 2, 2, 2]), dropped: 6 });
  expect(channel.printed()).toEqual({ bytes: new Uint8Array(0), dropped: 0 });
  channel.print(new Uint8Array([5]));
  expect(channel.printed()).toEqual({ bytes: new Uint8Array([5]), dropped: 0 });
});

test('the count of what is dropped does not turn over', () => {
  const [channel, memory] = fresh();
  new Int32Array(memory, 0, 16)[4] = 2 ** 30 - 1;
  channel.print(new Uint8Array(100));
  channel.print(new Uint8Array(100));
  expect(channel.printed().dropped).toBe(2 ** 30);
});
