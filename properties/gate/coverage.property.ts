import { pathToFileURL } from 'node:url';
import { BroadcastChannel, threadId } from 'node:worker_threads';
import v8 from '@vitest/coverage-v8';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { CoverageProvider } from 'vitest/node';
import { actBeforeEnd, beforeEnd } from './before-end.ts';
import coverage, { keep, mergedAtOnce, mergingAtOnce, type Run, type Seen, toldBy } from './coverage.ts';

/** A script of 20 letters with a function in which a block ran so often. */
function seen(name: string, calls: number, block: number, startOffset = 0): Seen {
  const url = pathToFileURL(`/src/${name}.ts`).href;
  const ranges = [
    { startOffset: 2, endOffset: 18, count: calls },
    { startOffset: 5, endOffset: 9, count: block },
  ];
  const functions = [{ functionName: 'one', isBlockCoverage: true, ranges }];
  return { scriptId: '1', url, functions, startOffset };
}

const runs: readonly Run[] = [
  { result: [seen('a', 3, 0), seen('b', 1, 0, 7)] },
  { result: [seen('a', 2, 1)] },
  { result: [seen('b', 1, 0)] },
];

test('what files ran is added up, and where the text of a script begins is kept', () => {
  const { result } = mergedAtOnce(runs);
  const counts = result.map(({ url, functions, startOffset }) => [
    url.slice(-4),
    functions[0]!.ranges.map(({ count }) => count),
    startOffset,
  ]);
  expect(counts).toEqual([
    ['a.ts', [5, 1], 0],
    ['b.ts', [2, 0], 7],
  ]);
  expect(mergedAtOnce([])).toEqual({ result: [] });
});

/** A provider of two projects, each of which files left so, and what it gave and to which it went on. */
async function readBy(left: readonly object[]): Promise<readonly unknown[]> {
  const done: unknown[] = [];
  const provider = mergingAtOnce({
    readCoverageFiles: async (reading: {
      onFileRead: (run: object) => void;
      onFinished: (project: string) => Promise<void>;
    }) => {
      for (const project of ['one', 'two']) {
        for (const run of left) reading.onFileRead(run);
        await reading.onFinished(project);
      }
    },
  } as unknown as CoverageProvider) as unknown as {
    readCoverageFiles: (reading: object) => Promise<void>;
  };
  await provider.readCoverageFiles({
    onFileRead: (run: Run) => done.push(run),
    onFinished: (project: string) => Promise.resolve(done.push(project)),
  });
  return done;
}

test('a provider reads every file, and is given all of them at once, before it goes on', async () => {
  expect(await readBy(runs)).toEqual([mergedAtOnce(runs), 'one', mergedAtOnce(runs), 'two']);
});

test('of threads that files name it is given what they tell, once each, and waits for it', async () => {
  const [first, second, third] = runs as readonly [Run, Run, Run];
  keep({ thread: -1, run: second });
  const reading = readBy([{ thread: -1 }, first, { thread: -2 }, { thread: -1 }, { thread: -2 }]);
  keep({ thread: -2, run: third });
  const all = mergedAtOnce([first, second, third]);
  expect(await reading).toEqual([all, 'one', all, 'two']);
});

test('a thread that tells nothing is an error, not coverage without it', async () => {
  await expect(toldBy(-3, 1)).rejects.toThrow('a thread must tell what it ran, got nothing of thread -3');
});

test('files of a thread leave its name; what it ran of the sources is told once, before it ends', async () => {
  const url = 'file:///properties/a.ts';
  const take = vi
    .spyOn(v8, 'takeCoverage')
    .mockResolvedValue({ result: [{ ...seen('a', 1, 1), url }, seen('b', 1, 0)] });
  const told = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockReturnValue();
  // What this thread itself is to tell is asked for again after this file.
  onTestFinished(() => {
    beforeEnd(undefined);
    vi.restoreAllMocks();
  });
  expect(await coverage.takeCoverage!({})).toEqual({ thread: threadId });
  expect(await coverage.takeCoverage!({})).toEqual({ thread: threadId });
  expect(take).not.toHaveBeenCalled();
  await actBeforeEnd();
  expect(told.mock.calls).toEqual([[{ thread: threadId, run: { result: [seen('b', 1, 0)] } }]]);
});
