import { expect, test } from 'vitest';
import { answer, answerBreak } from '#report/play/answer.ts';
import { certifiedGivenAway } from '#report/play/certified.ts';
import { formatsAt } from '#report/play/formats.ts';
import { runLinear } from '#report/play/linear.ts';
import { runRecurrence } from '#report/play/recurrence.ts';
import { tokensOf } from '#report/play/tokens.ts';

test('answers are those of the library', () => {
  const recurrence = { x: [1, 2], h0: 0, gain: 1 } as const;
  expect(answer({ about: 'recurrence', settings: recurrence })).toEqual(runRecurrence(recurrence));
  const sizes = { T: 2, dk: 1, dv: 1 };
  expect(answer({ about: 'linear', settings: sizes })).toEqual(runLinear(sizes));
  const attention = { tokens: 'orthogonal', n: 3, beta: 1 } as const;
  expect(answer({ about: 'attention', settings: attention })).toEqual({
    certified: certifiedGivenAway(tokensOf('orthogonal', 3, 1)),
    formats: formatsAt(1),
  });
});

test('many tokens are not enclosed', () => {
  expect(answer({ about: 'attention', settings: { tokens: 'orthogonal', n: 9, beta: 1 } })).toMatchObject({
    certified: [],
  });
});

test('a search is for a reading that exists', () => {
  const order = { claim: 'q1-dropped-factor-1000', reading: 'literal', seed: 1, cases: 1 };
  expect([...answerBreak(order)].length).toBeGreaterThan(3);
  expect(() => answerBreak({ ...order, reading: 'none' })).toThrow(
    'search: reading must exist, got q1-dropped-factor-1000, "none"',
  );
});
