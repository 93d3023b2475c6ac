import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  attentionSettings,
  betaAt,
  betaSpan,
  type Given,
  generated,
  linearSettings,
  mostInputs,
  placeOfBeta,
  recurrenceSettings,
  startInputs,
} from '#report/play/settings.ts';

const given =
  (values: Readonly<Record<string, string>>): Given =>
  (name) =>
    values[name];

test('numbers are read however they are set apart', () => {
  expect(recurrenceSettings(given({ x: '(1; -2.5e-1,\n3)  .5', h0: ' 4 ', gain: '1' }))).toEqual({
    x: [1, -0.25, 3, 0.5],
    h0: 4,
    gain: 1,
  });
  expect(recurrenceSettings(given({}))).toEqual({
    x: startInputs.split(', ').map(Number),
    h0: 0,
    gain: 1000,
  });
  expect(recurrenceSettings(given({ x: '' })).x).toEqual([]);
});

test.each([
  [{ x: '1, two' }, "inputs: must be numbers, got 'two'"],
  [{ x: '1e999' }, "inputs: must be numbers, got '1e999'"],
  [{ h0: '<b>' }, "h0: must be a number, got '<b>'"],
  [{ x: '1 '.repeat(mostInputs + 1) }, `inputs: at most ${mostInputs} are drawn, got ${mostInputs + 1}`],
])('%o is a fault that is named', (values, fault) => {
  const settings = recurrenceSettings(given(values));
  expect(settings.fault).toBe(fault);
  expect(settings.x.length).toBeLessThanOrEqual(mostInputs);
});

test('whatever is written, settings are in their ranges', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('tokens', 'n', 'beta', 'T', 'dk', 'dv', 'x', 'h0', 'gain'),
        fc.oneof(fc.string(), fc.double().map(String)),
      ),
      (values) => {
        const { n, beta } = attentionSettings(given(values));
        expect(Number.isInteger(n) && n >= 2 && n <= 64).toBe(true);
        expect(beta >= betaSpan[0] && beta <= betaSpan[1]).toBe(true);
        const { T, dk, dv } = linearSettings(given(values));
        expect([T, dk, dv].every((size) => Number.isInteger(size) && size >= 1 && size <= 65536)).toBe(true);
        expect(recurrenceSettings(given(values)).x.every(Number.isFinite)).toBe(true);
      },
    ),
  );
});

test('a set of tokens is taken by its name', () => {
  expect(attentionSettings(given({ tokens: 'unequal', n: '5', beta: '2' }))).toEqual({
    tokens: 'unequal',
    n: 5,
    beta: 2,
  });
});

test('the slider of beta goes there and back', () => {
  for (let place = 0; place <= 1000; place += 50) expect(placeOfBeta(betaAt(place))).toBe(place);
  expect([betaAt(0), betaAt(1000)]).toEqual([...betaSpan]);
});

test('inputs of a pattern are small integers, the same for the same seed', () => {
  expect(generated('alternating', 5, 1)).toEqual([0, 1, 0, 1, 0]);
  expect(generated('constant', 3, 1)).toEqual([1, 1, 1]);
  const random = generated('random', 99, 7);
  expect(random).toEqual(generated('random', 32, 7));
  expect(random).toHaveLength(mostInputs);
  expect(random.every((value) => Number.isInteger(value) && Math.abs(value) <= 4)).toBe(true);
  expect(new Set(random).size).toBeGreaterThan(3);
});
