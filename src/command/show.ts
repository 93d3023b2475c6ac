import { explain } from '#report/explain.ts';
import { claimRow } from '#report/json.ts';
import { jsonText } from '#report/json-text.ts';
import { isUndecided } from '#report/ledger.ts';
import { checkedOf, readProofRecord } from '#report/proof-record.ts';
import { budgetOf } from './budget.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import { selectClaims } from './selection.ts';
import { folderOf, type Settings } from './settings.ts';
import type { Deciding } from './tools.ts';

/** `counterclaim show <id>`: decides one claim and prints its evidence. */
export function showCommand(id: string, settings: Settings, io: Io, tools: Deciding): number {
  const selected = selectClaims(tools.claims, [id]);
  if ('fault' in selected) {
    io.err(`${selected.fault}\n`);
    return exit.usage;
  }
  const decided = tools.decide(selected[0]!, budgetOf(settings, io.now));
  const folder = folderOf(settings);
  const checked = checkedOf(decided, readProofRecord(folder));
  io.out(settings.json === true ? jsonText(claimRow(decided, checked)) : explain(decided, folder, checked));
  return isUndecided(decided) ? exit.incomplete : exit.holds;
}
