import { expect, test } from 'vitest';
import type { Measure } from '#claim/statement.ts';
import { decideBelow } from '#judge/cost-below.ts';
import { recoverCount } from '#judge/count-polynomial.ts';
import type { Verdict } from '#judge/verdict.ts';
import { ample } from './budget.ts';

function below(smaller: Measure, larger: Measure, strict: boolean, sizes = ['T', 'dk', 'dv']): Verdict {
  const count = (measure: Measure) => recoverCount(sizes, 'operations', measure, () => false)!;
  const is = { says: 'below', measure: larger, counts: 'operations', size: 'T', strict } as const;
  return decideBelow(sizes, count(smaller), count(larger), is, ample);
}

const square: Measure = ({ T, dk, dv }) => T! * T! * (dk! + dv!);
const linear: Measure = ({ T, dk, dv }) => 2 * T! * dk! * dv!;

test('locates where a linear count is below a quadratic one, exactly', () => {
  expect(below(linear, square, true)).toMatchObject({
    verdict: 'conditional',
    region: {
      condition: 'T > (2*dk*dv)/(dk + dv)',
      inside: {
        obligations: [
          { kind: 'counts', polynomial: '2*T*dk*dv' },
          { kind: 'counts', polynomial: 'T^2*dk + T^2*dv' },
          {
            kind: 'identity',
            left: 'T^2*dk + T^2*dv - 2*T*dk*dv',
            right: 'T*(dk + dv)*(T - ((2*dk*dv)/(dk + dv)))',
          },
          { kind: 'sign', term: 'dk + dv', strict: true },
        ],
      },
      outside: { obligations: [{ kind: 'identity' }, { kind: 'sign' }] },
    },
    witness: {
      inputs: [{ decimal: '1' }, { decimal: '1' }, { decimal: '1' }],
      left: { lo: '2' },
      relation: '<',
      right: { lo: '2' },
      gap: '0',
    },
  });
});

test('keeps the boundary when equality is allowed', () => {
  expect(below(linear, square, false)).toMatchObject({
    region: { condition: 'T >= (2*dk*dv)/(dk + dv)' },
    witness: {
      inputs: [{ decimal: '1' }, { decimal: '1' }, { decimal: '2' }],
      left: { lo: '4' },
      relation: '<=',
      right: { lo: '3' },
    },
  });
});

test('proves what holds at all sizes', () => {
  expect(below(linear, (at) => linear(at) + 1, true)).toMatchObject({
    verdict: 'proved',
    proof: {
      obligations: [{ kind: 'counts' }, { kind: 'counts' }, { kind: 'sign', term: '1', strict: true }],
    },
  });
  expect(below(linear, linear, false).verdict).toBe('proved');
});

test('refutes without a region where the difference is not linear and rising', () => {
  expect(below(linear, linear, true)).toMatchObject({ verdict: 'refuted', witness: { gap: '0' } });
  const falling = below(
    ({ T }) => 3 * T!,
    () => 20,
    true,
    ['T'],
  );
  expect(falling).toMatchObject({ verdict: 'refuted', witness: { inputs: [{ decimal: '7' }] } });
  const cubic = below(
    () => 100,
    ({ T }) => T! ** 3,
    true,
    ['T'],
  );
  expect(cubic).toMatchObject({ verdict: 'refuted', witness: { inputs: [{ decimal: '1' }] } });
  const rising = below(
    () => 10,
    ({ T }) => T! * T! + T!,
    true,
    ['T'],
  );
  expect(rising.verdict).toBe('refuted');
  // Rising or falling in T, depending on the other size.
  const either = below(
    ({ T }) => 2 * T!,
    ({ T, dk }) => T! * dk!,
    true,
    ['T', 'dk'],
  );
  expect(either.verdict).toBe('refuted');
});

test('locates a region of a difference that no power of the size divides', () => {
  expect(
    below(
      () => 5,
      ({ T }) => 2 * T!,
      true,
      ['T'],
    ),
  ).toMatchObject({
    region: { condition: 'T > 5/2', inside: { obligations: [{}, {}, { right: '1*(2)*(T - (5/2))' }, {}] } },
  });
});

test('leaves undecided what neither coefficients nor small sizes decide', () => {
  const verdict = below(
    ({ T }) => 4 * T!,
    ({ T }) => T! * T! + 4,
    false,
    ['T'],
  );
  expect(verdict).toEqual({
    verdict: 'undecided',
    tried: ['signs of coefficients of T^2 - 4*T + 4', 'search at small sizes'],
  });
});
