import { expect, test } from 'vitest';
import type { Statement } from '#claim/statement.ts';
import { writeUp } from '#claim/write-up.ts';
import { loops, loopsOf } from '#coq/loops.ts';

function countsOf(statement: Statement): readonly string[] {
  if (statement.kind === 'all') return statement.parts.flatMap((part) => countsOf(part.statement));
  if (statement.kind !== 'cost') return [];
  return statement.is.says === 'below' ? [statement.counts, statement.is.counts] : [statement.counts];
}

test('every count of the write-up has loops, made of what is defined', () => {
  const counts = writeUp.flatMap((claim) => claim.readings.flatMap((reading) => countsOf(reading.statement)));
  expect(new Set(counts).size).toBeGreaterThan(15);
  for (const count of counts) {
    const text = loopsOf(count);
    expect(text, count).toBeDefined();
    const [, name] = /^\(?(\w+)/.exec(text!)!;
    expect(loops).toMatch(new RegExp(`^(Definition|Fixpoint) ${name} `, 'm'));
  }
});

test('kinds of operations are those that are named', () => {
  expect(loopsOf('multiplications, exponentials and divisions of softmax attention')).toBe(
    'softmax_attention (among [mul; exponential; div]) T T dk dv',
  );
  expect(loopsOf('multiplications of Q (K^T V) at T = dk + dv + t - 1')).toBe(
    'reassociated (among [mul]) (dk + dv + t - 1) (dk + dv + t - 1) dk dv',
  );
});

test('a count that nobody wrote loops for has none', () => {
  expect(loopsOf('multiplications of something else')).toBeUndefined();
  expect(loopsOf('wonders of softmax attention')).toBeUndefined();
  expect(loopsOf('numbers')).toBeUndefined();
  expect(loopsOf('numbers at T = dk + dv + t - 1')).toBeUndefined();
});
