import { expect, test } from 'vitest';
import { binary64 } from '#arithmetic/float-format.ts';
import { alikeCalls } from '#conformance/alike-calls.ts';
import { functionNames } from '#conformance/contract.ts';
import { callWords, drawnCall } from '#conformance/graded-calls.ts';
import { numbersOf } from '#conformance/smaller-calls.ts';

test.each(functionNames)(
  'calls alike to one of %s differ from it and each other, and are of its sizes',
  (fn) => {
    const [call, other] = [1, 2].map((seed) => drawnCall(fn, [2, 3, 4, 5], binary64, seed, (x) => x));
    const alike = alikeCalls(call!, other!);
    const all = [call!, ...alike].map((one) => JSON.stringify(one));
    expect(new Set(all).size).toBe(all.length);
    for (const one of alike) expect(callWords(one)).toContain(callWords(call!));
    const changed = alike.map((one) => numbersOf(one).filter((x, i) => x !== numbersOf(call!)[i]).length);
    expect(changed.filter((count) => count === 1).length).toBe('q' in call! ? 3 : 3);
    expect(Math.max(...changed)).toBe(numbersOf(call!).length);
  },
);
