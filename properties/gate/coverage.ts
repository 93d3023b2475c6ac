import type { Profiler } from 'node:inspector';
import { createRequire } from 'node:module';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';
import v8 from '@vitest/coverage-v8';
import type { CoverageProvider, CoverageProviderModule } from 'vitest/node';
import { beforeEnd } from './before-end.ts';

/** What one script was seen to run, and where its text begins in the text that ran. */
export type Seen = Profiler.ScriptCoverage & { readonly startOffset: number };

/** What one property file ran. */
export interface Run {
  readonly result: readonly Seen[];
}

/** How the provider reads what each file ran. */
interface Reading {
  readonly onFileRead: (run: Run) => void;
  readonly onFinished: (...of: never[]) => Promise<void>;
}

interface Reader {
  readCoverageFiles: (reading: Reading) => Promise<void>;
}

/** Merges runs, of which it forgets the offsets. The provider's own; it comes with it. */
type Merge = (runs: readonly Run[]) => { readonly result: readonly Profiler.ScriptCoverage[] };
const require = createRequire(import.meta.url);
const { mergeProcessCovs } = createRequire(require.resolve('@vitest/coverage-v8'))('@bcoe/v8-coverage') as {
  readonly mergeProcessCovs: Merge;
};

/** What all files ran: the same as merging one after the other, in the time of reading them once. */
export function mergedAtOnce(runs: readonly Run[]): Run {
  const offsets = new Map<string, number>();
  for (const { url, startOffset } of runs.flatMap(({ result }) => result)) {
    if (startOffset > 0) offsets.set(url, startOffset);
  }
  const { result } = mergeProcessCovs(runs);
  return { result: result.map((one) => ({ ...one, startOffset: offsets.get(one.url) ?? 0 })) };
}

/** What a thread ran, told by that thread as it ends. */
export interface Told {
  readonly thread: number;
  readonly run: Run;
}

/** What a property file leaves: that of the whole thread comes later. */
interface Later {
  readonly thread: number;
}

/** How long a thread may take to end; vitest itself gives up then. */
const ending = 60_000;
const channelName = 'counterclaim: what a thread ran';
const told = new Map<number, Run>();
const awaited = new Map<number, (run: Run) => void>();

/** Keeps what a thread told, for whoever asks and whoever has asked. */
export function keep({ thread, run }: Told): void {
  told.set(thread, run);
  awaited.get(thread)?.(run);
  awaited.delete(thread);
}

/** What a thread ran, once it has told. */
export async function toldBy(thread: number, milliseconds: number = ending): Promise<Run> {
  const run = told.get(thread);
  if (run !== undefined) return run;
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      reject(new Error(`coverage: a thread must tell what it ran, got nothing of thread ${thread}`));
    }, milliseconds);
    awaited.set(thread, (late) => {
      clearTimeout(limit);
      resolve(late);
    });
  });
}

/** Makes a provider call itself custom, as it is configured: threads take coverage as the provider of that name says. */
export function calledCustom(provider: CoverageProvider): CoverageProvider {
  const resolveOptions = provider.resolveOptions.bind(provider);
  provider.resolveOptions = () => ({ ...resolveOptions(), provider: 'custom' });
  return provider;
}

/** Makes a provider merge at once what it would merge one by one: each time all that was merged before is copied. */
export function mergingAtOnce(provider: CoverageProvider): CoverageProvider {
  const reader = provider as CoverageProvider & Reader;
  const read = reader.readCoverageFiles.bind(reader);
  reader.readCoverageFiles = (reading) => {
    const runs: (Run | Later)[] = [];
    return read({
      ...reading,
      onFileRead: (run) => {
        runs.push(run);
      },
      onFinished: async (...of) => {
        const left = runs.splice(0);
        const threads = new Set(left.flatMap((one) => ('thread' in one ? [one.thread] : [])));
        const later = await Promise.all([...threads].map((thread) => toldBy(thread)));
        reading.onFileRead(mergedAtOnce([...left.filter((one) => 'result' in one), ...later]));
        return reading.onFinished(...of);
      },
    });
  };
  return reader;
}

/** What was run of the sources since it was last taken. */
async function take(...of: Parameters<NonNullable<CoverageProviderModule['takeCoverage']>>): Promise<Run> {
  const { result } = (await v8.takeCoverage!(...of)) as Run;
  return { result: result.filter(({ url }) => url.includes('/src/')) };
}

/**
 * The coverage of V8: of the sources alone, merged at once, and of a thread taken once, as it ends. Taking it goes
 * through all functions of the thread, which for each property file takes longer than most of them.
 */
const coverage: CoverageProviderModule = {
  ...v8,
  takeCoverage: async (options) => {
    if (isMainThread) return take(options);
    beforeEnd(async () => {
      const channel = new BroadcastChannel(channelName);
      channel.postMessage({ thread: threadId, run: await take(options) } satisfies Told);
      channel.close();
    });
    return { thread: threadId } satisfies Later;
  },
  getProvider: async () => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: { readonly data: Told }) => {
      keep(data);
    };
    channel.unref();
    return calledCustom(mergingAtOnce(await v8.getProvider()));
  },
};

export default coverage;
