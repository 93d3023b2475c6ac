import { expect, test } from 'vitest';
import { asCases } from '#judge/cases.ts';
import { refute } from '#judge/refute.ts';
import { replay } from '#judge/replay.ts';
import { type WitnessFile, witnessFile } from '#judge/witness-file.ts';
import { ample } from './budget.ts';
import { copies, diagonalWins, factorDropped } from './statements.ts';

const exact: WitnessFile = {
  format: 'counterclaim-witness',
  version: 1,
  claim: 'a',
  reading: 'b',
  statement: 'c',
  relation: '=',
  entry: 1,
  inputs: { x: { decimal: '3', hex: '0x1.8p+1' } },
  left: { term: '1 / x', lo: '0.33', hi: '0.34' },
  right: { term: '0.5', lo: '0.5', hi: '0.5' },
  digits: 5,
  gap: '0.1',
};

test('what the judge wrote replays', () => {
  for (const statement of [asCases(factorDropped), asCases(copies), diagonalWins]) {
    const file = witnessFile('a', 'b', 'c', refute(statement, ample)!);
    expect(replay(file)).toMatchObject({ refutes: true, agrees: true });
  }
});

test('exact sides are compared exactly', () => {
  expect(replay(exact)).toEqual({
    left: '[0.33333, 0.33334]',
    right: '[0.5, 0.5]',
    refutes: true,
    agrees: true,
  });
  expect(replay({ ...exact, relation: '<=' }).refutes).toBe(false);
  expect(replay({ ...exact, relation: '>' }).refutes).toBe(true);
  expect(replay({ ...exact, relation: '!=', right: { ...exact.right, term: '1 / 3' } }).refutes).toBe(true);
});

test('sides outside of what the file says do not agree', () => {
  expect(replay({ ...exact, left: { ...exact.left, hi: '0.333' } }).agrees).toBe(false);
  expect(replay({ ...exact, right: { ...exact.right, lo: '0.51' } }).agrees).toBe(false);
  const file = witnessFile('a', 'b', 'c', refute(asCases(copies), ample)!);
  expect(replay({ ...file, left: { ...file.left, lo: '0.74', hi: '0.75' } }).agrees).toBe(false);
  expect(replay({ ...file, left: { ...file.left, lo: '0.72', hi: '0.73' } }).agrees).toBe(false);
});

test('sides that overlap refute nothing', () => {
  const same = {
    ...exact,
    left: { ...exact.left, term: 'exp(x)' },
    right: { ...exact.right, term: 'exp(x)' },
  };
  expect(replay(same).refutes).toBe(false);
});

test('in a number format every operation is rounded', () => {
  const third = {
    ...exact,
    left: { term: '(x + 2048) - 2048', lo: '4', hi: '4' },
    right: { term: 'x', lo: '3', hi: '3' },
  };
  expect(replay({ ...third, numberFormat: 'binary16' })).toMatchObject({ refutes: true, agrees: true });
  expect(replay({ ...third, numberFormat: 'binary32' })).toMatchObject({ refutes: false, agrees: false });
  expect(replay(third).refutes).toBe(false);
  const literal = {
    ...third,
    left: { term: '(3602879701896397/36028797018963968)', lo: '0.09', hi: '0.0999999' },
  };
  expect(replay({ ...literal, numberFormat: 'binary16' }).agrees).toBe(true);
});

test('a name that is no input is refused', () => {
  const strange = { ...exact, left: { ...exact.left, term: 'y' } };
  expect(() => replay(strange)).toThrow('witness file: inputs must name all of the terms, got y');
});
