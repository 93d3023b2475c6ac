import { expect, test } from 'vitest';
import { binary64 } from '#arithmetic/float-format.ts';
import { naive } from '#kernel/softmax-attention/naive.ts';
import { arrayOf, formats, run } from './cases.ts';
import { testForm, testOrder } from './every-form.ts';
import { naiveOrder } from './orders.ts';

testForm('naive', naive, () => [0, 0, 0, 0, 0, 0, 0, 0]);
testOrder('naive', naive, naiveOrder, { n: 5, m: 12, dk: 5, dv: 3 });

test('the naive form overflows from where it says, and where every weight is 0 there is no quotient', () => {
  for (const format of formats) {
    const [high, low] = format === binary64 ? [709.8, -746] : [88.8, -104];
    const one = (score: number) => {
      const of = (value: number) => arrayOf(format, 1, () => value);
      const tokens = { q: of(1), k: of(score), v: of(1), n: 1, m: 1, dk: 1, dv: 1 };
      return run(naive, { tokens, settings: { scale: 1, causal: false } })[0];
    };
    expect([one(high - 0.2), one(high), one(low), one(low + 1.5)]).toEqual([1, Number.NaN, Number.NaN, 1]);
  }
});
