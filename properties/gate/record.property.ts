import { expect, test } from 'vitest';
import { claimRow } from '#report/json.ts';
import { samples, undecided } from '../report/sample.ts';
import { decidedOf, recordOf } from './record.ts';

const rows = [...samples, undecided];
const claims = rows.map(({ claim }) => claim);

test('a record that passed through a file makes the same report', () => {
  for (const decided of rows) {
    const passed = JSON.parse(JSON.stringify(recordOf(decided))) as ReturnType<typeof recordOf>;
    const [again] = decidedOf(passed, claims);
    expect(again!.claim).toBe(decided.claim);
    expect(JSON.stringify(claimRow(again!))).toBe(JSON.stringify(claimRow(decided)));
  }
});

test('a record of a claim that is not known is no row', () => {
  expect(decidedOf(recordOf(undecided), claims.slice(0, 3))).toEqual([]);
});
