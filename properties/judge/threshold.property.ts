import { expect, test, vi } from 'vitest';
import { binary64, next } from '#arithmetic/float-format.ts';
import { parseRational, rationals } from '#arithmetic/rational.ts';
import type { BelowEps, FrameSide } from '#claim/statement.ts';
import type * as crossing from '#judge/crossing.ts';
import { decideBelowEps } from '#judge/threshold.ts';
import type { Threshold, Verdict } from '#judge/verdict.ts';
import { ample } from './budget.ts';
import { isEvidence } from './obligation.ts';
import { expOfSquare, numbers, ofBeta, others, othersOf } from './three-tokens.ts';

const everyEps = ['0.5', '0.1', '1e-3', '1e-6', '1e-12'];

function below(quantity: FrameSide, eps: readonly string[], names: readonly string[] = ['q']): BelowEps {
  return { kind: 'threshold', vectors: 4, names, quantity, eps };
}

function conditional(verdict: Verdict): Verdict & { verdict: 'conditional' } {
  expect(verdict.verdict).toBe('conditional');
  return verdict as Verdict & { verdict: 'conditional' };
}

/** The records name neighbouring doubles, with enclosures of the quantity on opposite sides of eps. */
function expectBracketed(
  { below: from, above, eps, quantityBelow, quantityAbove }: Threshold,
  falls = true,
): void {
  expect(next(binary64, Number(from.decimal))).toBe(Number(above.decimal));
  const [greater, less] = falls ? [quantityBelow.lo, quantityAbove.hi] : [quantityAbove.lo, quantityBelow.hi];
  expect(rationals.compare(parseRational(greater), parseRational(eps!))).toBe('greater');
  expect(rationals.compare(parseRational(less), parseRational(eps!))).toBe('less');
}

function expectAt({ below: from, above }: Threshold, closed: number): void {
  expect(Math.abs(Number(from.decimal) / closed - 1)).toBeLessThan(2 ** -45);
  expect(Math.abs(Number(above.decimal) / closed - 1)).toBeLessThan(2 ** -45);
}

test('for n orthogonal tokens the threshold is sqrt(ln((n - 1)(1/eps - 1)))', () => {
  for (const n of [2, 3, 4]) {
    const { region } = conditional(decideBelowEps(below(othersOf(n), everyEps.slice(1)), ample));
    for (const threshold of region.thresholds!) {
      expectBracketed(threshold);
      expectAt(threshold, Math.sqrt(Math.log((n - 1) * (1 / Number(threshold.eps) - 1))));
    }
  }
});

test('for the rows of the three tokens every threshold is that of its closed form, scaled or not', () => {
  for (const scale of [1, 0.5]) {
    const names = ['row 1', 'row 2', 'row 3'];
    const statement = below(others(scale), everyEps, names);
    const { region, witness } = conditional(decideBelowEps(statement, ample));
    expect(region.thresholds).toHaveLength(15);
    for (const threshold of region.thresholds!) {
      const eps = Number(threshold.eps);
      // 2/(u + 2) = eps, and (1 + u)/(u^2 + u + 1) = eps.
      const root = ((1 - eps) / eps + Math.sqrt(((1 - eps) / eps) ** 2 + 4 * ((1 - eps) / eps))) / 2;
      const u = threshold.name === 'row 2' ? 2 / eps - 2 : root;
      expectBracketed(threshold);
      expectAt(threshold, Math.sqrt(Math.log(u) / scale));
    }
    expect(region.inside.obligations.filter((obligation) => !isEvidence(obligation))).toEqual([]);
    expect(region.inside.obligations).toHaveLength(3);
    expect(region.outside?.obligations).toEqual(region.inside.obligations);
    expect(witness?.inputs[0]?.decimal).toBe('1');
    expect(witness?.right.term).toContain('1000000000000');
  }
});

test('the region of each eps begins at its largest threshold', () => {
  const { region } = conditional(decideBelowEps(below(others(), ['0.5', '0.1'], ['p', 'q', 'r']), ample));
  expect(region.condition).toBe(
    'eps = 0.5: beta >= 0.8325546111576978 (q is the last); eps = 0.1: beta >= 1.70010933704164 (q is the last)',
  );
});

test('an eps that is never exceeded has no threshold and is said to hold for every beta', () => {
  const { region } = conditional(decideBelowEps(below(othersOf(2), ['0.5', '0.1']), ample));
  expect(region.condition).toMatch(/^eps = 0.5: every beta > 0; eps = 0.1: beta >= 1.48/);
  expect(region.thresholds?.map(({ eps }) => eps)).toEqual(['0.1']);
  expect(region.thresholds?.[0]).not.toHaveProperty('formula');
});

test('a quantity that is always below does not move the largest threshold', () => {
  const zero: FrameSide = (s) => [s.scalars.of(0)];
  const two = othersOf(2);
  for (const quantity of [
    (s, frame) => [...zero(s, frame), ...two(s, frame), ...zero(s, frame)],
    (s, frame) => [...two(s, frame), ...zero(s, frame), ...zero(s, frame)],
  ] as const satisfies readonly FrameSide[]) {
    const { region } = conditional(decideBelowEps(below(quantity, ['0.1'], ['p', 'q', 'r']), ample));
    expect(region.condition).toMatch(/^eps = 0.1: beta >= 1.4823038073675112 \([pq] is the last\)$/);
    // A constant does not decrease: the sign on its only piece is shown instead.
    expect(region.inside.argument).toContain('Sturm');
  }
});

test('the witness is above the least eps, wherever it stands in the list', () => {
  for (const eps of [
    ['1e-3', '0.1'],
    ['0.1', '1e-3'],
  ]) {
    const { witness } = conditional(decideBelowEps(below(othersOf(2), eps), ample));
    expect(witness?.right.term).toBe('1 / 1000');
  }
});

