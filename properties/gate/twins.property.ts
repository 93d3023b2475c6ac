import { expect, test } from 'vitest';
import type { Claim, Reading } from '#claim/claim.ts';
import type { Statement } from '#claim/statement.ts';
import { writeUp } from '#claim/write-up.ts';
import { asCases } from '#judge/cases.ts';
import { decideStatement } from '#judge/decide.ts';
import { refute } from '#judge/refute.ts';
import { falseTwin } from '../specimen/false-twin.ts';
import { verdicts as linear } from './linear-attention.verdicts.ts';
import { verdicts as rnn } from './rnn.verdicts.ts';
import { verdicts as softmax } from './softmax-attention.verdicts.ts';

const stands = { ...rnn, ...softmax, ...linear };
/** More than a gate needs, by the environment: 1000000 takes minutes. */
const runs = Number(process.env.COUNTERCLAIM_RUNS ?? 40);
const budget = { digits: 25, mostDigits: 100, runs, seed: 1 };

const proved = writeUp.flatMap(({ id, readings }) =>
  readings
    .filter(({ name }) => stands[id]!.readings[name] === 'proved')
    .map((reading) => ({ id, name: reading.name, statement: reading.statement })),
);

/** Statements of the kinds in which a false twin exists: all that are proved but bracket counts. */
test('every proved reading has a false twin', () => {
  const without = proved.filter(({ statement }) => falseTwin(statement) === undefined);
  expect(without).toEqual([]);
});

test.each(proved)('$id, "$name": its false twin is not proved but refuted', ({ statement }) => {
  const verdict = decideStatement(falseTwin(statement)!, budget);
  expect(verdict.verdict).toBe(statement.kind === 'notation' ? 'ill-posed' : 'refuted');
});

function searchable(statement: Statement): readonly Statement[] {
  if (statement.kind === 'all') return statement.parts.flatMap((part) => searchable(part.statement));
  return statement.kind === 'cases' || statement.kind === 'lengths' || statement.kind === 'beta'
    ? [statement]
    : [];
}

function repairOf({ id, repair, readings }: Claim): readonly Statement[] {
  if (repair === undefined) return [];
  if ('statement' in repair) return [repair.statement];
  const named = (among: readonly Reading[]) =>
    among.filter(({ name }) => name === (repair.reading ?? among[0]!.name)).map(({ statement }) => statement);
  return named(
    'claim' in repair
      ? writeUp.find((other) => other.id === repair.claim && other.id !== id)!.readings
      : readings,
  );
}

const trueTwins = writeUp
  .filter(({ id }) => stands[id]!.verdict === 'refuted')
  .flatMap((claim) =>
    repairOf(claim)
      .flatMap(searchable)
      .map((statement, i) => ({ id: `${claim.id}, part ${i + 1}`, statement })),
  );

test.each(trueTwins)('$id: its true twin, the repair, is refuted by no search', ({ statement }) => {
  if (statement.kind === 'cases' || statement.kind === 'lengths' || statement.kind === 'beta') {
    expect(refute(asCases(statement), budget)).toBeUndefined();
  }
});
