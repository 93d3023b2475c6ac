import { expect, test } from 'vitest';
import { ledgerOf } from '#report/ledger.ts';
import { claimsMarkdown, verdictCounts } from '#report/markdown.ts';
import { evidenceMarkdown } from '#report/markdown-evidence.ts';
import { samples, undecided, verdicts } from './sample.ts';

const ids = samples.map(({ claim }) => claim.id);
const whole = ledgerOf('0.1.0', 25, ids, samples);
const page = claimsMarkdown(whole);

test('begins with the verdicts in a table', () => {
  expect(page.startsWith(`# What became of the claims\n\nWritten by counterclaim 0.1.0`)).toBe(true);
  expect(page).toContain(verdictCounts(whole));
  expect(verdictCounts(whole)).toContain(
    '| refuted | 3 | 5 | false, with a witness or a proof of the contrary |',
  );
});

test('says at the top when it is incomplete', () => {
  expect(page).not.toContain('Incomplete');
  expect(claimsMarkdown(ledgerOf('0.1.0', 25, [...ids, 'q3-undecided'], [...samples, undecided]))).toContain(
    '# What became of the claims\n\n**Incomplete: 8 of 9 claims.**',
  );
});

test('links every claim of the overview to the section that shows it', () => {
  for (const { claim } of samples) {
    expect(page).toContain(`[${claim.id}](#${claim.id.toLowerCase()})`);
    expect(page).toContain(`\n### ${claim.id}\n`);
  }
  expect(page).toContain('| [q1-refuted](#q1-refuted) | 19 | refuted | x = (0, 1), h0 = 0 | q1-proved |');
  expect(page).toContain('| stated there |');
});

test('links in lower case, as the anchors of headings are', () => {
  const [first] = samples;
  const odd = { ...first!, claim: { ...first!.claim, id: 'q1-odd-T' } };
  const repair = { ...samples[2]!.repair!, refersTo: { claim: 'q1-odd-T' } };
  const text = claimsMarkdown(ledgerOf('1', 25, ['q1-odd-T'], [{ ...odd, repair }]));
  expect(text).toContain('| [q1-odd-T](#q1-odd-t) |');
  expect(text).toMatch(/\*\*Repair\*\* \(\[.*\]\(#q1-odd-t\)\)/);
});

test('shows of a claim what is said and where, the statement, the verdict and who decided', () => {
  expect(page).toContain(`### q2-conditional

**Said** (question 2, b.2, lines 44, 50; identity, core): The &lt;output&gt; has no gain \\| of 1000.

**Where**: T even

**Statement**: for all T: A = B

\`\`\`math
\\forall T: A=B
\`\`\`

**Verdict**: **conditional**, by reading "literal".
`);
  expect(page).toContain('Replay: `npx counterclaim replay reports/witness/q1-refuted.json`');
});

/** A claim whose repair is stated by another, and not proved. */
const elsewhere = { ...samples[5]!, repair: { ...samples[5]!.repair!, refersTo: { claim: 'q1-proved' } } };

test('shows the evidence of the claim, of its repair and of its other readings', () => {
  const shown = [verdicts.refuted, verdicts.refutedByNumber, verdicts.provedOnWords, verdicts['ill-posed']];
  for (const verdict of shown) expect(page).toContain(evidenceMarkdown(verdict).join('\n\n'));
  expect(page).toContain(
    '\n**Repair** ([q1-proved](#q1-proved)): for all even T: A = B. It is **proved**, by induction: base and step\n',
  );
  expect(page).toContain('**Repair**: for all even T: A = B. It is **conditional**.\n\nHolds exactly where');
  expect(claimsMarkdown(ledgerOf('1', 25, [elsewhere.claim.id], [elsewhere]))).toContain(
    '**Repair** ([q1-proved](#q1-proved)): for all even T: A = B. It is **conditional**.\n',
  );
  expect(page).toContain('#### Reading: q &lt;k,v&gt; (conditional)\n\nthe second way\n\nHolds exactly');
  expect(page).toContain('Replay: `npx counterclaim replay reports/witness/q1-refuted--q-k-v-2.json`');
  expect(page).not.toContain('#### Reading: literal');
});

test('shows a claim that is not core, and a definition without a reading', () => {
  const [first] = samples;
  const minor = { ...first!, claim: { ...first!.claim, core: false } };
  const text = claimsMarkdown(ledgerOf('1', 25, [minor.claim.id], [minor]));
  expect(text).toContain('line 19; identity): The');
  expect(text).not.toContain('```math');
});
