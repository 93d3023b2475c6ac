import { expect, test } from 'vitest';
import { systemName } from '#report/html/system-names.ts';

test('a system has a name for readers; what is none keeps its own', () => {
  expect(['rnn', 'softmax-attention', 'linear-attention', 'between', 'toString'].map(systemName)).toEqual([
    'The recurrence',
    'Softmax attention',
    'Linear attention',
    'Between the systems',
    'toString',
  ]);
});
