import fs from 'node:fs';
import { serialize } from 'node:v8';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createCallPacking } from '#conformance/call-packing.ts';
import { type Channel, channelMemory, createChannel } from '#conformance/channel.ts';
import { answerOf, type Exports, serveModule } from '#conformance/module-body.ts';
import type { NodeParts } from '#conformance/node-parts.ts';
import { createObserver } from '#conformance/observer.ts';
import { createPacking } from '#conformance/packing.ts';
import type { Call } from '#law/subject-call.ts';

const packing = createPacking();
const packed = createCallPacking();
const names = ['alternatingSum', 'softmaxAttention'];
const one: Call = { fn: 'alternatingSum', x: [1], h0: 0 };

interface Served {
  readonly replies: readonly (readonly unknown[])[];
  readonly channel: Channel;
  readonly node: NodeParts;
}

/** Calls that are asked at once. */
type Lot = readonly Call[];

/**
 * What the body replies to its start and to some calls; in this thread, each lot is there when it looks for one.
 *
 * @param isBehind whether each lot is asked behind the one before, whose replies nobody has heard
 */
async function served(
  load: (url: string) => Promise<Exports>,
  lots: readonly Lot[] = [],
  words = 200,
  meet: (channel: Channel) => void = () => undefined,
  isBehind = false,
): Promise<Served> {
  const channel = createChannel(
    channelMemory({ request: words, reply: 2 * words, printed: 100, grace: 1000 }),
  );
  meet(channel);
  const replies: (readonly unknown[])[] = [];
  const waiting = [...lots];
  let at = 0;
  let to = 0;
  let together = 0;
  const inThread: Channel = {
    ...channel,
    asked: () => {
      const lot = waiting.shift();
      if (lot === undefined) return false;
      const goesOn = isBehind && together > 0;
      if (!goesOn) at = to = together = 0;
      for (const call of lot) {
        const frozen = call.fn === 'softmaxAttention';
        to = packed.writeCall(channel.request.words, to, names.indexOf(call.fn), frozen, call);
      }
      together += lot.length;
      if (goesOn) channel.askMore(together);
      else channel.ask(together);
      return true;
    },
    answer: (kind, then) => {
      channel.answer(kind, then);
      const { words } = channel.reply;
      replies.push(
        words[at + 1]! < 0 ? [0, packed.readResult(words, at), ''] : packing.read(channel.reply, at),
      );
      at = words[at]!;
      if (!isBehind || together === 0) channel.replied(0, 0);
    },
  };
  const threads = {
    workerData: { memory: undefined, url: 'file:///mine.mjs', names, spins: 0 },
    parentPort: {},
  };
  const node = {
    threads,
    files: { ...fs },
    modules: { syncBuiltinESMExports: vi.fn() },
    serialising: { serialize },
  } as unknown as NodeParts;
  const streams = [process.stdout, process.stderr].map(
    (stream) => [stream, Reflect.get(stream, 'write')] as const,
  );
  channel.ask();
  try {
    await serveModule(
      { channel: () => inThread, packing: () => packing, calls: () => packed, observer: createObserver },
      node,
      load,
    );
  } finally {
    for (const [stream, write] of streams) Object.assign(stream, { write });
  }
  return { replies, channel, node };
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('says what a module exports', async () => {
  const exports = { alternatingSum: Math.max, name: 'mine', format: 5, other: null };
  const { replies } = await served((url) => Promise.resolve({ ...exports, url }));
  const types = {
    alternatingSum: 'function',
    name: 'string',
    format: 'number',
    other: 'object',
    url: 'string',
  };
  expect(replies).toEqual([[4, JSON.stringify({ types, name: 'mine' })]]);
});

test.each<[string, unknown, object]>([
  [
    'an error',
    Object.assign(new Error('no'), { code: 'E_NO' }),
    { thrown: 'Error: no', code: 'E_NO', isSyntax: false },
  ],
  [
    'an error of syntax made by the module',
    syntaxError('at file:///mine.mjs:1'),
    { thrown: 'SyntaxError: bad', code: '', isSyntax: false },
  ],
  [
    'an error of syntax',
    syntaxError('at node:internal'),
    { thrown: 'SyntaxError: bad', code: '', isSyntax: true },
  ],
  ['undefined', undefined, { thrown: 'undefined', code: '', isSyntax: false }],
])('says that loading throws %s', async (_what, thrown, told) => {
  const { replies } = await served(() =>
    Promise.resolve().then(() => {
      throw thrown;
    }),
  );
  expect(replies).toEqual([[4, JSON.stringify(told)]]);
});

function syntaxError(place: string): SyntaxError {
  return Object.assign(new SyntaxError('bad'), { stack: `SyntaxError: bad\n    ${place}` });
}

test('answers calls until there are no more', async () => {
  const alternatingSum = (x: readonly number[], h0: number): number => x[0]! - h0;
  const softmaxAttention = (q: number[][]): unknown => q.map(() => [1]);
  const sum: Call = { fn: 'alternatingSum', x: [5], h0: 3 };
  const softmax: Call = { fn: 'softmaxAttention', q: [[1]], k: [[1]], v: [[1]], options: { scale: 2 } };
  const exports = { alternatingSum, softmaxAttention };
  const { replies } = await served(() => Promise.resolve(exports), [[sum], [softmax, sum, softmax], [sum]]);
  const [two, row] = [
    [0, 2, ''],
    [0, [[1]], ''],
  ];
  expect(replies.slice(1)).toEqual([two, row, two, row, two]);
});

test('what is asked behind other calls is replied to behind them', async () => {
  const calls = [5, 6, 7, 8, 9].map((number): Call => ({ fn: 'alternatingSum', x: [number], h0: 0 }));
  const lots = [calls.slice(0, 2), calls.slice(2, 3), calls.slice(3)];
  const { replies, channel } = await served(
    () => Promise.resolve({ alternatingSum: ([x]: readonly number[]) => x }),
    lots,
    200,
    () => undefined,
    true,
  );
  expect(replies.slice(1).map(([, number]) => number)).toEqual([5, 6, 7, 8, 9]);
  const { words } = channel.reply;
  expect([0, 3, 6, 9, 12].map((at) => packed.readResult(words, at))).toEqual([5, 6, 7, 8, 9]);
});

test('what is not plain is told by its bytes', async () => {
  const exports = { alternatingSum: (): string => 'a' };
  const { replies } = await served(() => Promise.resolve(exports), [[one]]);
  expect(replies[1]).toEqual([1, new Uint8Array(serialize('a')), expect.stringContaining('the string')]);
});

test('makes no further call where the reply to it might not fit, or is not wanted', async () => {
  const made: number[] = [];
  let enough = (): void => undefined;
  const alternatingSum = ([length]: readonly number[]): unknown => {
    made.push(length!);
    if (length === 6) enough();
    return [new Array<number>(length!).fill(0)];
  };
  const lots = [
    [5, 199, 1],
    [5, 6, 7],
  ].map((lot) => lot.map((length): Call => ({ fn: 'alternatingSum', x: [length], h0: 0 })));
  const { replies } = await served(
    () => Promise.resolve({ alternatingSum }),
    lots,
    210,
    (channel) => {
      enough = channel.enough;
    },
  );
  expect(made).toEqual([5, 199, 5, 6]);
  expect(replies.slice(1).map(([, rows]) => (rows as number[][])[0]!.length)).toEqual(made);
});

test('says that a result does not fit', async () => {
  const alternatingSum = (): unknown => [new Array<number>(300).fill(0)];
  const { replies } = await served(() => Promise.resolve({ alternatingSum }), [[one]]);
  expect(replies[1]).toEqual([3, 'a result that does not fit']);
});

test('a call that was given up is not replied to', async () => {
  const alternatingSum = (): number => {
    giveUp();
    return 1;
  };
  let giveUp = (): void => undefined;
  const { replies } = await served(
    () => Promise.resolve({ alternatingSum }),
    [[one]],
    200,
    (channel) => {
      giveUp = () => void channel.replied(0, 0);
    },
  );
  expect(replies).toHaveLength(1);
});

test('what is thrown in no call takes the place of the next reply', async () => {
  const alternatingSum = (): number => {
    process.emit('uncaughtException', new Error('aside'));
    process.emit('uncaughtException', new Error('later'));
    return 1;
  };
  const before = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  onTestFinished(() => {
    for (const listener of before) process.on('uncaughtException', listener);
  });
  const { replies } = await served(() => Promise.resolve({ alternatingSum }), [[one]]);
  expect(replies[1]).toEqual([5, 'Error: aside']);
  expect(process.listenerCount('uncaughtException')).toBe(0);
});

test('the module finds neither the channel nor the streams of the program', async () => {
  const done = vi.fn();
  const bytes = new TextEncoder();
  const run = await served(() => {
    process.stdout.write('a');
    process.stderr.write(bytes.encode('b'), done);
    return Promise.resolve({});
  });
  const { node } = run;
  expect(node.threads).toMatchObject({ workerData: null, parentPort: null });
  expect(node.modules.syncBuiltinESMExports).toHaveBeenCalled();
  const { files } = node;
  expect(files.writeSync(1, 'c')).toBe(1);
  expect(files.writeSync(2, bytes.encode('d'))).toBe(1);
  files.write(1, 'e', done);
  expect(files.readSync(0, new Uint8Array(1))).toBe(0);
  expect(done).toHaveBeenCalledTimes(2);
  expect(text(run.channel.printed().bytes)).toBe('abcde');
});

test('other files are written and read as ever', async () => {
  const { node } = await served(() => Promise.resolve({}));
  const file = fs.openSync('/dev/null', 'r+');
  expect(node.files.writeSync(file, 'abc')).toBe(3);
  expect(node.files.readSync(file, new Uint8Array(1))).toBe(0);
  await new Promise((done) => {
    node.files.write(file, 'abc', done);
  });
  fs.closeSync(file);
});

const promise = (got: string): string =>
  JSON.stringify([{ seen: 'not plain', at: 'result', got: `a promise${got}` }]);

test.each<[string, (...args: readonly unknown[]) => unknown, readonly unknown[]]>([
  ['a number', () => 5, [0, 5, '']],
  [
    'an argument',
    (x) => [x],
    [
      0,
      [[1]],
      JSON.stringify([{ seen: 'argument returned', at: 'result, row 0', got: 'an array of length 1' }]),
    ],
  ],
  [
    'a text',
    () => 'a',
    [
      1,
      new Uint8Array(serialize('a')),
      JSON.stringify([{ seen: 'not plain', at: 'result', got: 'the string "a"' }]),
    ],
  ],
  [
    'a function',
    () => Math.max,
    [
      1,
      new Uint8Array(0),
      JSON.stringify([{ seen: 'not plain', at: 'result', got: 'a value of type function' }]),
    ],
  ],
  ['a promise', () => Promise.resolve(5), [1, new Uint8Array(0), promise('')]],
  [
    'a promise that is rejected',
    () => Promise.reject(new Error('no')),
    [1, new Uint8Array(0), promise(' that is rejected with Error: no')],
  ],
  [
    'a promise that never settles',
    () => new Promise(() => undefined),
    [1, new Uint8Array(0), promise(' that does not settle')],
  ],
])('answers with %s', async (_what, call, answer) => {
  const reply = await answerOf(call, [[1]], false, createObserver(), serialize);
  expect(reply.map((part) => (part instanceof Uint8Array ? new Uint8Array(part) : part))).toEqual(answer);
});

test('what is seen beside a promise is told as it is', async () => {
  const call = (x: unknown): Promise<number> => {
    (x as number[])[0] = 9;
    return Promise.resolve(5);
  };
  const [, , observations] = await answerOf(call, [[1]], false, createObserver(), serialize);
  expect(JSON.parse(observations as string)).toMatchObject([
    { seen: 'argument changed' },
    { seen: 'not plain', got: 'a promise' },
  ]);
});

test.each<[unknown, string]>([
  [new RangeError('no'), 'RangeError: no'],
  ['words', '"words"'],
  [undefined, 'undefined'],
  ['x'.repeat(5000), `"${'x'.repeat(999)}`],
  [Object.create(null), 'an object that cannot be read'],
])('answers that it throws', async (thrown, words) => {
  const call = (): never => {
    throw thrown as Error;
  };
  expect(await answerOf(call, [[1]], false, createObserver(), serialize)).toEqual([2, words, '[]']);
});

test('an argument that is changed before it throws is told', async () => {
  const call = (x: unknown): never => {
    (x as number[])[0] = 9;
    throw new Error('no');
  };
  const [, , observations] = await answerOf(call, [[1]], false, createObserver(), serialize);
  expect(observations).toContain('argument changed');
});
