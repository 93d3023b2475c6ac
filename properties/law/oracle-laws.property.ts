import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { laws } from '#law/laws.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import { questions } from './exam.ts';
import { expectWellFormed } from './well-formed.ts';

test('there is one for each function, and one more with the normaliser', () => {
  expect(oracleLaws.map(({ id, fn, system }) => [id, fn, system])).toEqual([
    ['r-state-within-bound', 'alternatingSum', 'rnn'],
    ['r-output-within-bound', 'output', 'rnn'],
    ['a-within-bound', 'softmaxAttention', 'softmax-attention'],
    ['l-within-bound', 'linearAttention', 'linear-attention'],
    ['l-normalised-within-bound', 'linearAttention', 'linear-attention'],
  ]);
  const names = new Set(laws.map(({ id }) => id));
  expect(oracleLaws.some(({ id }) => names.has(id))).toBe(false);
});

test.each(oracleLaws)('$id: its calls are of its function, and nearly all of them decide', (law) => {
  for (const format of [binary64, binary32]) {
    const all = questions(law, format);
    expect(all.length).toBeGreaterThan(300);
    expect(all.every(({ call }) => call.fn === law.fn)).toBe(true);
    const deciding = all.filter(({ allowance: { fates } }) => fates.every((fate) => fate === 'bounded'));
    expect(deciding.length / all.length).toBeGreaterThan(0.85);
  }
});

test('the normaliser is asked for in its own law only', () => {
  const [without, withIt] = [oracleLaws[3]!, oracleLaws[4]!].map((law) =>
    [...law.cases(binary64), ...fc.sample(law.arbitrary(binary64), 50)].map(
      (call) => call.fn === 'linearAttention' && call.options.normalize === true,
    ),
  );
  expect(without!.some(Boolean)).toBe(false);
  expect(withIt!.every(Boolean)).toBe(true);
});

test.each(oracleLaws)('$id: its random calls are of its function and of the contract', (law) => {
  for (const format of [binary64, binary32]) {
    fc.assert(
      fc.property(law.arbitrary(format), (call) => {
        expect(call.fn).toBe(law.fn);
        expectWellFormed(call, format);
      }),
      { numRuns: 50 },
    );
  }
});
