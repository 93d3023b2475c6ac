import type { Profiler } from 'node:inspector';
import { createRequire } from 'node:module';
import v8 from '@vitest/coverage-v8';
import type { CoverageProvider, CoverageProviderModule } from 'vitest/node';

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

/** Makes a provider merge at once what it would merge one by one: each time all that was merged before is copied. */
export function mergingAtOnce(provider: CoverageProvider): CoverageProvider {
  const reader = provider as CoverageProvider & Reader;
  const read = reader.readCoverageFiles.bind(reader);
  reader.readCoverageFiles = (reading) => {
    const runs: Run[] = [];
    return read({
      ...reading,
      onFileRead: (run) => {
        runs.push(run);
      },
      onFinished: (...of) => {
        reading.onFileRead(mergedAtOnce(runs.splice(0)));
        return reading.onFinished(...of);
      },
    });
  };
  return reader;
}

/** The coverage of V8: of the sources alone, and merged at once. */
const coverage: CoverageProviderModule = {
  ...v8,
  takeCoverage: async (options) => {
    const { result } = (await v8.takeCoverage!(options)) as Run;
    return { result: result.filter(({ url }) => url.includes('/src/')) };
  },
  getProvider: async () => mergingAtOnce(await v8.getProvider()),
};

export default coverage;
