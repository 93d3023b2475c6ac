import { expect, test } from 'vitest';
import { batchText, inBatches, readMark } from '#coq/batch.ts';

const question = 'Print Assumptions checked.\n';
const file = (name: string, requires: string, length = 0) => ({
  name: `${name}.v`,
  text: `From Library Require Import ${requires}.\n${' '.repeat(length)}\n${question}`,
});

test('files are in one batch only if they require the same', () => {
  const [a, b, c] = [file('a', 'x'), file('b', 'y'), file('c', 'x')];
  expect(inBatches([a, b, c])).toEqual([[a, c], [b]]);
  expect(inBatches([])).toEqual([]);
  const bare = { name: 'd.v', text: question };
  expect(inBatches([bare, a])).toEqual([[a], [bare]]);
});

test('what is too heavy is in several of about the same weight, the heaviest first', () => {
  const files = [600_000, 350_000, 200_000, 100_000].map((length, i) => file(`f${i}`, 'x', length));
  const [a, b, c, d] = files;
  expect(inBatches([...files, file('g', 'y')])).toEqual([[a], [b], [c, d], [file('g', 'y')]]);
  const intervals = Array.from({ length: 250 }, () => 'interval with').join();
  const heavy = ['h', 'i'].map((name) => ({ name, text: `From L Require Import x.\n${intervals}` }));
  expect(inBatches([...heavy, a!]).map(([first]) => first!.name)).toEqual(['f0.v', 'h', 'i']);
});

test('each file of a batch is read whole in a module of its own, and one question is asked of all', () => {
  const files = [file('a', 'x'), file('b', 'x')];
  const text = batchText(files);
  expect(text).toBe(
    'Module a.\nFrom Library Require Import x.\n\nEnd a.\nGoal True. idtac "read 0". Abort.\n\n' +
      'Module b.\nFrom Library Require Import x.\n\nEnd b.\nGoal True. idtac "read 1". Abort.\n\n' +
      `Definition checked := (a.checked, b.checked).\n${question}`,
  );
  expect(readMark(1)).toBe('read 1\n');
});
