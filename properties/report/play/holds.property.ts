import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rnnClaims } from '#claim/rnn/claims.ts';
import { forAllCases, inFloats, type Statement } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { holdingFor } from '#report/play/holds.ts';
import { claimOf } from '../sample.ts';

const given = inputs({ name: 'h0, x', layout: { h0: [], x: ['T'] }, sizes: { T: [2] } });
const about = (statement: Statement) => [
  { ...claimOf('q1'), readings: [{ name: 'literal', says: '', latex: '', statement }] },
];
const truthOf = (claim: string, reading: RegExp, x: readonly number[], h0 = 0) =>
  holdingFor(rnnClaims, { h0, x }).find((held) => held.claim === claim && reading.test(held.reading))!;

test('the answer holds for every even number of inputs, and says nothing of the others', () => {
  const input = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(input, fc.integer(), (x, h0) => {
      const { truth } = truthOf('q1-final-formula-even-T', /^exact/, x, h0);
      expect(truth).toBe(x.length % 2 === 0 ? 'holds' : 'silent');
    }),
    { numRuns: 20 },
  );
});

test('the dropped factor shows wherever the state is not zero', () => {
  expect(truthOf('q1-dropped-factor-1000', /literal/, [0, 1]).truth).toBe('fails');
  expect(truthOf('q1-dropped-factor-1000', /literal/, [1, 1]).truth).toBe('holds');
});

test('a line that names what is not there fails by it', () => {
  expect(truthOf('q1-expand-earlier-steps', /literal/, [0, 1])).toMatchObject({
    truth: 'fails',
    note: 'there is no X with index 0',
  });
  expect(truthOf('q1-expand-earlier-steps', /literal/, [0, 1, 2, 3]).truth).toBe('holds');
  expect(truthOf('q1-expand-earlier-steps', /literal/, [0]).truth).toBe('silent');
});

test('regrouping in floating point fails where rounding shows, in the formats that hold the inputs', () => {
  expect(truthOf('q1-regrouping-is-harmless', /floating/, [0, 1])).toMatchObject({ truth: 'holds' });
  expect(truthOf('q1-regrouping-is-harmless', /floating/, [0.1, 1e16, 0.3, 0.7, 0.1, 3])).toMatchObject({
    truth: 'fails',
    note: 'in binary64',
  });
});

test('a difference that no digits show is open', () => {
  const tie = forAllCases({
    domain: given,
    left: (a) => [a.exp(a.of(1))],
    relation: '!=',
    right: (a) => [a.exp(a.of(1))],
  });
  expect(holdingFor(about(tie), { h0: 0, x: [1, 1] })[0]!.truth).toBe('open');
});

test('statements about other things are left out', () => {
  const other = inputs({ name: 'S', layout: { S: [] }, sizes: {} });
  const pair = { left: () => [], right: () => [] };
  const statements: readonly Statement[] = [
    { kind: 'definition' },
    forAllCases({ domain: other, relation: '=', ...pair }),
    inFloats({ domain: other, ...pair }),
    forAllCases({ domain: { ...other, layout: undefined } as never, relation: '=', ...pair }),
  ];
  for (const statement of statements) expect(holdingFor(about(statement), { h0: 0, x: [1] })).toEqual([]);
});

test('a statement about formats says nothing outside of its domain', () => {
  const narrow = inFloats({ domain: { ...given, includes: () => false }, left: () => [], right: () => [] });
  expect(holdingFor(about(narrow), { h0: 0, x: [1] })[0]).toMatchObject({ truth: 'silent', note: 'h0, x' });
  const scoped: Statement = { kind: 'scope', first: 2, every: 2, terms: [], body: narrow };
  expect(holdingFor(about(scoped), { h0: 0, x: 3 })[0]).toMatchObject({ truth: 'silent' });
});
