import { expect, test } from 'vitest';
import type { Claim } from '#claim/claim.ts';
import * as folds from '#claim/rnn/folds.ts';
import { forAllCases, forAllLengths, type Statement } from '#claim/statement.ts';
import { writeUp } from '#claim/write-up.ts';
import { inputs } from '#domain/layout.ts';
import { decideClaim, decideStatement } from '#judge/decide.ts';
import { recurrence } from '#reference/rnn.ts';
import { ample } from './budget.ts';

const shapes = { params: { h0: 'scalar' }, item: { x: 'scalar' } } as const;
const answer = { ...shapes, every: 2, left: recurrence, readout: 'identity' } as const;
const evenAnswer: Statement = forAllLengths({ ...answer, first: 0, right: folds.pairedDifferences });
const oddAnswer: Statement = forAllLengths({ ...answer, first: 1, right: folds.pairsWithoutLast });
const definition: Statement = { kind: 'definition' };

const claim = (readings: readonly [string, Statement][], more: Partial<Claim> = {}): Claim => ({
  id: 'a-claim',
  source: { question: 'Q1', part: 'answer', lines: [20] },
  kind: 'identity',
  core: true,
  says: 'Something is said.',
  domain: 'somewhere',
  readings: readings.map(([name, statement]) => ({ name, says: name, latex: name, statement })),
  ...more,
});

test('every kind of statement in the write-up is decided', () => {
  const kinds = new Set<string>();
  const visit = (statement: Statement): void => {
    kinds.add(statement.kind);
    if (statement.kind === 'all') for (const part of statement.parts) visit(part.statement);
    if (statement.kind === 'not') visit(statement.statement);
  };
  for (const { readings } of writeUp) for (const { statement } of readings) visit(statement);
  expect([...kinds].toSorted()).toEqual(
    [
      'all',
      'beta',
      'biorthogonal',
      'cases',
      'cost',
      'definition',
      'floats',
      'lengths',
      'limit',
      'not',
      'notation',
    ]
      .concat('scope', 'threshold')
      .toSorted(),
  );
});

test('the verdict is that of the literal reading, wherever it stands, else of the first', () => {
  const both: readonly [string, Statement][] = [
    ['charitable', evenAnswer],
    ['literal (all lengths)', oddAnswer],
  ];
  expect(decideClaim(claim(both), ample)).toMatchObject({
    verdict: { verdict: 'refuted' },
    decidedBy: 'reading "literal (all lengths)"',
  });
  expect(decideClaim(claim(both.toReversed()), ample)).toMatchObject({
    verdict: { verdict: 'refuted' },
    decidedBy: 'reading "literal (all lengths)"',
  });
  const neither: readonly [string, Statement][] = [
    ['charitable', evenAnswer],
    ['another', oddAnswer],
  ];
  expect(decideClaim(claim(neither), ample)).toMatchObject({
    verdict: { verdict: 'proved' },
    decidedBy: 'reading "charitable"',
  });
});

test('no verdict leaves the judge on a proof that the independent checker does not accept', () => {
  // A form that is written down as something else than it computes: the prover believes it, its text does not hold.
  const lying: typeof recurrence = {
    ...recurrence,
    finish: ({ scalars }, { h }) => {
      const unit = scalars.of(1);
      const isText = typeof unit === 'object' && unit !== null && 'text' in unit;
      return isText ? scalars.add(h, unit) : h;
    },
  };
  const statement = forAllLengths({ ...answer, first: 0, right: lying });
  expect(decideStatement(statement, ample).verdict).toBe('proved');
  expect(() => decideClaim(claim([['literal', statement]]), ample)).toThrow(
    /^a-claim, reading "literal": every proof must be accepted by the independent checker, got /,
  );
  const repaired = claim([['literal', oddAnswer]], { repair: { says: 'anew', latex: 'x', statement } });
  expect(() => decideClaim(repaired, ample)).toThrow(/^a-claim, repair: every proof must be accepted/);
});

