import type { Decided, DecidedReading, DecidedRepair } from '#judge/decided.ts';
import type { Verdict, VerdictWord, Witness } from '#judge/verdict.ts';
import { jsonText } from './json-text.ts';
import type { Ledger } from './ledger.ts';
import type { Checked, CheckedClaims } from './proof-record.ts';
import { decidingStatement, witnessFileName, witnessOf } from './witness-entries.ts';

/** What a verdict rests on; the keys present are those of the verdict's word. */
type Evidence = Readonly<Record<string, unknown>>;

/** A verdict laid out in the same columns whatever its word. */
interface VerdictColumns {
  readonly verdict: VerdictWord;
  readonly statement: string;
  readonly witness: Witness | null;
  /** Where a conditional statement holds, exactly. */
  readonly condition: string | null;
  readonly evidence: Evidence;
}

/** A claim as `claims.json` holds it. */
export interface ClaimRow extends VerdictColumns {
  readonly id: string;
  readonly question: string;
  readonly part: string;
  readonly lines: readonly number[];
  readonly kind: string;
  readonly core: boolean;
  readonly says: string;
  readonly domain: string;
  readonly decidedBy: string;
  readonly witnessFile: string | null;
  readonly repair: RepairRow | null;
  readonly readings: readonly ReadingRow[];
  /** The theorems that Coq has accepted, null where none is on record: by which version, in which file, of which readings. */
  readonly checked: Checked | null;
}

interface ReadingRow extends VerdictColumns {
  readonly name: string;
  readonly latex: string;
  readonly witnessFile: string | null;
}

interface RepairRow extends VerdictColumns {
  readonly latex: string;
  /** The claim, and the reading of it, that states the repair; null where it is stated here. */
  readonly claim: string | null;
  readonly reading: string | null;
}

/** The ledger as JSON text, the same bytes for the same ledger and the same theorems accepted. */
export function claimsJson(
  { version, digits, complete, decided }: Ledger,
  checked: CheckedClaims = new Map(),
): string {
  const claims = decided.map((one) => claimRow(one, checked.get(one.claim.id)));
  return jsonText({ version, digits, complete, claims });
}

/** One claim as plain data. */
export function claimRow(decided: Decided, checked?: Checked): ClaimRow {
  const { id, source, kind, core, says, domain } = decided.claim;
  const { decidedBy, verdict, readings, repair } = decided;
  const { question, part, lines } = source;
  return {
    id,
    question,
    part,
    lines,
    kind,
    core,
    says,
    domain,
    ...columns(decidingStatement(decided).says, verdict),
    witnessFile: witnessPath(decided, undefined),
    decidedBy,
    repair: repair === undefined ? null : repairRow(repair),
    readings: readings.map((reading) => readingRow(decided, reading)),
    checked: checked ?? null,
  };
}

function readingRow(decided: Decided, { name, says, latex, verdict }: DecidedReading): ReadingRow {
  return { name, ...columns(says, verdict), witnessFile: witnessPath(decided, name), latex };
}

/** The evidence of a repair that is stated elsewhere is there. */
function repairRow({ says, latex, verdict, refersTo }: DecidedRepair): RepairRow {
  return {
    claim: refersTo?.claim ?? null,
    reading: refersTo?.reading ?? null,
    latex,
    ...columns(says, verdict),
    ...(refersTo === undefined ? {} : { witness: null, evidence: {} }),
  };
}

function witnessPath(decided: Decided, reading: string | undefined): string | null {
  const file = witnessFileName(decided, reading);
  return file === undefined ? null : `witness/${file}`;
}

function columns(statement: string, verdict: Verdict): VerdictColumns {
  return {
    verdict: verdict.verdict,
    statement,
    witness: witnessOf(verdict) ?? null,
    condition: verdict.verdict === 'conditional' ? verdict.region.condition : null,
    evidence: evidenceOf(verdict),
  };
}

/** Everything of a verdict that has no column of its own. */
function evidenceOf(verdict: Verdict): Evidence {
  switch (verdict.verdict) {
    case 'definition':
      return {};
    case 'proved':
      return { proof: verdict.proof };
    case 'conditional': {
      const { region, missing, formats } = verdict;
      const { inside, outside, thresholds } = region;
      return { inside, outside, thresholds, missing, formats };
    }
    case 'refuted': {
      const { contrary, formats, otherFormats } = verdict;
      return { contrary, formats, otherFormats };
    }
    case 'ill-posed':
      return { fault: verdict.fault };
    case 'undecided':
      return { tried: verdict.tried };
  }
}
