import type { Claim } from '#claim/claim.ts';
import type { Decided } from '#judge/decided.ts';
import type { Budget } from '#judge/verdict.ts';
import { explain } from '#report/explain.ts';
import { claimsJson } from '#report/json.ts';
import { claimCount, counted, isUndecided, type Ledger, ledgerOf } from '#report/ledger.ts';
import { checkedClaims } from '#report/proof-record.ts';
import { verdictTable } from '#report/table.ts';
import { checkFolder, writeReports } from '#report/write.ts';
import { budgetOf } from './budget.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { selectClaims } from './selection.ts';
import { folderOf, type Settings } from './settings.ts';
import type { Deciding } from './tools.ts';

/** Erases the line that progress is written on. */
const fresh = '\r\u001b[2K';

/** What was decided before the last claim, the budget or the user put an end to it. */
interface Run {
  readonly decided: readonly Decided[];
  readonly interrupted: boolean;
}

/** `counterclaim decide [id ...]`: decides, prints the table and writes the reports. */
export async function decideCommand(
  ids: readonly string[],
  settings: Settings,
  io: Io,
  tools: Deciding,
): Promise<number> {
  const selected = selectClaims(tools.claims, ids);
  if ('fault' in selected) return usage(selected.fault, io);
  const folder = folderOf(settings);
  const refused = folderFault(folder);
  if (refused !== undefined) return usage(refused, io);
  const start = io.now();
  const budget = budgetOf(settings, io.now);
  const { version } = tools;
  const tell = settings.json === true ? io.err : io.out;
  const { seed, digits } = budget;
  tell(`counterclaim ${version}: seed ${seed}, ${digits} digits, ${counted(selected.length, 'claim')}\n`);
  const run = await decideEach(selected, budget, io, tools);
  const expected = tools.claims.map(({ id }) => id);
  const ledger = ledgerOf(version, digits, expected, run.decided);
  const checked = checkedClaims(ledger.decided, folder);
  const target = writeReports(ledger, folder, tools.pageParts?.(), checked);
  io.out(settings.json === true ? claimsJson(ledger, checked) : ledgerText(ledger, io, target));
  tell(`${ending(ledger, run)}reports in ${target}, ${((io.now() - start) / 1000).toFixed(1)} s\n`);
  if (run.interrupted) return exit.interrupted;
  const all = run.decided.length === selected.length && !run.decided.some(isUndecided);
  return all ? exit.holds : exit.incomplete;
}

function usage(fault: string, io: Io): number {
  io.err(`${fault}\n`);
  return exit.usage;
}

function folderFault(folder: string): string | undefined {
  try {
    checkFolder(folder);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Decides one claim after another, and lets go of the thread between them so that Ctrl-C is seen. */
async function decideEach(
  selected: readonly Claim[],
  budget: Budget,
  io: Io,
  { decide }: Deciding,
): Promise<Run> {
  const decided: Decided[] = [];
  const run = { decided, interrupted: false };
  io.onInterrupt(() => {
    run.interrupted = true;
  });
  for (const claim of selected) {
    if (io.isTTY) io.err(`${fresh}${decided.length + 1}/${selected.length} ${claim.id}`);
    await new Promise((resolve) => setImmediate(resolve));
    if (run.interrupted || budget.expired?.() === true) break;
    decided.push(decide(claim, budget));
  }
  if (io.isTTY) io.err(fresh);
  return run;
}

/** The table, and what is known of each claim that stayed undecided. */
function ledgerText(ledger: Ledger, io: Io, folder: string): string {
  const undecided = ledger.decided.filter(isUndecided);
  return [verdictTable(ledger, io), ...undecided.map((decided) => explain(decided, folder))].join('\n');
}

function ending(ledger: Ledger, { interrupted }: Run): string {
  if (interrupted) return `interrupted: ${claimCount(ledger)}; `;
  return ledger.complete ? '' : `incomplete: ${claimCount(ledger)}; `;
}
