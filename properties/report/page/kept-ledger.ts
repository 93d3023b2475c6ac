import { readFileSync } from 'node:fs';
import { writeUp } from '#claim/write-up.ts';
import type { Decided } from '#judge/decided.ts';
import type { Verdict } from '#judge/verdict.ts';
import { type Ledger, ledgerOf } from '#report/ledger.ts';

/** Columns of `claims.json` that hold a verdict. */
interface Columns {
  readonly verdict: string;
  readonly statement: string;
  readonly witness: unknown;
  readonly condition: string | null;
  readonly evidence: Readonly<Record<string, unknown>>;
}

interface Row extends Columns {
  readonly id: string;
  readonly decidedBy: string;
  readonly readings: readonly (Columns & { readonly name: string; readonly latex: string })[];
  readonly repair:
    | (Columns & { readonly latex: string; readonly claim: string | null; readonly reading: string | null })
    | null;
}

const kept = new URL('../../../reports/claims.json', import.meta.url);

/** The ledger that the repository keeps, read back: deciding every claim again would take longer than to look at it. */
export function keptLedger(): Ledger {
  const { version, digits, claims } = JSON.parse(readFileSync(kept, 'utf8')) as {
    readonly version: string;
    readonly digits: number;
    readonly claims: readonly Row[];
  };
  const decided = claims.map((row): Decided => {
    const readings = row.readings.map((reading) => ({
      name: reading.name,
      says: reading.statement,
      latex: reading.latex,
      verdict: verdictOf(reading),
    }));
    return {
      claim: writeUp.find(({ id }) => id === row.id)!,
      verdict: verdictOf(row),
      decidedBy: row.decidedBy,
      readings,
      ...(row.repair && { repair: repairOf(row.repair, claims) }),
    };
  });
  return ledgerOf(
    version,
    digits,
    claims.map(({ id }) => id),
    decided,
  );
}

/** The evidence of a repair that is stated elsewhere is there. */
function repairOf(repair: NonNullable<Row['repair']>, rows: readonly Row[]): NonNullable<Decided['repair']> {
  const { claim, reading, latex, statement } = repair;
  const stated = rows.find(({ id }) => id === claim)?.readings.find(({ name }) => name === reading);
  return {
    says: statement,
    latex,
    verdict: verdictOf(stated ?? repair),
    ...(claim !== null && { refersTo: { claim, reading: reading! } }),
  };
}

function verdictOf({ verdict, witness, condition, evidence }: Columns): Verdict {
  const { inside, outside, thresholds, ...rest } = evidence;
  const region = condition === null ? {} : { region: { condition, inside, outside, thresholds } };
  return JSON.parse(
    JSON.stringify({ verdict, ...rest, ...region, witness: witness ?? undefined }),
  ) as Verdict;
}
