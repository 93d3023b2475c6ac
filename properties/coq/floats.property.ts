import { expect, test } from 'vitest';
import { inFloats } from '#claim/statement.ts';
import { certifyFloats } from '#coq/floats.ts';
import { sequences } from '#domain/sequence.ts';
import { usualBudget } from '#judge/budget.ts';
import { decideInFloats } from '#judge/floats.ts';
import { theoremsOf } from './decided.ts';

test('in every format two finite results differ at the witness, by integers alone', () => {
  const theorems = theoremsOf('q1-final-formula-even-T', 1);
  expect(theorems.map(({ part }) => part)).toEqual(['Binary64', 'Binary32', 'Binary16', 'Bfloat16']);
  expect(theorems.map(({ definitions }) => definitions[0])).toEqual([
    'Definition number := binary_float 53 1024.',
    'Definition number := binary_float 24 128.',
    'Definition number := binary_float 11 16.',
    'Definition number := binary_float 8 128.',
  ]);
  expect(theorems[0]!.statement).toBe(
    '~ (forall h0 x1 x2 : number,\n  let left := sub x2 (sub x1 h0) in\n' +
      '  let right := add (add (near 0 0) (sub x2 x1)) h0 in\n' +
      '  is_finite left = true -> is_finite right = true -> Beqb left right = true)',
  );
  expect(theorems[0]!.altered).toContain('let right := sub x2 (sub x1 h0) in');
});

test('numbers of a witness are written as multiples of powers of two', () => {
  const [theorem] = theoremsOf('q1-final-formula-even-T', 1);
  const numbers = [...theorem!.proof.matchAll(/\(near (\(?-?\d+\)?) (\(?-?\d+\)?)\)/g)].map(
    ([, m, e]) => Number(m!.replace(/[()]/g, '')) * 2 ** Number(e!.replace(/[()]/g, '')),
  );
  expect(numbers).toEqual([1, 1, -9007199254740992]);
});

const domain = sequences({ params: {}, item: { x: 'scalar' }, first: 1, every: 1 });

test('division, signs and roots are those of the format', () => {
  const statement = inFloats({
    domain,
    left: (a, { x }) => [a.sqrt(a.div(a.neg(x[0]!), a.of(-0.5)))],
    right: (_a, { x }) => [x[0]!],
  });
  const verdict = decideInFloats(statement, usualBudget);
  if (verdict.verdict !== 'refuted') throw new Error('must be refuted');
  const { otherFormats, ...alone } = verdict;
  expect(certifyFloats(statement, alone)).toHaveProperty('theorems.length', 1);
  const certified = certifyFloats(statement, verdict);
  expect(certified).toHaveProperty('theorems.length', 1 + (otherFormats?.length ?? 0));
  expect(certified).toHaveProperty(
    'theorems.0.statement',
    expect.stringContaining('root (div (Bopp x1) (near (-1) (-1)))'),
  );
});

test('the exponential is defined by no format', () => {
  const statement = inFloats({ domain, left: (a, { x }) => [a.exp(x[0]!)], right: (_a, { x }) => [x[0]!] });
  const refuted = decideInFloats(statement, usualBudget);
  expect(() => certifyFloats(statement, refuted)).toThrow(
    'floats: no format defines the exponential, got exp',
  );
});

test('what is not refuted is not stated', () => {
  const statement = inFloats({ domain, left: () => [], right: () => [] });
  expect(certifyFloats(statement, { verdict: 'undecided', tried: [] })).toEqual({
    inexpressible: 'a statement about number formats that is undecided',
  });
});