test('a definition is a definition, and what it presupposes is decided as a reading', () => {
  const decided = decideClaim(claim([['literal', oddAnswer]], { kind: 'definition' }), ample);
  expect(decided).toMatchObject({ verdict: { verdict: 'definition' }, decidedBy: 'kind definition' });
  expect(decided.readings[0]!.verdict.verdict).toBe('refuted');
});

test('a line that does not parse is ill-posed, whatever its readings are; one that parses is not', () => {
  const of = (displayed: string) =>
    decideClaim(claim([['charitable', evenAnswer]], { notation: { kind: 'notation', displayed } }), ample);
  expect(of('(a - (b)')).toMatchObject({ verdict: { verdict: 'ill-posed' }, decidedBy: 'notation' });
  expect(of('(a - (b))')).toMatchObject({ verdict: { verdict: 'proved' } });
});

test('a sentence whose admissible readings differ at a witness is ill-posed; one whose readings agree is not', () => {
  const agree = (right: number) =>
    forAllCases({
      domain: inputs({ name: 'x in R', layout: { x: [] }, sizes: {} }),
      left: (a, { x }) => [a.mul(a.of(2), x)],
      relation: '=',
      right: (a, { x }) => [a.mul(a.of(right), x)],
      shapes: [{ x: 0 }],
    });
  const of = (right: number) =>
    decideClaim(
      claim([['one', evenAnswer]], { ambiguity: { between: ['one', 'other'], agree: agree(right) } }),
      ample,
    );
  expect(of(3)).toMatchObject({
    decidedBy: 'ambiguity',
    verdict: {
      verdict: 'ill-posed',
      fault: {
        displayed: 'Something is said.',
        faults: ['"one" and "other" are both admissible and differ'],
        witness: { inputs: [{ name: 'x', decimal: '1' }] },
      },
    },
  });
  expect(of(2).verdict.verdict).toBe('proved');
});

test('a repair is a statement of its own, a reading, or another claim, and is decided like any other', () => {
  const other = claim(
    [
      ['first', oddAnswer],
      ['second', evenAnswer],
    ],
    { id: 'another' },
  );
  const of = (repair: NonNullable<Claim['repair']>) => {
    const repaired = claim(
      [
        ['literal', oddAnswer],
        ['charitable', evenAnswer],
      ],
      { repair },
    );
    return decideClaim(repaired, ample, [repaired, other]).repair;
  };
  const own = of({ says: 'said anew', latex: 'x', statement: evenAnswer });
  expect(own).toMatchObject({ says: 'said anew', verdict: { verdict: 'proved' } });
  expect(of({ reading: 'charitable' })).toMatchObject({
    verdict: { verdict: 'proved' },
    refersTo: { claim: 'a-claim', reading: 'charitable' },
  });
  expect(of({ claim: 'another' })).toMatchObject({
    verdict: { verdict: 'refuted' },
    refersTo: { claim: 'another', reading: 'first' },
  });
  expect(of({ claim: 'another', reading: 'second' })?.verdict.verdict).toBe('proved');
  expect(() => of({ claim: 'nowhere' })).toThrow(
    'a-claim: repair must name a reading that exists, got nowhere',
  );
  expect(() => of({ reading: 'absent' })).toThrow(
    'a-claim: repair must name a reading that exists, got a-claim, "absent"',
  );
});

test('a claim of the write-up finds its repair there without being given a list', () => {
  const dropped = writeUp.find(({ id }) => id === 'q1-dropped-factor-1000')!;
  expect(decideClaim(dropped).repair).toMatchObject({
    verdict: { verdict: 'proved' },
    refersTo: { claim: 'q1-final-formula-even-T' },
  });
});

test('a claim is decided without a list when its repair is its own', () => {
  const repaired = claim([['literal', definition]], { repair: { reading: 'literal' } });
  expect(decideClaim(repaired, ample).repair?.verdict.verdict).toBe('definition');
  expect(decideStatement(definition, ample)).toEqual({ verdict: 'definition' });
});
