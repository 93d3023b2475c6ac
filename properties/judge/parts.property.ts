import { expect, test } from 'vitest';
import type { Statement } from '#claim/statement.ts';
import { decideAllOf, decideNot } from '#judge/parts.ts';
import type { Proof, Verdict, Witness } from '#judge/verdict.ts';
import { ample } from './budget.ts';

const witness: Witness = {
  inputs: [{ name: 'x', decimal: '1', hex: '0x1p+0' }],
  entry: 1,
  left: { term: 'x', lo: '1', hi: '1' },
  relation: '=',
  right: { term: '0', lo: '0', hi: '0' },
  digits: 50,
  gap: '1',
};
const proof: Proof = {
  method: 'normal forms',
  argument: 'same normal form',
  obligations: [{ kind: 'identity', says: 'here', left: 'x', right: 'x' }],
};
const proved: Verdict = { verdict: 'proved', proof };
const refuted: Verdict = { verdict: 'refuted', witness };
const undecided: Verdict = { verdict: 'undecided', tried: ['nothing'] };
const statement: Statement = { kind: 'definition' };
const parts = [
  { says: 'one', statement },
  { says: 'two', statement },
];

test('all parts proved make one proof of numbered obligations', () => {
  const verdict = decideAllOf({ kind: 'all', parts }, () => proved, ample);
  expect(verdict).toEqual({
    verdict: 'proved',
    proof: {
      method: 'normal forms',
      argument: '(1) one: same normal form (2) two: same normal form',
      obligations: [
        { kind: 'identity', says: '(1) here', left: 'x', right: 'x' },
        { kind: 'identity', says: '(2) here', left: 'x', right: 'x' },
      ],
    },
  });
});

test('a refuted part refutes the whole, even behind one that is undecided', () => {
  const verdicts = [undecided, refuted];
  expect(decideAllOf({ kind: 'all', parts }, () => verdicts.shift()!, ample)).toBe(refuted);
});

test('a part that holds on a region only is not passed over, and a refuted one outweighs it', () => {
  const region = { condition: 'T even', inside: proof };
  const conditional: Verdict = { verdict: 'conditional', region, witness };
  for (const [found, expected] of [
    [[conditional, proved], conditional],
    [[proved, conditional], conditional],
    [[conditional, refuted], refuted],
  ] as const) {
    const verdicts = [...found];
    expect(decideAllOf({ kind: 'all', parts }, () => verdicts.shift()!, ample)).toBe(expected);
  }
});

test('an undecided part leaves the whole undecided', () => {
  const verdicts = [proved, undecided];
  expect(decideAllOf({ kind: 'all', parts }, () => verdicts.shift()!, ample)).toBe(undecided);
});

test('the contrary of a proved statement is refuted by that proof', () => {
  const verdict = decideNot({ kind: 'not', statement }, () => proved, ample);
  expect(verdict).toEqual({ verdict: 'refuted', contrary: proof });
});

test('the contrary of a refuted statement is proved by its witness', () => {
  const verdict = decideNot({ kind: 'not', statement }, () => refuted, ample);
  expect(verdict).toMatchObject({ verdict: 'proved', proof: { method: 'counterexample', witness } });
  expect(verdict.verdict === 'proved' && verdict.proof.argument).toContain('at x = 1 the sides, x and 0');
});

test('the contrary of what is neither is undecided', () => {
  for (const inner of [undecided, { verdict: 'refuted' } as const]) {
    expect(decideNot({ kind: 'not', statement }, () => inner, ample).verdict).toBe('undecided');
  }
});
