import { expect, test } from 'vitest';
import { atomicIndeterminate, atoms } from '#arithmetic/atoms.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { tidyName, tidyTerms } from '#arithmetic/tidy-term.ts';
import { certifyPositive } from '#judge/atom-sign.ts';

const context = { says: 'it is so', isExcess: (name: string) => name.startsWith('v') };

/** Whether left - right is certified >= 0, or > 0, both formulas of v1, v2 >= 0 and free s. */
function certified(
  left: <N>(a: Analytic<N>, of: (name: string) => N) => N,
  right: <N>(a: Analytic<N>, of: (name: string) => N) => N,
  strict = false,
): ReturnType<typeof certifyPositive> {
  const tidy = tidyTerms(true);
  const named = (side: typeof left) => ({
    value: side(atoms, atomicIndeterminate),
    term: side(tidy, tidyName),
  });
  return certifyPositive(named(left), named(right), strict, context);
}

test('what exceeds its least value is not negative', () => {
  expect(
    certified(
      (a, of) => a.mul(of('v1'), of('v2')),
      (a) => a.of(0),
    ),
  ).toBeDefined();
  expect(
    certified(
      (a, of) => a.mul(of('v1'), of('s')),
      (a) => a.of(0),
    ),
  ).toBeUndefined();
  expect(
    certified(
      (_a, of) => of('v1'),
      (_a, of) => of('v2'),
    ),
  ).toBeUndefined();
});

test('an exponential of anything is above zero, and said to be so', () => {
  const found = certified(
    (a, of) => a.exp(of('s')),
    (a) => a.of(0),
    true,
  )!;
  expect(found[1]).toMatchObject({
    kind: 'sign',
    says: 'it is so, e_1 = exp(s)',
    term: 'e_1',
    above: true,
    strict: true,
  });
  expect(found[0]).toMatchObject({ kind: 'identity', left: 'exp(s)', right: 'exp(s)' });
});

test('with another number in it, an exponential may be as small as zero', () => {
  const sum = <N>(a: Analytic<N>, of: (name: string) => N): N => a.add(a.exp(of('s')), of('v1'));
  expect(certified(sum, (a) => a.of(0))).toBeDefined();
  expect(certified(sum, (a) => a.of(0), true)).toBeUndefined();
});

test('the exponential of what is not negative is at least 1', () => {
  const found = certified(
    (a, of) => a.exp(a.mul(a.of(3), a.mul(of('v1'), of('v2')))),
    (a) => a.of(1),
  )!;
  expect(found[1]).toMatchObject({ term: 'f_1', says: 'it is so, f_1 = exp(3 * v1 * v2) - 1' });
  expect(found[0]).toMatchObject({ right: 'exp(3 * v1 * v2) - 1' });
  expect(
    certified(
      (a, of) => a.exp(a.neg(of('v1'))),
      (a) => a.of(1),
    ),
  ).toBeUndefined();
  expect(
    certified(
      (a) => a.of(1),
      (a, of) => a.exp(a.neg(of('v1'))),
    ),
  ).toBeDefined();
});

test('a sum of exponents is taken apart: e^(v + s) >= e^s', () => {
  expect(
    certified(
      (a, of) => a.exp(a.add(of('v1'), of('s'))),
      (a, of) => a.exp(of('s')),
    ),
  ).toBeDefined();
  expect(
    certified(
      (a, of) => a.exp(of('s')),
      (a, of) => a.exp(a.add(of('v1'), of('s'))),
    ),
  ).toBeUndefined();
});
