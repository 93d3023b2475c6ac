import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  equalPolynomials,
  formatPolynomial,
  indeterminate,
  type Polynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { exactly, formatRational, toDouble } from '#arithmetic/rational.ts';
import { type CountPolynomial, firstSizes, powerOf, recoverCount, valueAt } from '#judge/count-polynomial.ts';

const never = (): boolean => false;

/** Polynomials in T, dk, dv with small whole coefficients >= 0 and degree at most 4: what a tally can show. */
const countedPolynomials = fc
  .array(fc.tuple(fc.nat(5), fc.array(fc.constantFrom('T', 'dk', 'dv'), { maxLength: 4 })), { maxLength: 5 })
  .map((entries) =>
    entries.reduce<Polynomial>(
      (total, [coefficient, names]) =>
        polynomials.add(total, names.map(indeterminate).reduce(polynomials.mul, polynomials.of(coefficient))),
      polynomials.of(0),
    ),
  );

const sizes = ['T', 'dk', 'dv'];

function recovered(
  measure: (sizes: Readonly<Record<string, number>>) => number,
  names: readonly string[] = sizes,
): CountPolynomial | undefined {
  return recoverCount(names, 'operations', measure, never);
}

test('recovers every polynomial with coefficients >= 0 and degree up to 4 in three sizes', () => {
  fc.assert(
    fc.property(countedPolynomials, (p) => {
      const found = recovered((at) => toDouble(valueAt(p, at)));
      expect(formatPolynomial(found!.polynomial)).toBe(formatPolynomial(p));
    }),
    { numRuns: 25 },
  );
});

test('recovers half-integer coefficients: T (T + 1) / 2 pairs j <= i', () => {
  const { polynomial } = recovered(({ T }) => (T! * (T! + 1)) / 2, ['T'])!;
  expect(formatPolynomial(polynomial)).toBe('1/2*T^2 + 1/2*T');
});

test('names the sizes that were fitted and, apart from them, those that were checked', () => {
  const { evidence } = recovered(({ T, dk }) => T! * dk!, ['T', 'dk'])!;
  if (evidence.kind !== 'counts') throw new Error(`evidence must be counts, got ${evidence.kind}`);
  const key = ({ sizes: at }: { sizes: Readonly<Record<string, number>> }): string => JSON.stringify(at);
  const fitted = evidence.fitted.map(key);
  expect(evidence.says).toBe('operations, as a polynomial in T, dk');
  expect(evidence.polynomial).toBe('T*dk');
  expect(evidence.fitted).toHaveLength(6);
  expect(evidence.checked).toHaveLength(4 + 5 + 2);
  expect(evidence.checked.map(key).filter((at) => fitted.includes(at))).toEqual([]);
  for (const { sizes: at, count } of [...evidence.fitted, ...evidence.checked]) {
    expect(count).toBe(at.T! * at.dk!);
  }
});

test('does not take a fit that only the next layer confirms', () => {
  // Zero at T = 1, 2 and 3, so that degree 0 predicts the next two layers; the larger sizes contradict it.
  const cubic = recovered(({ T }) => (T! - 1) * (T! - 2) * (T! - 3), ['T'])!;
  expect(formatPolynomial(cubic.polynomial)).toBe('T^3 - 6*T^2 + 11*T - 6');
  expect(recovered(({ T }) => Math.max(0, T! - 5), ['T'])).toBeUndefined();
  expect(recovered(({ T }) => Math.max(0, T! - 10), ['T'])).toBeUndefined();
});

test('finds no polynomial in a count that is none', () => {
  expect(recovered(({ T }) => T! % 2, ['T'])).toBeUndefined();
  expect(recovered(({ T, dk, dv }) => 2 ** T! + dk! * dv!)).toBeUndefined();
  expect(recovered(({ T }) => T! ** 7, ['T'])).toBeUndefined();
});

test('stops without an answer when the budget has ended', () => {
  expect(
    recoverCount(
      ['T'],
      'operations',
      ({ T }) => T!,
      () => true,
    ),
  ).toBeUndefined();
});

test('refuses counts that are not whole numbers >= 0', () => {
  expect(() => recovered(({ T }) => T! / 2, ['T'])).toThrow(
    'recoverCount: operations must be a whole number >= 0, got 0.5',
  );
  expect(() => recovered(({ T }) => 2 - T!, ['T'])).toThrow('got -1');
});

test('measures each size once', () => {
  const seen: string[] = [];
  recovered((at) => {
    seen.push(JSON.stringify(at));
    return at.T! * at.dk! * at.dv!;
  });
  expect(new Set(seen).size).toBe(seen.length);
});

test('finds the smallest sizes of a sign, by sum first and then by the first size', () => {
  const p = polynomials.sub(indeterminate('T'), indeterminate('dk'));
  expect(firstSizes(['T', 'dk'], p, (sign) => sign === 0)).toEqual({ T: 1, dk: 1 });
  expect(firstSizes(['T', 'dk'], p, (sign) => sign !== 0)).toEqual({ T: 1, dk: 2 });
  expect(firstSizes(['T', 'dk'], p, (sign) => sign > 0)).toEqual({ T: 2, dk: 1 });
  expect(firstSizes(['T', 'dk'], polynomials.of(0), (sign) => sign !== 0)).toBeUndefined();
  expect(firstSizes([], polynomials.of(1), (sign) => sign > 0)).toEqual({});
});

test('looks 12 layers far for a sign', () => {
  const excess = (bound: number) => polynomials.sub(indeterminate('T'), polynomials.of(bound));
  expect(firstSizes(['T'], excess(12), (sign) => sign > 0)).toEqual({ T: 13 });
  expect(firstSizes(['T'], excess(13), (sign) => sign > 0)).toBeUndefined();
});

test('raises a size to any whole power', () => {
  expect(equalPolynomials(powerOf('T', 0), polynomials.of(1))).toBe(true);
  expect(formatPolynomial(powerOf('T', 3))).toBe('T^3');
});

test('evaluates a polynomial at sizes exactly', () => {
  const p = polynomials.mul(polynomials.of(0.5), powerOf('T', 2));
  expect(formatRational(valueAt(p, { T: 3 }))).toBe('9/2');
  expect(valueAt(p, { T: 2 })).toEqual(exactly(2));
});
