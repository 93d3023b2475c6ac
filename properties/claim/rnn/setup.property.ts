import { expect, test } from 'vitest';
import { setupClaims } from '#claim/rnn/setup.ts';

test('the setup introduces notation and claims nothing', () => {
  for (const { kind, readings } of setupClaims) {
    expect(kind).toBe('definition');
    expect(readings.map(({ statement }) => statement)).toEqual([{ kind: 'definition' }]);
  }
});
