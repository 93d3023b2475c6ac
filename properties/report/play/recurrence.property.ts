import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runRecurrence } from '#report/play/recurrence.ts';

test('states follow one another by the recurrence, and the last is exact', () => {
  const input = fc.array(fc.integer({ min: -99, max: 99 }), { maxLength: 8 });
  fc.assert(
    fc.property(input, fc.integer({ min: -9, max: 9 }), (x, h0) => {
      const { states, final, sum, agree } = runRecurrence({ x, h0, gain: 1 });
      let h = h0;
      expect(states).toEqual(x.map((value) => (h = value - h)));
      expect(final).toBe(`${h}`);
      const pairs = x.reduce((total, value, i) => (i % 2 === 1 ? total + value - x[i - 1]! : total), h0);
      expect(sum).toBe(`${pairs}`);
      expect(agree).toBe(pairs === h);
    }),
    { numRuns: 25 },
  );
});

test('the output is enclosed, with the gain and without', () => {
  expect(runRecurrence({ x: [0, 1], h0: 0, gain: 1 }).output).toBe('[0.7310585786, 0.7310585787]');
  expect(runRecurrence({ x: [0, 1], h0: 0, gain: 1000 }).output).toBe('[0.9999999999, 1]');
  expect(runRecurrence({ x: [1e300], h0: 0, gain: 1000 }).output).toBe('beyond what is enclosed');
  const odd = runRecurrence({ x: [1], h0: 0, gain: 1 });
  expect([odd.output, odd.answer]).toEqual(['[0.7310585786, 0.7310585787]', '[0.5, 0.5]']);
});
