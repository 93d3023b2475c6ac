import { expect, test } from 'vitest';
import type { ForAllBeta, FrameSide } from '#claim/statement.ts';
import { decideForAllBeta } from '#judge/beta.ts';
import type { Verdict } from '#judge/verdict.ts';
import { norm } from '#reference/norm.ts';
import { ample } from './budget.ts';
import { isEvidence } from './obligation.ts';
import {
  diagonal,
  expOfSquare,
  firstNorm,
  firstOutput,
  firstToken,
  forBeta,
  numbers,
  ofBeta,
  others,
} from './three-tokens.ts';

function decide(statement: ForAllBeta): Verdict {
  const verdict = decideForAllBeta(statement, ample);
  const proof =
    verdict.verdict === 'proved'
      ? verdict.proof
      : verdict.verdict === 'refuted'
        ? verdict.witness?.extent?.proof
        : undefined;
  expect(proof?.obligations.filter((obligation) => !isEvidence(obligation)) ?? []).toEqual([]);
  return verdict;
}

/** 1 - W_ii as the sum of the other weights. */
const complement: FrameSide = (s, frame) =>
  diagonal()(s, frame).map((w) => s.scalars.sub(s.scalars.of(1), w));

test('the other weights of a row sum to what the own weight leaves', () => {
  const verdict = decide(forBeta(others(), '=', complement));
  expect(verdict).toMatchObject({ verdict: 'proved', proof: { method: 'normal forms' } });
  if (verdict.verdict === 'proved') expect(verdict.proof.obligations).toHaveLength(3);
});

test('false twin: not with the scores halved', () => {
  expect(decide(forBeta(others(0.5), '=', complement)).verdict).toBe('refuted');
});

test('no token has weight 1 on itself, for any beta', () => {
  const verdict = decide(forBeta(diagonal(), '=', numbers(1, 1, 1)));
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    witness: {
      inputs: [{ name: 'beta', decimal: '1' }],
      entry: 1,
      extent: { says: 'fails for every beta > 0' },
    },
  });
  expect(verdict).not.toHaveProperty('formats');
});

test('true twin: every weight on itself is below 1 and above 1/3', () => {
  expect(decide(forBeta(diagonal(), '<', numbers(1, 1, 1)))).toMatchObject({
    verdict: 'proved',
    proof: { method: 'signs of coefficients' },
  });
  const thirds: FrameSide = (s) => [1, 2, 3].map(() => s.scalars.div(s.scalars.of(1), s.scalars.of(3)));
  expect(decide(forBeta(diagonal(), '>', thirds)).verdict).toBe('proved');
});

test('what holds for beta > 0 may fail at 0', () => {
  const strict = forBeta(numbers(1), '<', ofBeta(expOfSquare));
  expect(decide(strict).verdict).toBe('proved');
  const verdict = decide({ ...strict, zeroIncluded: true });
  expect(verdict).toMatchObject({ verdict: 'refuted', witness: { inputs: [{ decimal: '0' }] } });
  // At 0 alone: there is no extent to speak of.
  expect(verdict).not.toHaveProperty('witness.extent');
});

test('an output is its token for no beta', () => {
  const verdict = decide(forBeta(firstOutput, '=', firstToken));
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    witness: { extent: { says: 'fails for every beta > 0' } },
  });
});

test('number formats are looked at when asked for', () => {
  const statement = forBeta(
    ofBeta((_a, beta) => beta),
    '=',
    numbers(1),
  );
  const verdict = decide({ ...statement, inFloats: true });
  expect(verdict.verdict === 'refuted' && verdict.formats?.length).toBe(8);
  expect(decide(statement)).not.toHaveProperty('formats');
});

test('the norm of a sum is the root of the sum of squares, with evidence free of roots', () => {
  const root: FrameSide = ({ scalars: a }, { beta }) => [a.sqrt(a.add(a.mul(beta, beta), a.mul(beta, beta)))];
  const verdict = decide({ ...forBeta(firstNorm, '=', root), zeroIncluded: true });
  expect(verdict).toMatchObject({
    verdict: 'proved',
    proof: { argument: expect.stringContaining('sqrt2 stands for the root of 2') as string },
  });
});

test('the norm of a sum is not the sum of the norms', () => {
  const sum: FrameSide = (s, { vectors }) => [s.scalars.add(norm(s, vectors[3]!), norm(s, vectors[1]!))];
  const verdict = decide({ ...forBeta(firstNorm, '=', sum), zeroIncluded: true });
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    witness: { inputs: [{ decimal: '1' }], extent: { says: 'fails for every beta > 0' } },
  });
});

test('weights that differ now and then are refuted without an extent', () => {
  const verdict = decide(forBeta(diagonal(), '<', numbers(0.9, 0.9, 0.9)));
  expect(verdict).toMatchObject({ verdict: 'refuted', witness: { inputs: [{ decimal: '2' }] } });
  expect(verdict).not.toHaveProperty('witness.extent');
});

test('what is equal for every beta refutes that it differs, by normal forms', () => {
  const one = ofBeta((a, beta) => a.div(beta, beta));
  const verdict = decide(forBeta(numbers(1), '!=', one));
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    witness: { extent: { proof: { method: 'normal forms' } } },
  });
});

test('a side without a normal form can still be refuted, or stays undecided', () => {
  const exponential = ofBeta((a, beta) => a.exp(beta));
  const refuted = decide(forBeta(exponential, '=', numbers(1)));
  expect(refuted).toMatchObject({ verdict: 'refuted', witness: { inputs: [{ decimal: '1' }] } });
  expect(refuted).not.toHaveProperty('witness.extent');
  expect(decide(forBeta(exponential, '>', numbers(1)))).toMatchObject({
    verdict: 'undecided',
    tried: [expect.stringContaining('no rational function'), expect.stringContaining('search')],
  });
});

test('a true statement without a certificate is undecided, not guessed', () => {
  // (u - 3)^2 + 1/10000 > 0 needs more common factors than are tried.
  const near = ofBeta((a, beta) => {
    const distance = a.sub(expOfSquare(a, beta), a.of(3));
    return a.add(a.mul(distance, distance), a.div(a.of(1), a.of(10000)));
  });
  expect(decide(forBeta(near, '>', numbers(0)))).toMatchObject({
    verdict: 'undecided',
    tried: [expect.stringContaining('no certificate'), expect.stringContaining('search')],
  });
});

test('both sides must have as many entries', () => {
  expect(() => decide(forBeta(diagonal(), '=', numbers(1)))).toThrow(
    'beta: sides must have as many entries, got 3 and 1',
  );
});
