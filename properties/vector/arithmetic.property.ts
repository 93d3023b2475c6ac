import { expect, test } from 'vitest';
import { disagreement, overEngines, tenth } from './engine.ts';
import { fromHex, oracle } from './oracle.ts';

test('exp of both engines encloses every value of the oracle, tightly', () => {
  const found: (string | undefined)[] = [];
  overEngines((engine) => {
    const { of, exp } = engine.arithmetic;
    // Rounding its argument costs an exponential as many of 30 digits as the argument has before its point.
    for (const { x, value } of oracle.exp)
      found.push(disagreement(engine, exp(of(fromHex(x))), value, tenth(22)));
  });
  expect(found.filter((fault) => fault !== undefined)).toEqual([]);
  expect(found.length).toBe(2 * oracle.exp.length);
});

test('sqrt of both engines encloses every value of the oracle, tightly', () => {
  const found: (string | undefined)[] = [];
  overEngines((engine) => {
    const { of, sqrt } = engine.arithmetic;
    for (const { x, value } of oracle.sqrt)
      found.push(disagreement(engine, sqrt(of(fromHex(x))), value, tenth(28)));
  });
  expect(found.filter((fault) => fault !== undefined)).toEqual([]);
});
