import { expect, test } from 'vitest';
import { claimArticle } from '#report/html/claim-article.ts';
import { claimOf, decidedOf, proofOn, samples, verdicts } from '../sample.ts';

const article = (decided: (typeof samples)[number], formulas = {}): string =>
  claimArticle(decided, formulas).text;

test('every claim is folded under what it says, with its place and verdict', () => {
  for (const decided of samples) {
    const text = article(decided);
    const { id } = decided.claim;
    expect(text).toContain(`id="${id}"`);
    expect(text).toContain(`<em>${decided.verdict.verdict}</em></summary>`);
    expect(text).toContain(`<a href="#${id}">#${id}</a>`);
  }
});

test('a formula that was typeset is shown, and one that was not is left to words', () => {
  const decided = decidedOf('q1', verdicts.proved);
  const [reading] = decided.readings;
  const latex = reading?.latex ?? '';
  expect(
    article({ ...decided, decidedBy: `reading "${reading?.name ?? ''}"` }, { [latex]: '<i>typeset</i>' }),
  ).toContain('<i>typeset</i>');
  expect(article(decided)).not.toContain('class="formula');
  const named = { ...decided, readings: [{ ...reading!, latex: 'constructor' }] };
  expect(article(named)).not.toContain('class="formula');
});

test('what Coq has accepted is told with a link to the theorems', () => {
  const checked = { coq: '8.16.1', file: 'proof/<q1>.v', readings: ['literal', 'other'] };
  expect(claimArticle(samples[1]!, {}, checked).text).toContain(
    ' <a href="proof/&lt;q1&gt;.v">Theorems</a> of 2 readings accepted by Coq 8.16.1. <a',
  );
  expect(article(samples[1]!)).not.toContain('Coq');
});

test('a claim without readings is shown by what it says', () => {
  const text = article({ ...decidedOf('q1', { verdict: 'definition' }), readings: [] });
  expect(text).not.toContain('other reading');
  expect(text).not.toContain('class="formula');
});

test('other readings are listed with their verdicts, and briefly why', () => {
  const decided = decidedOf('q1', verdicts.proved);
  const readings = [
    { name: 'literal', says: 's', latex: '', verdict: verdicts.proved },
    { name: 'other', says: 'o', latex: '', verdict: verdicts.refutedByNumber },
    { name: 'long', says: 'l', latex: '', verdict: { verdict: 'undecided', tried: ['x'.repeat(99)] } },
    { name: 'bare', says: 'b', latex: '', verdict: { verdict: 'definition' } },
  ] as const;
  const text = article({ ...decided, decidedBy: 'reading "literal"', readings });
  expect(text).toContain('3 other readings');
  expect(text).toContain('<b>other</b>: o <code>x = (0, 1), h0 = 0</code>');
  expect(text).not.toContain('x'.repeat(99));
  expect(article({ ...decided, decidedBy: 'reading "literal"', readings: readings.slice(0, 2) })).toContain(
    '1 other reading</summary>',
  );
});

test('a repair is shown with its proof, and where else it is stated', () => {
  const decided = decidedOf('q1', verdicts.refutedByNumber);
  const own = { says: 'r', latex: '', verdict: { verdict: 'proved', proof: proofOn([]) } } as const;
  expect(article({ ...decided, repair: own })).toContain('The nearest true statement, <em>proved</em>');
  const elsewhere = { ...own, refersTo: { claim: 'q2', reading: 'literal' } };
  expect(article({ ...decided, repair: elsewhere })).toContain(
    ' as <a href="#q2">q2, reading &quot;literal&quot;</a>',
  );
  const open = { ...elsewhere, verdict: { verdict: 'undecided', tried: ['t'] } } as const;
  expect(article({ ...decided, repair: open })).toContain('<li>t</li>');
});

test('the picture of a witness is about norms in part a of question 2, and about weights in the rest', () => {
  const beta = {
    ...verdicts.refutedByNumber,
    witness: { ...verdicts.refutedByNumber.witness, inputs: [{ name: 'beta', decimal: '2', hex: '' }] },
  };
  const of = (id: string, lines: readonly number[]): string => {
    const decided = decidedOf(id, beta);
    return article({ ...decided, claim: { ...claimOf(id), source: { question: 'Q2', part: 'a', lines } } });
  };
  expect(of('q2a-x', [3])).toContain('Orthogonal vectors of norm 2');
  expect(of('q2a-x', [3])).toContain('<small>a, line 3</small>');
  expect(of('q2b-x', [3, 4])).toContain('The weights W at β = 2');
  expect(of('q2b-x', [3, 4])).toContain('<small>a, lines 3-4</small>');
  expect(of('q2b-x', [])).toContain('<small>a</small>');
});

test('a claim that an answer stands or falls with is called core', () => {
  const decided = decidedOf('q1', verdicts.proved);
  const of = (core: boolean): string => article({ ...decided, claim: { ...claimOf('q1'), core } });
  expect([of(true).includes(', core;'), of(false).includes(', core;')]).toEqual([true, false]);
});
