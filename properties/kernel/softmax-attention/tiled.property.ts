import { expect, test } from 'vitest';
import { TILE, tiled } from '#kernel/softmax-attention/tiled.ts';
import { testForm, testOrder } from './every-form.ts';
import { tileOrder } from './orders.ts';

testForm('tiled', tiled, () => [0, 0, 0, 0, 1, 1, 2, 4]);
testOrder('tiled', tiled, tileOrder(32, 1), { n: 4, m: 100, dk: 3, dv: 3 }, 60);

test('a tile is of 32 keys', () => {
  expect(TILE).toBe(32);
});
