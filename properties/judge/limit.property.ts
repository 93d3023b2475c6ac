import { expect, test } from 'vitest';
import type { AsBetaGrows, FrameSide } from '#claim/statement.ts';
import { decideAsBetaGrows } from '#judge/limit.ts';
import type { Obligation } from '#judge/verdict.ts';
import { ample } from './budget.ts';
import { isEvidence } from './obligation.ts';
import {
  diagonal,
  expOfSquare,
  firstOutput,
  firstToken,
  numbers,
  ofBeta,
  others,
  weights,
} from './three-tokens.ts';

function grows(quantity: FrameSide, limits: readonly number[], strictlyIncreasing = false): AsBetaGrows {
  return { kind: 'limit', vectors: 4, quantity, limits, strictlyIncreasing };
}

function decide(statement: AsBetaGrows): ReturnType<typeof decideAsBetaGrows> {
  return decideAsBetaGrows(statement, ample);
}

function expectEvidence(obligations: readonly Obligation[]): void {
  expect(obligations.length).toBeGreaterThan(0);
  expect(obligations.filter((obligation) => !isEvidence(obligation))).toEqual([]);
}

/** The coordinates of y_1 - x_1. */
const difference: FrameSide = (s, frame) => {
  const x = firstToken(s, frame);
  return firstOutput(s, frame).map((entry, c) => s.scalars.sub(entry, x[c]!));
};

test('the diagonal weights tend to 1 and strictly increase', () => {
  const verdict = decide(grows(diagonal(), [1, 1, 1], true));
  expect(verdict.verdict).toBe('proved');
  if (verdict.verdict !== 'proved') return;
  expectEvidence(verdict.proof.obligations);
  expect(verdict.proof.obligations).toHaveLength(6);
});

test('the output tends to the token, though its entries have beta in them', () => {
  const verdict = decide(grows(difference, [0, 0, 0, 0]));
  expect(verdict.verdict).toBe('proved');
  if (verdict.verdict === 'proved') expectEvidence(verdict.proof.obligations);
});

test('false twin: the weights W_12 and W_21 do not tend to 1/8', () => {
  const verdict = decide(grows(weights, [1, 0.125, 0, 0.125, 1, 0, 0, 0, 1]));
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    contrary: {
      method: 'degrees',
      argument: expect.stringContaining('entry 2 has the limit 0, not the limit 0.125') as string,
    },
  });
  if (verdict.verdict === 'refuted') expectEvidence(verdict.contrary!.obligations);
});

test('a limit that is never nearly reached is refuted by a case that speaks for every beta', () => {
  // Twice the diagonal weights grow from 2/3 to 2, and stay below 5/2.
  const twice: FrameSide = (s, frame) => diagonal()(s, frame).map((w) => s.scalars.add(w, w));
  const verdict = decide(grows(twice, [2, 3, 2]));
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    witness: { entry: 2, relation: '>', right: { term: '5 / 2' }, inputs: [{ decimal: '1' }] },
  });
  if (verdict.verdict !== 'refuted') return;
  expect(verdict.witness?.extent?.says).toBe('fails for every beta > 0');
  expectEvidence(verdict.witness?.extent?.proof.obligations ?? []);
});

test('a limit that is too low is refuted from above', () => {
  const verdict = decide(grows(diagonal(), [1, 1, 0]));
  // W_33 is above 1/2 only from some beta on, so no single case speaks for all of them.
  expect(verdict).toMatchObject({ verdict: 'refuted', contrary: { method: 'degrees' } });
  expect(verdict).not.toHaveProperty('witness');
  const above: FrameSide = (s, frame) => others()(s, frame).map((w) => s.scalars.add(w, s.scalars.of(1)));
  expect(decide(grows(above, [1, 1, 0]))).toMatchObject({
    witness: { entry: 3, relation: '<', right: { term: '1 / 2' } },
  });
});

test('what grows without bound has no limit', () => {
  const verdict = decide(grows(ofBeta(expOfSquare), [5]));
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    contrary: { argument: expect.stringContaining('no limit') as string },
  });
  expect(verdict).not.toHaveProperty('witness');
});

test('without digits to show it a wrong limit is refuted by its proof alone', () => {
  const verdict = decideAsBetaGrows(grows(others(), [3, 3, 3]), { ...ample, digits: 2, mostDigits: 1 });
  expect(verdict).toMatchObject({ verdict: 'refuted' });
  expect(verdict).not.toHaveProperty('witness');
});

test('what decreases or is constant does not strictly increase', () => {
  const decreasing = decide(grows(others(), [0, 0, 0], true));
  expect(decreasing).toMatchObject({ verdict: 'refuted', contrary: { method: 'signs of coefficients' } });
  if (decreasing.verdict === 'refuted') expectEvidence(decreasing.contrary!.obligations);
  const constant = decide(grows(numbers(3), [3], true));
  expect(constant).toMatchObject({ verdict: 'refuted', contrary: { obligations: [{ right: '3' }] } });
});

test('what rises and falls, or has no normal form, or mixes powers that do not vanish, is not decided', () => {
  // u / (u^2 + 4) rises to u = 2.
  const hump = ofBeta((a, beta) => {
    const u = expOfSquare(a, beta);
    return a.div(u, a.add(a.mul(u, u), a.of(4)));
  });
  expect(decide(grows(hump, [0], true)).verdict).toBe('undecided');
  expect(
    decide(
      grows(
        ofBeta((a, beta) => a.exp(beta)),
        [0],
      ),
    ).verdict,
  ).toBe('undecided');
  const sum = ofBeta((a, beta) => a.add(beta, expOfSquare(a, beta)));
  expect(decide(grows(sum, [0])).verdict).toBe('undecided');
});

test('every entry needs a limit', () => {
  expect(() => decide(grows(diagonal(), [1, 1]))).toThrow('limit: every entry needs a limit, got 2 for 3');
});
