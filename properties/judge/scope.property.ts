import { expect, test } from 'vitest';
import type { InScope, Statement } from '#claim/statement.ts';
import { decideInScope } from '#judge/scope.ts';
import type { Proof, Verdict } from '#judge/verdict.ts';
import { recurrence } from '#reference/rnn.ts';
import { ample } from './budget.ts';

const proof: Proof = { method: 'induction', argument: 'the body holds', obligations: [] };
const proved: Verdict = { verdict: 'proved', proof };
const refuted: Verdict = { verdict: 'refuted', contrary: proof };
const conditional: Verdict = { verdict: 'conditional', region: { condition: 'x > 0', inside: proof } };

const earlierInput = { symbol: 'X', shift: -2, least: 1 };
const earlierState = { symbol: 'H', shift: -3, least: 0 };
const definition: Statement = { kind: 'definition' };

function scope(given: Partial<InScope>, bodyIs: Verdict = proved): Verdict {
  const statement: InScope = {
    kind: 'scope',
    first: 2,
    every: 2,
    terms: [earlierInput, earlierState],
    body: definition,
    ...given,
  };
  return decideInScope(
    statement,
    (body, budget) => {
      expect(body).toBe(statement.body);
      expect(budget).toBe(ample);
      return bodyIs;
    },
    ample,
  );
}

function lengths(first: number, every: number): Statement {
  const fold = {
    params: { h0: 'scalar' },
    item: { x: 'scalar' },
    left: recurrence,
    right: recurrence,
  } as const;
  return { kind: 'lengths', ...fold, first, every, readout: 'identity' } as unknown as Statement;
}

test('holds only where all terms exist, and says which one is missing before', () => {
  expect(scope({})).toEqual({
    verdict: 'conditional',
    region: { condition: 'T even, T >= 4', inside: proof },
    missing:
      'T = 2: X_0 does not exist, indices of X start at 1; H_-1 does not exist, indices of H start at 0',
  });
  expect(scope({ first: 1, every: 1 })).toMatchObject({ region: { condition: 'T >= 3' } });
  expect(scope({ first: 2, every: 1, terms: [earlierInput] })).toMatchObject({
    region: { condition: 'T >= 3' },
    missing: 'T = 2: X_0 does not exist, indices of X start at 1',
  });
});

test('is its body where all terms exist at every length', () => {
  expect(scope({ first: 4 })).toBe(proved);
  expect(scope({ first: 3, every: 1 })).toBe(proved);
  expect(scope({ first: 4 }, refuted)).toBe(refuted);
  expect(scope({ first: 3, terms: [] })).toBe(proved);
});

test('is no truer than its body', () => {
  expect(scope({}, refuted)).toBe(refuted);
  const undecided: Verdict = { verdict: 'undecided', tried: ['nothing'] };
  expect(scope({}, undecided)).toBe(undecided);
  expect(scope({}, conditional)).toMatchObject({
    verdict: 'conditional',
    region: { condition: 'T even, T >= 4, and x > 0', inside: proof },
    missing: expect.stringContaining('X_0') as unknown,
  });
});

test('does not take a body that leaves lengths out', () => {
  expect(scope({ body: lengths(4, 2) }).verdict).toBe('conditional');
  expect(scope({ body: lengths(0, 1) }).verdict).toBe('conditional');
  const reason = 'scope: the body must be stated for T = 4 + 2 k, and is not';
  for (const [first, every] of [
    [6, 2],
    [3, 2],
    [4, 4],
  ] as const) {
    expect(scope({ body: lengths(first, every) })).toEqual({ verdict: 'undecided', tried: [reason] });
  }
  const part = (first: number) => ({ says: '', statement: lengths(first, 2) });
  expect(scope({ body: { kind: 'all', parts: [part(4), part(2)] } }).verdict).toBe('conditional');
  expect(scope({ body: { kind: 'all', parts: [part(4), part(6)] } }).verdict).toBe('undecided');
});
