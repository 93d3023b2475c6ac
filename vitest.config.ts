import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { mergesReports, seesPart } from './properties/gate/partial.ts';
import Sequencer from './properties/gate/sequence.ts';
import { optimiseLate } from './src/command/engine.ts';
import { environmentSettings } from './src/command/settings.ts';

// For all threads of the gate.
optimiseLate();

const settings = environmentSettings(process.env);
if ('fault' in settings) {
  process.stderr.write(`${settings.fault}\n`);
  process.exit(2);
}

/** Source files are read as they are; vitest loads the reporter in an environment of its own. */
const conditions = ['source'];
/**
 * What touches the document. It runs in Chromium, where `properties/report/page/` tries every control of it; it is kept
 * thin, and what it shows is computed in `src/report/html/` and `src/report/play/`, which are covered here.
 */
const inChromium = ['src/report/page/**'];
/** Everything: what takes one branch or another by what comes first is told apart by properties that say what comes first. */
const everything = { statements: 100, branches: 100, functions: 100, lines: 100 };

/**
 * The gate. `vitest run --coverage` runs it whole. In shards, at one absolute path:
 *
 *     vitest run --coverage --shard=1/2 --reporter=blob
 *     vitest run --coverage --shard=2/2 --reporter=blob
 *     vitest run --coverage --merge-reports
 *
 * A `--reporter` on the command line replaces those below, so a shard reports to its blob alone; merging brings the
 * reporter of the gate back, and exits with 3 when a shard is missing.
 */
const config: ReturnType<typeof defineConfig> = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  environments: { __vitest__: { resolve: { conditions: [...conditions, 'node', 'module'] } } },
  test: {
    include: ['properties/**/*.property.ts'],
    setupFiles: [fileURLToPath(new URL('properties/gate/seed.ts', import.meta.url))],
    testTimeout: 0,
    environment: fileURLToPath(new URL('properties/gate/environment.ts', import.meta.url)),
    pool: 'threads',
    maxWorkers: 2,
    // The rooms hold no state but memoised tables, and loading them anew for each file takes longer than the properties.
    isolate: false,
    sequence: { sequencer: Sequencer },
    reporters: ['default', './properties/gate/reporter.ts'],
    coverage: {
      // When reports are merged, vitest has emptied all modules that shards have loaded, and the provider of the gate is one.
      ...(mergesReports(process.argv.slice(2))
        ? { provider: 'v8' }
        : {
            provider: 'custom',
            customProviderModule: fileURLToPath(new URL('properties/gate/coverage.ts', import.meta.url)),
          }),
      include: ['src/**/*.ts'],
      exclude: ['src/index.ts', 'src/bin.ts', ...inChromium],
      reportsDirectory: 'reports/coverage',
      reporter: ['text', 'html', 'lcovonly', 'json-summary', 'cobertura'],
      ...(seesPart(process.argv.slice(2)) ? {} : { thresholds: everything }),
    },
  },
});

export default config;
