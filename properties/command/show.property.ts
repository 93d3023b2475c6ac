import { expect, test } from 'vitest';
import { showCommand } from '#command/show.ts';
import { explain } from '#report/explain.ts';
import { claimRow } from '#report/json.ts';
import { samples, undecided } from '../report/sample.ts';
import { toolsOf, watchedIo } from './sample-io.ts';

const refuted = samples[2]!;

test('prints the evidence of one claim', () => {
  const { io, seen } = watchedIo();
  expect(showCommand('q1-refuted', {}, io, toolsOf())).toBe(0);
  expect(seen.out).toEqual([explain(refuted)]);
});

test('names the folder of the reports where one is set', () => {
  const { io, seen } = watchedIo();
  showCommand('q1-refuted', { reports: 'mine' }, io, toolsOf());
  expect(seen.out.join('')).toContain('replay mine/witness/q1-refuted.json');
});

test('prints the row of the claim as JSON when asked', () => {
  const { io, seen } = watchedIo();
  expect(showCommand('q1-refuted', { json: true }, io, toolsOf())).toBe(0);
  expect(JSON.parse(seen.out.join(''))).toEqual(JSON.parse(JSON.stringify(claimRow(refuted))));
});

test('tells an undecided claim by the exit code, and an unknown one', () => {
  const { io, seen } = watchedIo();
  expect(showCommand('q3-undecided', {}, io, toolsOf([undecided]))).toBe(3);
  expect(showCommand('elsewhere', {}, io, toolsOf([undecided]))).toBe(2);
  expect(seen.err).toEqual(["claim: the id must be known, got 'elsewhere'\n"]);
});
