import { expect, test } from 'vitest';
import { answerClaims } from '#claim/rnn/answer.ts';
import type { AllOf, InScope, Statement } from '#claim/statement.ts';
import { certifyAllOf, certifyInScope, certifyNot } from '#coq/parts.ts';
import type { Certified, Theorem } from '#coq/theorem.ts';
import { usualBudget } from '#judge/budget.ts';
import { decideStatement } from '#judge/decide.ts';
import type { Verdict } from '#judge/verdict.ts';
import { decidedOf, theoremsOf } from './decided.ts';

const told: Verdict[] = [];

/** States whatever is proved or refuted as a theorem of the name of its verdict. */
function certify(statement: Statement, verdict: Verdict): Certified {
  told.push(verdict);
  if (statement.kind === 'definition') return { inexpressible: 'nothing to say' };
  const theorem: Theorem = {
    says: 'it does',
    name: verdict.verdict,
    definitions: [],
    statement: 's',
    proof: 'p',
    altered: 'a',
  };
  return { theorems: [theorem] };
}

const [dropped, , answer] = answerClaims.map(({ readings }) => readings[0]!.statement) as [
  Statement,
  Statement,
  Statement,
];
const nothing: Statement = { kind: 'definition' };
const all = (...statements: readonly Statement[]): AllOf => ({
  kind: 'all',
  parts: statements.map((statement, i) => ({ says: `part ${i + 1}`, statement })),
});

function allOf(statement: AllOf): Certified {
  return certifyAllOf(statement, decideStatement(statement, usualBudget), certify);
}

test('every part of a proved whole has theorems of its own', () => {
  const certified = allOf(all(answer, answer));
  expect(certified).toMatchObject({
    theorems: [
      { part: 'Part1', name: 'proved', says: 'part 1: it does' },
      { part: 'Part2', name: 'proved' },
    ],
  });
});

test('a proved whole is not stated when one part is not', () => {
  const { verdict, proof } = decideStatement(answer, usualBudget) as Extract<Verdict, { verdict: 'proved' }>;
  expect(certifyAllOf(all(answer, nothing), { verdict, proof }, certify)).toEqual({
    inexpressible: 'part 2: nothing to say',
  });
});

test('one refuted part that is stated states that the whole is', () => {
  expect(allOf(all(answer, dropped, nothing))).toMatchObject({
    theorems: [
      { part: 'Part1', name: 'proved' },
      { part: 'Part2', name: 'refuted' },
    ],
  });
  const refuted = decideStatement(dropped, usualBudget);
  expect(certifyAllOf(all(answer, nothing), refuted, certify)).toEqual({
    inexpressible: 'part 2: nothing to say',
  });
});

test('parts of parts have names of both', () => {
  const certified = certifyAllOf(all(answer), decideStatement(answer, usualBudget), () => ({
    theorems: [
      { part: 'Part3', says: '', name: 'x', definitions: [], statement: '', proof: '', altered: '' },
    ],
  }));
  expect(certified).toMatchObject({ theorems: [{ part: 'Part1_3' }] });
});

test('a contrary is stated by its counterexample or by its proof', () => {
  const proved = decideStatement({ kind: 'not', statement: dropped }, usualBudget);
  expect(certifyNot({ kind: 'not', statement: dropped }, proved, certify)).toMatchObject({
    theorems: [{ name: 'refuted' }],
  });
  const refuted = decideStatement({ kind: 'not', statement: answer }, usualBudget);
  expect(certifyNot({ kind: 'not', statement: answer }, refuted, certify)).toMatchObject({
    theorems: [{ name: 'proved' }],
  });
  expect(
    certifyNot({ kind: 'not', statement: answer }, { verdict: 'undecided', tried: [] }, certify),
  ).toEqual({ inexpressible: 'the contrary of a statement that is undecided' });
});

test('a line whose terms exist only at some lengths says there what its body says', () => {
  const { claim, readings } = decidedOf('q1-expand-earlier-steps');
  const scope = claim.readings[0]!.statement as InScope;
  certifyInScope(scope, readings[0]!.verdict, certify);
  expect(told.at(-1)).toMatchObject({ verdict: 'proved', proof: { method: 'induction' } });
  expect(theoremsOf('q1-expand-earlier-steps')[0]!.statement).toMatch(
    /^forall \(h0 : R\) \(x_1 x_2 x_3 x_4 : R\)/,
  );
  certifyInScope(scope, { verdict: 'refuted' }, certify);
  expect(told.at(-1)).toEqual({ verdict: 'refuted' });
});