test('a closed form is shown with every threshold', () => {
  const { region } = conditional(
    decideBelowEps({ ...below(othersOf(2), ['0.1']), formula: 'f(eps)' }, ample),
  );
  expect(region.thresholds?.map(({ formula }) => formula)).toEqual(['f(eps)']);
});

test('what is always below is proved', () => {
  const verdict = decideBelowEps(below(othersOf(2), ['0.5', '0.75']), ample);
  expect(verdict.verdict).toBe('proved');
  if (verdict.verdict !== 'proved') return;
  expect(verdict.proof.obligations).toHaveLength(2);
  expect(verdict.proof.obligations.filter((obligation) => !isEvidence(obligation))).toEqual([]);
});

test('what is never below is refuted for every beta', () => {
  const verdict = decideBelowEps(below(numbers(0.25, 2), ['0.5'], ['p', 'q']), ample);
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    witness: {
      entry: 2,
      extent: { says: 'fails for every beta > 0', proof: { method: 'signs of coefficients' } },
    },
  });
});

test('a witness of another quantity does not speak for every beta', () => {
  const both: FrameSide = (s, frame) => [...others()(s, frame).slice(1, 2), s.scalars.of(2)];
  const verdict = decideBelowEps(below(both, ['0.1'], ['p', 'q']), ample);
  expect(verdict).toMatchObject({ verdict: 'refuted', witness: { entry: 1 } });
  expect(verdict).not.toHaveProperty('witness.extent');
});

/** u / (u^2 + 4): 1/5 at u = 1, 1/4 at u = 2, and back to 1/5 at u = 4. */
const hump = ofBeta((a, beta) => {
  const u = expOfSquare(a, beta);
  return a.div(u, a.add(a.mul(u, u), a.of(4)));
});

test('a quantity that rises and falls has every crossing, and evidence on every piece', () => {
  const { region } = conditional(decideBelowEps(below(hump, ['0.225', '0.1']), ample));
  expect(region.thresholds?.map(({ eps }) => eps)).toEqual(['0.225', '0.225', '0.1']);
  expectBracketed(region.thresholds![0]!, false);
  expectBracketed(region.thresholds![1]!);
  expect(region.condition).toMatch(
    /^eps = 0.225: q where 0 < beta <= 0.475\d* or beta >= 1.077\d*; eps = 0.1: beta >= /,
  );
  expect(region.inside.argument).toContain('Sturm');
  expect(region.inside.obligations).toHaveLength(5);
  expect(region.inside.obligations.filter((obligation) => !isEvidence(obligation))).toEqual([]);
});

test('a quantity that grows is below up to its threshold', () => {
  const growing = ofBeta(expOfSquare);
  const { region } = conditional(decideBelowEps(below(growing, ['2']), ample));
  expect(region.condition).toBe('eps = 2: q where 0 < beta <= 0.8325546111576977');
});

test('a stretch in the middle has two ends, and a quantity that is always below none', () => {
  const dip = ofBeta((a, beta) => {
    const u = expOfSquare(a, beta);
    return a.add(a.mul(u, a.sub(u, a.of(5))), a.of(7));
  });
  const both: FrameSide = (s, frame) => [...dip(s, frame), s.scalars.of(0)];
  const { region } = conditional(decideBelowEps(below(both, ['1'], ['p', 'q']), ample));
  expect(region.condition).toMatch(/^eps = 1: p where 0.83\d* <= beta <= 1.04\d* and q where beta > 0$/);
});

test('digits that do not separate quantity and eps leave it undecided', () => {
  const poor = { ...ample, digits: 3, mostDigits: 12 };
  expect(decideBelowEps(below(othersOf(2), ['0.1']), poor).verdict).toBe('undecided');
  expect(decideBelowEps(below(numbers(2), ['0.5']), { ...ample, digits: 2, mostDigits: 1 }).verdict).toBe(
    'undecided',
  );
});

test('a quantity that comes too near eps to be certified is undecided', () => {
  // (u - 3)^2 + 1/10000 is never below -1/10000, nor is that shown by a few factors.
  const near = ofBeta((a, beta) => {
    const distance = a.sub(expOfSquare(a, beta), a.of(3));
    return a.neg(a.mul(distance, distance));
  });
  expect(decideBelowEps(below(near, ['0.0001']), ample).verdict).toBe('undecided');
});

test('a quantity with beta in it is undecided', () => {
  expect(
    decideBelowEps(
      below(
        ofBeta((_a, beta) => beta),
        ['0.1'],
      ),
      ample,
    ).verdict,
  ).toBe('undecided');
  expect(
    decideBelowEps(
      below(
        ofBeta((a, beta) => a.exp(beta)),
        ['0.1'],
      ),
      ample,
    ).verdict,
  ).toBe('undecided');
});

test('every entry needs a name', () => {
  expect(() => decideBelowEps(below(others(), ['0.1'], ['p']), ample)).toThrow(
    'threshold: every entry needs a name, got 3 for 1',
  );
});

test('neighbours with the quantity on one side of eps at both are not taken for a threshold', async () => {
  vi.resetModules();
  vi.doMock('#judge/crossing.ts', async (original) => ({
    ...(await original<typeof crossing>()),
    crossingAt: () => ({ below: 5, above: next(binary64, 5) }),
  }));
  const { decideBelowEps: decide } = await import('#judge/threshold.ts');
  expect(decide(below(othersOf(2), ['0.1']), ample)).toEqual({
    verdict: 'undecided',
    tried: ['enclosures: quantity and eps were not separated within the budget'],
  });
  vi.doUnmock('#judge/crossing.ts');
  vi.resetModules();
});
