import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary64 } from '#arithmetic/float-format.ts';
import { referenceSystem } from '#law/reference-system.ts';
import { algebraLaws } from '#law/rnn/algebra.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(algebraLaws);
bite(algebraLaws);

test('the sign of a zero is left open: -0 by the recurrence is 0 by the sum of the pairs', () => {
  const { alternatingSum } = referenceSystem(floats(binary64));
  expect(alternatingSum([0, -0], 0)).toBe(-0);
  expect(0 + (-0 - 0)).toBe(0);
});
