import { expect, test } from 'vitest';
import { runRecurrence } from '#report/play/recurrence.ts';
import { recurrenceFinding, recurrenceView } from '#report/play/recurrence-view.ts';

const shown = (x: readonly number[], h0 = 0): string => {
  const settings = { x, h0, gain: 1000 } as const;
  const run = runRecurrence(settings);
  return recurrenceView(settings, run).text + recurrenceFinding(settings, run);
};

test('every state is drawn and tabled', () => {
  const text = shown([1, 3, 2, 5], 7);
  expect([...text.matchAll(/<circle class="side-right"/g)]).toHaveLength(5);
  expect([...text.matchAll(/<rect class="bar soft"/g)]).toHaveLength(4);
  expect(text).toContain('<tr><th scope="row">4</th><td>5</td><td>12</td></tr>');
  expect(text).toContain('(the same)');
});

test('many states are not numbered one by one', () => {
  expect([...shown([1, 2, 3]).matchAll(/class="halo"/g)]).toHaveLength(4);
  const many = shown(Array.from({ length: 30 }, (_, i) => -i));
  expect(many).not.toContain('class="halo"');
  expect(many).toContain('>28</text>');
  expect(many).not.toContain('>29</text>');
});

test('an odd number of inputs makes another number of the sum, and no input makes h_0', () => {
  expect(shown([1])).toContain('(another number)');
  expect(shown([1])).toContain('T = 1, odd: h_T = 1, the sum of the write-up is 0: they differ.');
  expect(shown([])).toContain('T = 0, even');
});

test('a reading is told with why it fails or says nothing', () => {
  const text = shown([0, 1]);
  expect(text).toContain('(there is no X with index 0)');
  expect(text).toContain('(it is about odd T &gt;= 1');
});

test('a fault is told instead', () => {
  const settings = { x: [1], h0: 0, gain: 1, fault: 'h0: must be a number' } as const;
  expect(recurrenceFinding(settings, runRecurrence(settings))).toBe('h0: must be a number');
});
