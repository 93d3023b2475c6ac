import { describe, expect, test } from 'vitest';
import { parseRational } from '#arithmetic/rational.ts';
import { weightClaims, withoutLargeBetaClaim } from '#claim/softmax-attention/weights.ts';
import type { BelowEps, ForAllBeta } from '#claim/statement.ts';
import { exactAt } from './exact.ts';
import { enclosed, sampling } from './truth.ts';

const [diagonal, offDiagonal] = weightClaims;

const root = Math.sqrt;
const betaOf = (u: number): number => root(Math.log(u));

/** Where the formulas quoted with the thresholds place them; u = e^(beta^2). */
const row1 = (eps: number): number => betaOf((1 - eps + root((1 - eps) * (1 + 3 * eps))) / (2 * eps));
const row2 = (eps: number): number => betaOf(2 * (1 / eps - 1));
const ofWeight: Readonly<Record<string, (eps: number) => number>> = {
  W_12: (eps) => betaOf((root(4 / eps - 3) - 1) / 2),
  W_32: (eps) => betaOf((root(4 / eps - 3) - 1) / 2),
  W_13: (eps) => betaOf((1 - eps + root((1 - 3 * eps) * (1 + eps))) / (2 * eps)),
  W_31: (eps) => betaOf((1 - eps + root((1 - 3 * eps) * (1 + eps))) / (2 * eps)),
  W_21: (eps) => betaOf(1 / eps - 2),
  W_23: (eps) => betaOf(1 / eps - 2),
};

/** A formula evaluated in doubles is within a relative 10^-9 of its value; the crossing lies inside. */
const margin = 1e-9;

function crosses({ vectors, quantity }: BelowEps, entry: number, eps: string, beta: number): void {
  const bound = sampling.fromRational(parseRational(eps));
  const before = enclosed(quantity, vectors, beta * (1 - margin))[entry]!;
  const after = enclosed(quantity, vectors, beta * (1 + margin))[entry]!;
  expect([eps, sampling.compare(before, bound), sampling.compare(after, bound)]).toEqual([
    eps,
    'greater',
    'less',
  ]);
}

describe('within eps', () => {
  test.each([
    ['within eps', 1],
    ['within eps, scores divided by sqrt(d) with d = 4', root(2)],
  ])('%s: rows 1, 2 and 3 comply from where the formula says, %f times as far', (name, factor) => {
    const statement = diagonal!.readings.find((reading) => reading.name === name)!.statement as BelowEps;
    expect(statement.eps).toEqual(['0.5', '0.1', '1e-3', '1e-6', '1e-12']);
    for (const eps of statement.eps) {
      for (const [entry, formula] of [row1, row2, row1].entries()) {
        crosses(statement, entry, eps, factor * formula(Number(eps)));
      }
    }
  });

  test('every weight off the diagonal complies from where its formula says', () => {
    const statement = offDiagonal!.readings[1]!.statement as BelowEps;
    expect(statement.names).toEqual(['W_12', 'W_13', 'W_21', 'W_23', 'W_31', 'W_32']);
    for (const eps of statement.eps) {
      for (const [entry, name] of statement.names.entries()) {
        crosses(statement, entry, eps, ofWeight[name]!(Number(eps)));
      }
    }
  });

  test('no weight off the diagonal is above the 1/3 it has at beta = 0', () => {
    const { quantity } = offDiagonal!.readings[1]!.statement as BelowEps;
    expect(exactAt(quantity, 4, 1)).toEqual(['1/3', '1/3', '1/3', '1/3', '1/3', '1/3']);
    expect(exactAt(quantity, 4, 2)).toEqual(['1/7', '2/7', '1/4', '1/4', '2/7', '1/7']);
  });
});

test('the weights are asked to increase strictly exactly where that is said', () => {
  const limits = [...weightClaims, withoutLargeBetaClaim].flatMap(({ readings, repair }) =>
    [...readings, ...(repair !== undefined && 'statement' in repair ? [repair] : [])].flatMap(
      ({ says, statement }) => (statement.kind === 'limit' ? [{ says, statement }] : []),
    ),
  );
  expect(limits).toHaveLength(3);
  for (const { says, statement } of limits) {
    expect(statement.strictlyIncreasing).toBe(says.includes('strictly increasing'));
  }
});

test('the literal readings compare weights with 1 and with 0, and are asked of number formats too', () => {
  const [one, zero] = [diagonal!, offDiagonal!].map(({ readings }) => readings[0]!.statement as ForAllBeta);
  expect(exactAt(one!.left, 4, 2)).toEqual(['4/7', '1/2', '4/7']);
  expect(exactAt(one!.right, 4, 2)).toEqual(['1', '1', '1']);
  expect(exactAt(zero!.left, 4, 2)).toEqual(['1/7', '2/7', '1/4', '1/4', '2/7', '1/7']);
  expect(exactAt(zero!.right, 4, 2)).toEqual(['0', '0', '0', '0', '0', '0']);
  expect([one, zero]).toMatchObject([
    { zeroIncluded: false, inFloats: true },
    { zeroIncluded: false, inFloats: true },
  ]);
});

test('the largest entry of |W - I| is what row 2 gives away', () => {
  const [, decides, last] = withoutLargeBetaClaim.readings.map(({ statement }) => statement as ForAllBeta);
  expect(exactAt(decides!.right, 4, 2)).toEqual(['3/7', '3/7', '1/2', '1/2', '3/7', '3/7']);
  expect([exactAt(last!.left, 4, 2), exactAt(last!.right, 4, 2)]).toEqual([
    ['3/7', '3/7'],
    ['1/2', '1/2'],
  ]);
  const statement = withoutLargeBetaClaim.readings[0]!.statement as BelowEps;
  for (const eps of statement.eps) crosses(statement, 1, eps, row2(Number(eps)));
});
