import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerOf } from '#report/ledger.ts';
import { cut, verdictTable } from '#report/table.ts';
import { decidedOf, samples, undecided, verdicts } from './sample.ts';

const rows = [...samples, undecided];
const ledger = ledgerOf(
  '0.1.0',
  25,
  rows.map(({ claim }) => claim.id),
  rows,
);
/** Every id on a line of its own, and none is cut: it must be possible to copy it. */
const widestHead = 'q2-conditional-on-terms  l. 44, 50  conditional'.length;

test('fits the width, and keeps every id whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: widestHead, max: 200 }), (columns) => {
      const lines = verdictTable(ledger, { columns, colour: false }).split('\n');
      for (const line of lines.slice(0, -2)) expect(line.length).toBeLessThanOrEqual(columns);
      for (const { claim } of rows) expect(lines.some((line) => line.startsWith(`${claim.id} `))).toBe(true);
      for (const line of lines) expect(line).toBe(line.trimEnd());
    }),
  );
});

test('is one line a claim where there is room', () => {
  expect(verdictTable(ledger, { columns: 110, colour: false })).toBe(`Question 1
q1-definition  l. 19         definition
q1-proved      l. 12-13, 15  proved      induction
q1-refuted     l. 19         refuted     x = (0, 1), h0 = 0                     -> q1-proved

Question 2
q2-conditional           l. 44, 50  conditional  ||x|| >= beta*                     -> reading "limit"
q2-conditional-on-terms  l. 19      conditional  T >= 4
q2-refuted-by-proof      l. 19      refuted      contrary proved: induction         -> for all even T: A = B
q2-refuted-by-nothing    l. 19      refuted

The design card
card-ill-posed    ill-posed  i is bound twice; a | b is no operation       -> q1-proved, reading "literal"

Question 3
q3-undecided  l. 19  undecided  tried normal forms, 200 cases

9 claims: 1 definition, 1 proved, 2 conditional, 3 refuted, 1 ill-posed, 1 undecided; 12 readings, 1 undecided
`);
});

test('gives witness and repair a line of their own where there is none', () => {
  const narrow = verdictTable(ledger, { columns: 60, colour: false });
  expect(narrow).toContain('q1-refuted     l. 19         refuted\n    x = (0, 1), h0 = 0  -> q1-proved\n');
  expect(narrow).toContain('q2-refuted-by-nothing    l. 19      refuted\n\n');
  expect(narrow).toContain('conditional\n    T >= 4\n');
  expect(narrow).toContain('    i is bound twice; a | b is  -> q1-proved, reading "lite…\n'.slice(0, 30));
});

test('cuts a long witness before it cuts the repair', () => {
  const long = { ...decidedOf('q1', verdicts.refuted), verdict: { ...verdicts['ill-posed'] } };
  const fault = { displayed: '', faults: ['a fault that takes many words, and then some more of them'] };
  const repair = {
    says: '',
    latex: '',
    verdict: verdicts.proved,
    refersTo: { claim: 'q1-final-formula-even-T' },
  };
  const row = { ...long, verdict: { verdict: 'ill-posed', fault } as const, repair };
  expect(verdictTable(ledgerOf('1', 25, ['q1'], [row]), { columns: 60, colour: false })).toContain(
    '\n    a fault that takes many wor…  -> q1-final-formula-even-T\n',
  );
});

test('is coloured only when asked, and the colours add no width', () => {
  const coloured = verdictTable(ledger, { columns: 110, colour: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  const codes = /\u001b\[\d+m/g;
  expect(new Set(coloured.match(codes)).size).toBeGreaterThan(6);
  const bare = verdictTable(ledger, { columns: 110, colour: false });
  const tidy = coloured.replace(codes, '').replace(/ +$/gm, '');
  expect(tidy).toBe(bare);
});

test('cuts to the width and says so', () => {
  expect(cut('abcdef', 6)).toBe('abcdef');
  expect(cut('abcdef', 4)).toBe('abc…');
  expect(cut('abcdef', 0)).toBe('…');
});
