import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { floatFormats } from '#arithmetic/float-format.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';
import { referenceSystem } from '#law/reference-system.ts';
import { roundingLaws } from '#law/rnn/rounding.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(roundingLaws);
bite(roundingLaws);

test('a computed state may have the wrong sign, and then no certificate', () => {
  for (const format of floatFormats) {
    const p = 2 ** format.precision;
    // The neighbours of p in the format are p - 1 and p + 2.
    const x = [-(p + 2), p, p - 1, -(p + 2)];
    const exact = referenceSystem({ ...rationals, exp: rationals.neg, sqrt: rationals.neg });
    const computed = referenceSystem(floats(format));
    const [h, truth] = [computed.alternatingSum(x, 0), exact.alternatingSum(x.map(exactly), exactly(0))];
    expect([format.name, Math.sign(h), Math.sign(Number(truth.num))]).toEqual([
      format.name,
      -Math.sign(Number(truth.num)),
      Math.sign(Number(truth.num)),
    ]);
    const total = computed.states(x, 0).reduce((all, state) => all + Math.abs(state), 0);
    expect(Math.abs(h)).toBeLessThanOrEqual(format.unitRoundoff * total);
  }
});
