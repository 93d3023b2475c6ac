import type { Decided } from '#judge/decided.ts';
import { type VerdictWord, verdictWords } from '#judge/verdict.ts';
import { block, code, markdownTable, plain } from './escape.ts';
import { claimCount, countByWord, type Ledger } from './ledger.ts';
import { evidenceMarkdown } from './markdown-evidence.ts';
import { lineNumbers, placeOf, questionName } from './place.ts';
import type { Checked, CheckedClaims } from './proof-record.ts';
import { decidingReading, decidingStatement, witnessFileName } from './witness-entries.ts';
import { briefly, repairName } from './words.ts';

/** What each verdict means, in a few words. */
export const meanings: Readonly<Record<VerdictWord, string>> = {
  definition: 'introduces a notation; nothing to decide',
  proved: 'true for every case of its domain',
  conditional: 'false as quantified, true on a located region',
  refuted: 'false, with a witness or a proof of the contrary',
  'ill-posed': 'has no single meaning as written; each way to read it is decided',
  undecided: 'the budget ended first',
};

/** The ledger as a page: a table of verdicts, then every claim with its evidence in full, and what Coq has accepted of it. */
export function claimsMarkdown(ledger: Ledger, checked: CheckedClaims = new Map()): string {
  const parts = [
    '# What became of the claims',
    ...(ledger.complete ? [] : [`**Incomplete: ${claimCount(ledger)}.**`]),
    `Written by counterclaim ${ledger.version}; enclosures begin at ${ledger.digits} digits.`,
    verdictCounts(ledger),
    ...questionsOf(ledger).flatMap(([title, decided]) => [`## ${title}`, overview(decided)]),
    ...questionsOf(ledger).flatMap(([title, decided]) => [
      `## ${title}, claim by claim`,
      ...decided.flatMap((one) => claimMarkdown(one, checked.get(one.claim.id))),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** How many claims and readings have which verdict. */
export function verdictCounts(ledger: Ledger): string {
  const claims = countByWord(ledger.decided.map(({ verdict }) => verdict));
  const readings = countByWord(ledger.decided.flatMap((row) => row.readings.map(({ verdict }) => verdict)));
  return markdownTable(
    ['verdict', 'claims', 'readings', 'meaning'],
    verdictWords.map((word) => [word, `${claims[word]}`, `${readings[word]}`, meanings[word]]),
  );
}

function questionsOf({ decided }: Ledger): readonly (readonly [string, readonly Decided[]])[] {
  const questions = [...new Set(decided.map(({ claim }) => claim.source.question))];
  return questions.map((question) => {
    const name = questionName(question);
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    return [title, decided.filter(({ claim }) => claim.source.question === question)];
  });
}

function overview(rows: readonly Decided[]): string {
  return markdownTable(
    ['claim', 'lines', 'verdict', 'witness or condition', 'repair'],
    rows.map((decided) => {
      const { claim, verdict, repair } = decided;
      const name = repair === undefined ? '' : repairName(decided, repair) || 'stated there';
      return [
        `[${claim.id}](#${claim.id.toLowerCase()})`,
        lineNumbers(claim.source.lines),
        verdict.verdict,
        plain(briefly(verdict)),
        plain(name),
      ];
    }),
  );
}

function claimMarkdown(decided: Decided, checked: Checked | undefined): readonly string[] {
  const { claim, verdict, decidedBy } = decided;
  const { says, latex } = decidingStatement(decided);
  const file = witnessFileName(decided);
  return [
    `### ${claim.id}`,
    `**Said** (${placeOf(claim.source)}; ${claim.kind}${claim.core ? ', core' : ''}): ${plain(claim.says)}`,
    `**Where**: ${plain(claim.domain)}`,
    `**Statement**: ${plain(says)}`,
    ...(latex === undefined ? [] : [block('math', latex)]),
    `**Verdict**: **${verdict.verdict}**, by ${plain(decidedBy)}.`,
    ...evidenceMarkdown(verdict),
    ...(file === undefined ? [] : [`Replay: ${code(`npx counterclaim replay reports/witness/${file}`)}`]),
    ...repairMarkdown(decided),
    ...checkedMarkdown(checked),
    ...readingsMarkdown(decided),
  ];
}

/** The evidence of a repair that is stated elsewhere is there; here is only how it was proved. */
function repairMarkdown(decided: Decided): readonly string[] {
  const { repair } = decided;
  if (repair === undefined) return [];
  const { says, verdict, refersTo } = repair;
  const becomes = `It is **${verdict.verdict}**`;
  if (refersTo === undefined) {
    return [`**Repair**: ${plain(says)}. ${becomes}.`, ...evidenceMarkdown(verdict)];
  }
  const link = `[${plain(repairName(decided, repair))}](#${refersTo.claim.toLowerCase()})`;
  const how =
    verdict.verdict === 'proved' ? `, by ${verdict.proof.method}: ${plain(verdict.proof.argument)}` : '.';
  return [`**Repair** (${link}): ${plain(says)}. ${becomes}${how}`];
}

/** The theorems that Coq has accepted as they are written now. */
function checkedMarkdown(checked: Checked | undefined): readonly string[] {
  if (checked === undefined) return [];
  const { coq, file, readings } = checked;
  return [`**Theorems** accepted by Coq ${coq}: [${file}](${file}), of ${plain(readings.join('; '))}.`];
}

/** The readings other than the one that decided, whose evidence is shown above. */
function readingsMarkdown(decided: Decided): readonly string[] {
  const deciding = decidingReading(decided);
  return decided.readings
    .filter(({ name }) => name !== deciding)
    .flatMap(({ name, says, verdict }) => {
      const file = witnessFileName(decided, name);
      return [
        `#### Reading: ${plain(name)} (${verdict.verdict})`,
        plain(says),
        ...evidenceMarkdown(verdict),
        ...(file === undefined ? [] : [`Replay: ${code(`npx counterclaim replay reports/witness/${file}`)}`]),
      ];
    });
}
