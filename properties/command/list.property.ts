import { expect, test } from 'vitest';
import { listCommand } from '#command/list.ts';
import { toolsOf, watchedIo } from './sample-io.ts';

test('lists every claim with its place, one a line', () => {
  const { io, seen } = watchedIo();
  expect(listCommand({}, io, toolsOf())).toBe(0);
  const lines = seen.out.join('').split('\n');
  expect(lines[1]).toBe('q1-proved                question 1, step 6, lines 12-13, 15');
  expect(lines).toHaveLength(9);
  expect(lines.at(-1)).toBe('');
});

test('lists them as JSON when asked', () => {
  const { io, seen } = watchedIo();
  expect(listCommand({ json: true }, io, toolsOf())).toBe(0);
  const rows = JSON.parse(seen.out.join('')) as unknown[];
  expect(rows).toHaveLength(8);
  expect(rows[7]).toEqual({
    id: 'card-ill-posed',
    question: 'card',
    part: 'property 2',
    lines: [],
    kind: 'identity',
    core: true,
    says: 'The <output> has no gain | of 1000.',
  });
});

test('lists nothing of a write-up without claims', () => {
  const { io, seen } = watchedIo();
  expect(listCommand({}, io, toolsOf([]))).toBe(0);
  expect(seen.out).toEqual(['']);
});
