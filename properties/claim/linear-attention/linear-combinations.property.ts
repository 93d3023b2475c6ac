import { expect, test } from 'vitest';
import {
  linearInKeys,
  linearInQueries,
  linearInValues,
  softmaxLinearInValues,
  sumLinearInValues,
} from '#claim/linear-attention/linear-combinations.ts';
import type { ForAllLengths } from '#claim/statement.ts';
import { proveByInduction } from '#judge/induction.ts';
import { decide } from './decided.ts';

const statements: readonly (readonly [string, ForAllLengths])[] = [
  ['Q', linearInQueries],
  ['K', linearInKeys],
  ['V', linearInValues],
  ['V, softmax', softmaxLinearInValues],
  ['V, sum', sumLinearInValues],
];

test('linear attention is linear in each argument, and softmax attention and the plain sum in V, at every length', () => {
  for (const [name, statement] of statements) {
    expect(decide(statement), name).toMatchObject({ verdict: 'proved', proof: { method: 'induction' } });
  }
});

test('a combination with one factor doubled is not proved', () => {
  for (const [name, statement] of statements) {
    const { right } = statement;
    const finish: typeof right.finish = (space, state, params) => {
      const { b } = params as { readonly b: ReturnType<typeof space.scalars.of> };
      return right.finish(space, state, { ...params, b: space.scalars.add(b, b) });
    };
    expect(proveByInduction({ ...statement, right: { ...right, finish } }), name).toBeUndefined();
  }
});
