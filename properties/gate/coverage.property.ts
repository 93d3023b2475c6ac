import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { CoverageProvider } from 'vitest/node';
import { mergedAtOnce, mergingAtOnce, type Run, type Seen } from './coverage.ts';

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

test('a provider reads every file, and is given all of them at once, before it goes on', async () => {
  const done: unknown[] = [];
  const provider = mergingAtOnce({
    readCoverageFiles: async (reading: {
      onFileRead: (run: Run) => void;
      onFinished: (project: string) => Promise<void>;
    }) => {
      for (const project of ['one', 'two']) {
        for (const run of runs) reading.onFileRead(run);
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
  expect(done).toEqual([mergedAtOnce(runs), 'one', mergedAtOnce(runs), 'two']);
});
