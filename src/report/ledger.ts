import type { Decided } from '#judge/decided.ts';
import { type Verdict, type VerdictWord, verdictWords } from '#judge/verdict.ts';

/** What became of the claims, in document order. */
export interface Ledger {
  readonly version: string;
  /** Digits of the first enclosures. */
  readonly digits: number;
  /** Every expected claim has a row, and nothing in it is undecided. */
  readonly complete: boolean;
  /** Ids of the claims of the write-up, in document order. */
  readonly expected: readonly string[];
  readonly decided: readonly Decided[];
}

/**
 * The ledger of what was decided, in document order whatever the order of arrival; of two rows for one claim, the later.
 *
 * @throws when a row is for a claim that was not expected
 */
export function ledgerOf(
  version: string,
  digits: number,
  expected: readonly string[],
  arrived: readonly Decided[],
): Ledger {
  const rows = new Map(arrived.map((row) => [row.claim.id, row]));
  for (const id of rows.keys()) {
    if (!expected.includes(id)) throw new Error(`ledger: a row must be for an expected claim, got '${id}'`);
  }
  const decided = expected.flatMap((id) => rows.get(id) ?? []);
  const complete = decided.length === expected.length && !decided.some(isUndecided);
  return { version, digits, complete, expected, decided };
}

/** The claim, one of its readings or its repair is undecided. */
export function isUndecided(decided: Decided): boolean {
  return verdictsOf(decided).some(({ verdict }) => verdict === 'undecided');
}

/** The verdicts of a claim, its readings and its repair. */
function verdictsOf(decided: Decided): readonly Verdict[] {
  const repair = decided.repair === undefined ? [] : [decided.repair.verdict];
  return [decided.verdict, ...decided.readings.map((reading) => reading.verdict), ...repair];
}

/** How many verdicts there are of each word. */
export function countByWord(verdicts: readonly Verdict[]): Readonly<Record<VerdictWord, number>> {
  const counts = { definition: 0, proved: 0, conditional: 0, refuted: 0, 'ill-posed': 0, undecided: 0 };
  for (const { verdict } of verdicts) counts[verdict]++;
  return counts;
}

/** "66 claims: 6 definition, 20 proved, ...; 127 readings, 0 undecided". */
export function sumLine(ledger: Ledger): string {
  const counts = countByWord(ledger.decided.map(({ verdict }) => verdict));
  const readings = ledger.decided.flatMap((decided) => decided.readings.map(({ verdict }) => verdict));
  const words = verdictWords.map((word) => `${counts[word]} ${word}`).join(', ');
  return `${counted(ledger.decided.length, 'claim')}: ${words}; ${counted(readings.length, 'reading')}, ${countByWord(readings).undecided} undecided`;
}

/** "12 of 66 claims": how many are decided, of how many expected. */
export function claimCount({ decided, expected }: Ledger): string {
  return `${decided.filter((row) => !isUndecided(row)).length} of ${expected.length} claims`;
}

/** "1 claim", "2 claims". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
