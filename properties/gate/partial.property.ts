import { expect, test } from 'vitest';
import { mergesReports, seesPart } from './partial.ts';

test.each([
  '',
  'run',
  'run --coverage',
  'watch --coverage --coverage.reporter=text',
  'run --coverage --merge-reports',
  '--merge-reports=.vitest-reports --coverage',
  'run --reporter verbose --coverage',
  'run --pool forks',
])('vitest %s sees every property', (line) => {
  expect(seesPart(line.split(' ').filter((word) => word !== ''))).toBe(false);
});

test.each([
  'run -t q1',
  'run --testNamePattern=q1',
  'run --coverage --shard=1/2 --reporter=blob',
  'run --shard 1/2',
  'run --bail=1',
  'run --bail 1',
  'run --changed',
  'rnn',
  'run properties/arithmetic',
  'run --coverage properties/arithmetic',
  'run --reporter verbose rnn',
  'related src/cli.ts',
  'run run',
])('vitest %s sees part of the properties', (line) => {
  expect(seesPart(line.split(' '))).toBe(true);
});

test('only a command line that says so merges reports', () => {
  for (const words of [['--merge-reports'], ['run', '--mergeReports=.blobs', '--coverage']]) {
    expect([words, mergesReports(words)]).toEqual([words, true]);
  }
  for (const words of [
    [],
    ['run', '--coverage', '--reporter=blob'],
    ['merge-reports'],
    ['--merge-reports-not'],
  ]) {
    expect([words, mergesReports(words)]).toEqual([words, false]);
  }
});
