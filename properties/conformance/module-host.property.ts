import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Failure } from '#conformance/failure.ts';
import type { Host } from '#conformance/host.ts';
import { defaultLimits, type Limits } from '#conformance/limits.ts';
import { aboutModule, fileFailure, openModule } from '#conformance/module-host.ts';
import { temporaryFolder } from '../command/temporary.ts';

/** Opens a module with a text. */
function opened(text: string, limits: Limits = defaultLimits): Host | Failure {
  const file = join(temporaryFolder(), 'mine.mjs');
  writeFileSync(file, text);
  return openModule(file, limits);
}

function hosted(text: string, limits: Limits = defaultLimits): Host {
  const host = opened(text, limits);
  if ('kind' in host) throw new Error(`${host.kind}: ${host.got}`);
  onTestFinished(() => {
    host.close();
  });
  return host;
}

const sum = { fn: 'alternatingSum', x: [1, 2], h0: 5 } as const;

test('a module is called as if it were near, and what it does to its arguments stays with it', () => {
  const host = hosted(`
    export const name = 'mine', format = 'float32';
    export const alternatingSum = (x, h0) => { let h = h0; for (const a of x) h = a - h; return h; };
    export const softmaxAttention = (q, k, v, options) => [[q === k ? 1 : 0, k === v ? 1 : 0], [options.scale, 0]];
    export const linearAttention = (q) => { q[0][0] = 9; return q; };
    export const output = () => new Float64Array([1, -0]);`);
  expect(host.about).toEqual({
    name: 'mine',
    language: 'javascript',
    format: 'float32',
    implements: ['alternatingSum', 'output', 'softmaxAttention', 'linearAttention'],
  });
  expect(host.call(sum)).toEqual({ outcome: 'returned', value: 6, observations: [] });
  const q = [[1]];
  const call = { q, k: q, v: [[1]], options: { scale: -0 } };
  expect(host.call({ fn: 'softmaxAttention', ...call })).toMatchObject({
    value: [
      [1, 0],
      [-0, 0],
    ],
  });
  const changed = host.call({ fn: 'linearAttention', ...call, options: {} });
  expect(changed).toMatchObject({
    value: [[9]],
    observations: [{ seen: 'argument changed' }, { seen: 'argument returned' }],
  });
  expect(q).toEqual([[1]]);
  expect(host.call({ fn: 'linearAttention', ...call, options: {} }, true)).toMatchObject({
    outcome: 'threw',
    words: expect.stringContaining('read only') as string,
  });
  expect(host.call({ fn: 'output', x: [], h0: 0 })).toMatchObject({
    value: new Float64Array([1, -0]),
    observations: [{ seen: 'not plain' }],
  });
  expect(host.close()).toBeUndefined();
});

const oddities: readonly (readonly [body: string, told: object])[] = [
  ['throw "words";', { outcome: 'threw', words: '"words"' }],
  ['throw undefined;', { outcome: 'threw', words: 'undefined' }],
  [
    'return Promise.reject(new Error("later"));',
    {
      outcome: 'returned',
      value: undefined,
      observations: [
        { seen: 'not plain', at: 'result', got: 'a promise that is rejected with Error: later' },
      ],
    },
  ],
  ['return () => 0;', { outcome: 'returned', value: undefined }],
  [
    'return [["1"], , [2n]];',
    { observations: [{ seen: 'not plain', at: 'result, row 0, column 0', got: 'the string "1"' }] },
  ],
];

test('what is odd in a result or thrown is told as it is, and holes, texts and big integers stay what they are', () => {
  const bodies = oddities.map(([body]) => `() => { ${body} }`);
  const host = hosted(`export const alternatingSum = ([which]) => [${bodies.join(', ')}][which]();`);
  const replies = oddities.map((_, which) => host.call({ fn: 'alternatingSum', x: [which], h0: 0 }));
  for (const [i, [body, told]] of oddities.entries()) expect(replies[i], body).toMatchObject(told);
  const last = replies.at(-1)!;
  const value = last.outcome === 'returned' ? (last.value as unknown[]) : [];
  expect(value).toEqual([['1'], undefined, [2n]]);
  expect(1 in value).toBe(false);
});

test('what a module prints is kept apart, and printable', () => {
  const host = hosted(`
    import { writeSync } from 'node:fs';
    console.log('loading \\u001b[31mred');
    export const alternatingSum = () => { writeSync(1, 'direct\\n'); process.stderr.write('x'.repeat(50000)); return 0; };`);
  expect(host.printed()).toBe('loading red');
  host.call(sum);
  expect(host.printed()).toMatch(/^direct\nx{100,}\.\.\. \(\d+ more\)\n\.\.\. \(\d+ more bytes\)$/);
  expect(host.printed()).toBe('');
});

test('a module cannot reach what it is not given', () => {
  const host = hosted(`
    import { parentPort, workerData } from 'node:worker_threads';
    export const alternatingSum = () => parentPort === null && workerData === null && process.env.HOME === undefined ? 1 : 0;`);
  expect(host.call(sum)).toMatchObject({ value: 1 });
});

