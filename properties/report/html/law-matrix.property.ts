import { expect, test } from 'vitest';
import { lawMatrix } from '#report/html/law-matrix.ts';
import { sampleSpecimens } from './sample-specimens.ts';

const { text } = lawMatrix('rnn', sampleSpecimens);

test('has a row for each law of the system, and for those between systems that catch something', () => {
  expect(text.match(/<text[^>]*>[^<]*/g)!.map((label) => label.replace(/<[^>]*>/, ''))).toEqual([
    'rnn-shape 1',
    'r-state-within-bound 2',
    'x-rnn-is-retention 3',
  ]);
  expect(text).not.toContain('x-single-token');
});

test('marks what catches a specimen, and apart from it what must', () => {
  expect(text).toContain('<path class="others" d="M1 1h1M0 2h1"/>');
  expect(text).toContain('<path class="must" d="M1 0h1M0 1h1"/>');
  expect(text).toContain('<path class="between" d="M0 -1V3M1 -1V3"/>');
});

test('specimens next to each other that the same law catches are one run', () => {
  const all = {
    ...sampleSpecimens,
    specimens: sampleSpecimens.specimens.map((one) => ({
      ...one,
      system: 'rnn' as const,
      caughtBy: ['x-rnn-is-retention', 'rnn-shape'],
      named: 'r-state-within-bound',
    })),
  };
  expect(lawMatrix('rnn', all).text).toContain('<path class="others" d="M0 0h4M0 2h4"/>');
  expect(lawMatrix('rnn', all).text).toContain('<td>2</td><td>1 3</td></tr>');
});

test('lists the same in tables, laws by their numbers, and texts as texts', () => {
  expect(text).toContain('<tr><th scope="row">2</th><td>r-state-within-bound</td><td>2</td><td>1</td></tr>');
  expect(text).toContain('<tr><th scope="row">starts from 0</th><td>2</td><td>3</td></tr>');
  expect(text).toContain('<tr><th scope="row">returns &lt;text&gt;</th><td>1</td><td>2</td></tr>');
});

test('says how many are caught', () => {
  expect(text).toContain('<title>The recurrence: 3 laws against 2 wrong implementations</title>');
  expect(text).toContain('Every one is caught, by 2 laws on average');
  expect(lawMatrix('softmax-attention', sampleSpecimens).text).toContain(
    '1 are not caught, by 0 laws on average',
  );
  expect(lawMatrix('linear-attention', { ...sampleSpecimens, specimens: [] }).text).toContain(
    '0 wrong implementations',
  );
});
