import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase, TestRunEndReason } from 'vitest/node';
import type { Claim } from '#claim/claim.ts';
import { writeUp } from '#claim/write-up.ts';
import { environmentSettings, folderOf } from '#command/settings.ts';
import { version } from '#command/version.ts';
import { usualBudget } from '#judge/budget.ts';
import { claimCount, type Ledger, ledgerOf, sumLine } from '#report/ledger.ts';
import { verdictCounts } from '#report/markdown.ts';
import { writeReports } from '#report/write.ts';
import { decidedOf, type GateRecord } from './record.ts';

/** The part of Node's `process` that ends a run. */
export interface Host {
  exitCode?: number | string | null | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly once: (event: 'exit' | 'SIGINT', listener: () => void) => unknown;
  readonly stdout: { readonly write: (text: string) => unknown };
}

/** Exit code of incomplete evidence. */
const incomplete = 3;

/**
 * Collects what the claim properties decided and writes it as the program does: the reports when every claim is there,
 * else `partial/` only, and then the run does not pass.
 *
 * @param options the claims expected, and the process to end; those of the write-up and Node's own, unless a test says otherwise
 */
export default class GateReporter implements Reporter {
  readonly #records: Map<string, GateRecord> = new Map<string, GateRecord>();
  readonly #claims: readonly Claim[];
  readonly #host: Host;
  #watch = false;

  constructor(options: { readonly claims?: readonly Claim[]; readonly host?: Host } = {}) {
    this.#claims = options.claims ?? writeUp;
    this.#host = options.host ?? process;
  }

  onInit({ config }: { readonly config: { readonly watch: boolean } }): void {
    this.#watch = config.watch;
    this.#host.once('SIGINT', () => {
      this.#write(false);
    });
  }

  /** A rerun of a watch starts anew. */
  onTestRunStart(): void {
    this.#records.clear();
  }

  onTestCaseResult(testCase: Pick<TestCase, 'meta'>): void {
    const { decided } = testCase.meta();
    if (decided !== undefined) this.#records.set(decided.claim, decided);
  }

  /** Vitest sets the exit code of failed tests before, and of missed coverage thresholds after this. */
  onTestRunEnd(_modules: unknown, errors: readonly unknown[], reason: TestRunEndReason): void {
    const complete = this.#write(!this.#watch);
    if (complete || this.#watch || errors.length > 0 || reason !== 'passed') return;
    this.#host.once('exit', () => {
      this.#host.exitCode = incomplete;
    });
  }

  /** Writes what is there; complete when it is, and when a complete ledger is wanted. */
  #write(whole: boolean): boolean {
    const { env, stdout } = this.#host;
    const settings = environmentSettings(env);
    if ('fault' in settings) throw new Error(settings.fault);
    const { digits = usualBudget.digits } = settings;
    const ids = this.#claims.map(({ id }) => id);
    const rows = [...this.#records.values()].flatMap((record) => decidedOf(record, this.#claims));
    const found = ledgerOf(version, digits, ids, rows);
    const ledger: Ledger = { ...found, complete: found.complete && whole };
    const where =
      rows.length === 0 ? 'nothing to report' : `reports in ${writeReports(ledger, folderOf(settings))}`;
    stdout.write(`${ledger.complete ? sumLine(ledger) : `incomplete: ${claimCount(ledger)}`}; ${where}\n`);
    const summary = env.GITHUB_STEP_SUMMARY;
    if (ledger.complete && summary !== undefined) appendFileSync(summary, `${verdictCounts(ledger)}\n`);
    return ledger.complete;
  }
}