test('after a failure the module is started anew, a number of times', () => {
  const limits = { ...defaultLimits, restarts: 1 };
  const host = hosted(
    'let calls = 0; export const alternatingSum = () => { calls++; if (calls === 2) for (;;); return calls; };',
    limits,
  );
  // Each call has its limit: the good ones all the time that a busy machine takes.
  const within = (time: number): unknown => {
    Object.assign(limits, { time });
    return host.call(sum);
  };
  const long = defaultLimits.time;
  expect(within(long)).toMatchObject({ value: 1 });
  expect(within(20)).toEqual({
    outcome: 'failed',
    failure: { kind: 'time limit', got: 'no reply in 20 ms' },
  });
  expect(within(long)).toMatchObject({ value: 1 });
  expect(within(20)).toMatchObject({ failure: { kind: 'time limit' } });
  expect(within(long)).toMatchObject({ failure: { kind: 'given up', got: '2 ends' } });
  expect(within(long)).toMatchObject({ failure: { kind: 'given up' } });
  expect(host.close()).toMatchObject({ kind: 'given up' });
});

test('arguments that do not fit are said to be', () => {
  const host = hosted('export const alternatingSum = () => 0;', { ...defaultLimits, line: 2000 });
  const call = { fn: 'alternatingSum', x: new Array<number>(300).fill(0), h0: 0 } as const;
  expect(host.call(call)).toEqual({ outcome: 'failed', failure: { kind: 'oversize', got: 'arguments' } });
  expect(host.call(sum)).toMatchObject({ value: 0 });
});

test.each([
  ['export const alternatingSum = (;', 'does not parse', 'SyntaxError'],
  ["import './nowhere.mjs';", 'import missing', 'nowhere.mjs'],
  ["import { nothing } from 'node:fs';", 'import missing', 'nothing'],
  ['export const other = 1;', 'nothing known', 'exports other'],
  ["queueMicrotask(() => { throw new Error('aside'); }); await 0; await 0;", 'crashed', 'Error: aside'],
])('%s does not load: %s', (text, kind, got) => {
  expect(opened(text)).toMatchObject({ kind, got: expect.stringContaining(got) as string });
});

test('says what is wrong with a file before it is loaded', () => {
  const folder = temporaryFolder();
  const [typescript, missing] = [join(folder, 'mine.ts'), join(folder, 'none.mjs')];
  writeFileSync(typescript, '');
  expect(fileFailure(missing, true)).toEqual({ kind: 'no such module', got: missing });
  expect(openModule(missing, defaultLimits)).toMatchObject({ kind: 'no such module' });
  expect(fileFailure(folder, true)).toMatchObject({ kind: 'unreadable module' });
  expect(fileFailure(typescript, true)).toBeUndefined();
  expect(fileFailure(typescript, false)).toEqual({
    kind: 'type stripping',
    got: `${typescript} on ${process.version}`,
  });
});

const types = { alternatingSum: 'function' };

test.each([
  [{ types }, { name: 'mine.mjs', format: 'float64', implements: ['alternatingSum'] }],
  [
    { types: { ...types, format: 'string' }, format: 'float32' },
    { name: 'mine.mjs', format: 'float32' },
  ],
  [
    { types: { ...types, name: 'string', format: 'string' }, name: 'a', format: 'float32' },
    { name: 'a', format: 'float32' },
  ],
  [{ types: {} }, { kind: 'nothing known', got: 'exports nothing' }],
  [
    { types: { default: 'function', sum: 'function' } },
    { kind: 'nothing known', got: 'exports default, sum' },
  ],
  [{ types: { ...types, output: 'number' } }, { kind: 'not a function', got: 'output of type number' }],
  [{ types: { ...types, name: 'number' } }, { kind: 'wrong declaration', got: 'name of type number' }],
  [{ types: { ...types, format: 'number' } }, { kind: 'wrong declaration', got: 'format of type number' }],
  [
    { types: { ...types, format: 'string' }, format: 'float16' },
    { kind: 'wrong declaration', got: 'format float16' },
  ],
  [{ thrown: 'x', code: 'ERR_UNKNOWN_FILE_EXTENSION', isSyntax: false }, { kind: 'unreadable module' }],
  [{ thrown: 'x', code: 'EACCES', isSyntax: false }, { kind: 'unreadable module' }],
  [{ thrown: 'x', code: 'ERR_MODULE_NOT_FOUND', isSyntax: false }, { kind: 'import missing' }],
  [{ thrown: 'SyntaxError: x', code: '', isSyntax: true }, { kind: 'does not parse' }],
  [
    { thrown: 'Error: x', code: '', isSyntax: false },
    { kind: 'threw at start', got: 'Error: x' },
  ],
])('%o is a module that is %o', (loaded, about) => {
  expect(aboutModule(loaded, 'mine.mjs')).toMatchObject(about);
});
