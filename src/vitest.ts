/**
 * The laws as tests of your own vitest suite.
 */

import { describe, test } from 'vitest';
import { budgetOf } from '#command/budget.ts';
import { environmentSettings } from '#command/settings.ts';
import { functionsHost } from '#conformance/builtin.ts';
import { type FormatName, functionNames } from '#conformance/contract.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import type { KnownFailure } from '#conformance/known-failures.ts';
import type { SubjectFunctions } from '#law/subject.ts';
import { lawTests, replayTest } from '#report/law-tests.ts';

export type { FormatName, KnownFailure, SubjectFunctions };

/** How an implementation is tested; COUNTERCLAIM_ variables win over what is written here. */
export interface ConformanceOptions {
  /** The format in which it computes; float64 when absent. */
  readonly format?: FormatName;
  /** By the clock when absent; a failure names it. */
  readonly seed?: number;
  /** Random calls of each law of values. */
  readonly runs?: number;
  /** rnn, softmax-attention, linear-attention or between; all when absent. */
  readonly system?: string;
  /** Names of the laws that are asked for; all when absent. */
  readonly laws?: readonly string[];
  /** Laws that it is known to break. One that holds is a failure. */
  readonly knownFailures?: readonly KnownFailure[];
}

/**
 * Registers a suite with a test for each law that is about a function of the implementation. It runs in the thread of
 * the test: nothing limits its time or its memory. With COUNTERCLAIM_REPLAY there is one test, of what a witness showed.
 *
 * @param implementation alternatingSum, output, softmaxAttention, linearAttention, or some of them
 * @throws Error when it offers none of them, or an option names what there is not
 */
export function conformance(
  name: string,
  implementation: SubjectFunctions,
  options: ConformanceOptions = {},
): void {
  const settings = environmentSettings(process.env);
  if ('fault' in settings) throw new Error(settings.fault);
  const { format = 'float64', seed, runs, system, laws, knownFailures: known = [] } = options;
  if (!functionNames.some((fn) => typeof implementation[fn] === 'function')) {
    throw new Error(`conformance: must be given one of ${functionNames.join(', ')}, got none`);
  }
  const host = functionsHost(name, implementation, settings.format ?? format);
  const drawn = budgetOf({ ...(seed === undefined ? {} : { seed }), ...settings }, Date.now);
  const terms = {
    seed: drawn.seed,
    runs: settings.runs ?? runs,
    laws: settings.laws ?? laws,
    system: settings.system ?? system,
    known,
  };
  checkNames([...(terms.laws ?? []), ...known.map(({ law }) => law)], terms.system);
  describe(name, () => {
    const { replay } = settings;
    for (const { law, run } of replay === undefined ? lawTests(host, terms) : [replayTest(host, replay)]) {
      test(law, { timeout: 0 }, ({ skip }) => {
        const why = run();
        if (why !== undefined) skip(why);
      });
    }
  });
}

function checkNames(laws: readonly string[], system: string | undefined): void {
  const unknown = laws.find((law) => !gradedLaws.some(({ id }) => id === law));
  if (unknown !== undefined) throw new Error(`conformance: must name a law, got '${unknown}'`);
  if (system !== undefined && !gradedLaws.some((law) => law.system === system)) {
    throw new Error(`conformance: must name a system, got '${system}'`);
  }
}
