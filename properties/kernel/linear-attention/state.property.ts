import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loops64 } from '#kernel/linear-attention/loops64.ts';
import { addKeys, newState, readState } from '#kernel/linear-attention/state.ts';
import { cases, integers } from './cases.ts';

test('a state is the sum over its keys of k v^T and of k, however many are added at once', () => {
  fc.assert(
    fc.property(cases(integers), fc.nat(10), ({ tokens: { k, v, m, dk, dv } }, cut) => {
      const [keys, values] = [Float64Array.from(k), Float64Array.from(v)];
      const state = newState(loops64, dk, dv);
      const first = Math.min(cut, m);
      addKeys(loops64, state, { rows: keys, at: 0 }, values, 0, first);
      addKeys(loops64, state, { rows: keys, at: first * dk }, values, first * dv, m - first);
      const sum = (term: (j: number) => number): number =>
        [...new Array<undefined>(m).keys()].reduce((total, j) => total + term(j), 0);
      state.z.forEach((entry, l) => {
        expect(entry + 0).toBe(sum((j) => keys[j * dk + l]!) + 0);
      });
      state.S.forEach((entry, place) => {
        const [l, c] = [Math.floor(place / dv), place % dv];
        expect(entry + 0).toBe(sum((j) => keys[j * dk + l]! * values[j * dv + c]!) + 0);
      });
    }),
  );
});

test('a query reads its row of the state, divided by what it reads of the keys when normalised', () => {
  const state = { dk: 2, dv: 2, S: Float64Array.of(1, 2, 30, 40), z: Float64Array.of(5, -7) };
  const query = { rows: Float64Array.of(9, 2, 1), at: 1 };
  const out = new Float64Array(4);
  readState(loops64, state, query, false, out, 2);
  expect([...out]).toEqual([0, 0, 32, 44]);
  out.fill(0);
  readState(loops64, state, query, true, out, 1);
  expect([...out]).toEqual([0, 32 / 3, 44 / 3, 0]);
});
