import { expect, test } from 'vitest';
import { attentionFunctions } from '#kernel/simd/attend.ts';
import { kinds } from './placed.ts';

test('the module of attention has every function once, and of softmax only where scores become weights', () => {
  for (const { v } of kinds) {
    const [softmax, linear] = (['softmax', 'linear'] as const).map((weighing) =>
      attentionFunctions(v, weighing).map(({ name }) => name),
    ) as [string[], string[]];
    expect(new Set(softmax).size).toBe(softmax.length);
    expect(softmax.filter((name) => !linear.includes(name))).toEqual(['weights', 'normalise', 'clearStates']);
    expect(linear.filter((name) => !softmax.includes(name))).toEqual([]);
    expect(linear).toContain('attendRows');
  }
});
