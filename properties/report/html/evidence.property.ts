import { expect, test } from 'vitest';
import type { Verdict } from '#judge/verdict.ts';
import { evidenceHtml, proofHtml } from '#report/html/evidence.ts';
import { html } from '#report/html/html.ts';
import { obligations, proofOn, verdicts, witness } from '../sample.ts';

const shown = (verdict: Verdict, replay?: string): string =>
  html`${evidenceHtml(verdict, { subject: 'other', replay })}`.text;

test('a proof shows its argument and the first of what it rests on', () => {
  const { text } = proofHtml('Proof', proofOn(obligations));
  expect(text).toContain('<b>Proof</b>, by induction. base and step');
  expect(text).toContain(`Rests on ${obligations.length} obligations`);
  expect(text).toMatch(/\.\.\. and \d more, in claims\.json<\/pre>/);
  expect(proofHtml('Proof', proofOn([])).text).not.toContain('<details');
  expect(proofHtml('Proof', proofOn(obligations.slice(0, 1))).text).toContain(
    'Rests on 1 obligation</summary>',
  );
});

test('an obligation about counts says at how many sizes they were taken', () => {
  const counts = obligations.filter(({ kind }) => kind === 'counts');
  expect(proofHtml('Proof', proofOn(counts)).text).toContain('fitted at 2 sizes, checked at 0 others');
});

test('the first obligation is shown however long it is', () => {
  const long = { kind: 'identity', says: 'x'.repeat(500), left: 'a', right: 'a' } as const;
  expect(proofHtml('Proof', proofOn([long])).text).toContain('x'.repeat(500));
});

test('a witness shows inputs, both sides, the gap and how to replay it', () => {
  const text = shown(verdicts.refuted, 'npx counterclaim replay w.json');
  expect(text).toContain('<code data-copy="input">x = (0, 1), h0 = 0</code>');
  expect(text).toContain('<code data-copy="command">npx counterclaim replay w.json</code>');
  expect(text).toContain('How far</b>: for every H_0.');
  expect(text).toContain('Also in binary16');
  expect(text).toContain('Also in exact arithmetic');
  expect(text).toContain('Where number formats seem to confirm it');
  expect(text).toContain('never');
});

test('ends of an enclosure that agree in many digits are written once', () => {
  const left = { term: 'a', lo: '0.123456789012', hi: '0.123456789034' };
  const right = { term: 'b', lo: '1', hi: '1' };
  const text = shown({
    verdict: 'refuted',
    witness: {
      ...witness,
      left,
      right,
      entry: 2,
      inputs: [{ name: 'x', decimal: '0.12345', hex: '0x1p-3' }],
    },
  });
  expect(text).toContain('<td>0.123456789012</td><td>…9034</td>');
  expect(text).toContain('<td>1</td><td>the same</td>');
  expect(text).toContain('here at entry 2');
  expect(text).toContain('<td>0x1p-3</td>');
});

test('a condition shows where it holds, why, and its thresholds', () => {
  const text = shown(verdicts.conditional);
  expect(text).toContain('<b>Holds exactly where</b> <code>||x|| &gt;= beta*</code>');
  expect(text).toContain('2 thresholds, each between neighbouring doubles');
  expect(text).toContain('In closed form <code>sqrt(ln 2)</code>');
  expect(text).toContain('<b>Outside</b>');
  expect(shown(verdicts.conditionalOnTerms as Verdict)).toContain(
    'Outside of it, X_{T-2} does not exist at T = 2.',
  );
});

test('what the inside rests on is not shown again for the outside', () => {
  const region = {
    condition: 'c',
    inside: proofOn(obligations.slice(0, 1)),
    outside: proofOn(obligations.slice(0, 1)),
  };
  expect(shown({ verdict: 'conditional', region }).match(/Rests on/g)).toHaveLength(1);
});

test('verdicts without a proof say what there is', () => {
  expect(shown({ verdict: 'definition' })).toContain('Nothing to decide');
  expect(shown(verdicts.refutedByProof as Verdict)).toContain('The contrary holds');
  expect(shown(verdicts.refutedByNumber as Verdict)).toContain('Counterexample in binary64');
  expect(shown(verdicts['ill-posed'] as Verdict)).toContain('<li>i is bound twice</li>');
  expect(shown({ verdict: 'undecided', tried: ['a < b'] })).toContain('<li>a &lt; b</li>');
});
