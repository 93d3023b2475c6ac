import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { counting } from '#arithmetic/tally.ts';
import { exponentialQuotients, rationalValue } from '#evaluation/exponential-quotient.ts';
import { runFold } from '#reference/fold.ts';
import { finalState, gain, logistic, output, recurrence } from '#reference/rnn.ts';

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });
const sequences = fc.array(doubles, { maxLength: 12 });

test('the state is the last input minus the state before, down to the initial one', () => {
  expect(finalState(rationals, [], exactly(-1.5))).toEqual(exactly(-1.5));
  fc.assert(
    fc.property(sequences, doubles, doubles, (x, last, h0) => {
      const lifted = x.map(exactly);
      const before = finalState(rationals, lifted, exactly(h0));
      expect(finalState(rationals, [...lifted, exactly(last)], exactly(h0))).toEqual(
        rationals.sub(exactly(last), before),
      );
    }),
  );
});

test('the state is the sum of the inputs with signs that alternate from the last', () => {
  fc.assert(
    fc.property(sequences, doubles, (x, h0) => {
      const signed = [h0, ...x].map((value, t) => exactly((x.length - t) % 2 === 0 ? value : -value));
      const sum = signed.reduce<Rational>(rationals.add, fraction(0n));
      expect(finalState(rationals, x.map(exactly), exactly(h0))).toEqual(sum);
    }),
  );
});

test('the fold and the function are one recurrence', () => {
  fc.assert(
    fc.property(sequences, doubles, (x, h0) => {
      const items = x.map((value) => ({ x: exactly(value) }));
      const folded = runFold(recurrence, coordinates(rationals, 0), { h0: exactly(h0) }, items);
      expect(folded).toEqual(finalState(rationals, x.map(exactly), exactly(h0)));
    }),
  );
});

test('a state of T inputs costs T subtractions and nothing else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), (length) => {
      const { arithmetic, tally } = counting();
      finalState(arithmetic, Array.from({ length }, arithmetic.of), arithmetic.of(0));
      expect(tally()).toEqual({ add: length, mul: 0, div: 0, exp: 0, sqrt: 0 });
    }),
  );
});

test('the output is one half exactly when the state is zero, and above it when the state is positive', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 6 }), (x) => {
      const lift = (n: number) => exponentialQuotients.of(n);
      const h = finalState(rationals, x.map(exactly), fraction(0n));
      const y = rationalValue(output(exponentialQuotients, x.map(lift), lift(0)));
      expect(y).toEqual(h.num === 0n ? fraction(1n, 2n) : undefined);
      const a = enclosures(30);
      const order = a.compare(output(a, x.map(a.of), a.of(0)), a.of(0.5));
      expect(order).toBe(h.num === 0n ? 'overlap' : h.num > 0n ? 'greater' : 'less');
    }),
  );
});

test('the output is the logistic of the state times the gain', () => {
  const a = enclosures(40);
  expect(gain).toBe(1000);
  // Below zero the logistic keeps its relative precision, so that a neighbouring gain is told apart.
  const y = output(a, [a.of(-0.125)], a.of(0));
  expect(a.compare(y, logistic(a, a.of(-125)))).toBe('overlap');
  expect(a.compare(y, logistic(a, a.of(-124.875)))).toBe('less');
  expect(a.compare(y, logistic(a, a.of(-125.125)))).toBe('greater');
  expect(a.compare(logistic(a, a.of(-1)), a.sub(a.of(1), logistic(a, a.of(1))))).toBe('overlap');
});
