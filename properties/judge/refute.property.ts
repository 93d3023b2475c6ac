import { expect, test } from 'vitest';
import { forAllCases } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { asCases } from '#judge/cases.ts';
import { refute } from '#judge/refute.ts';
import type { Witness } from '#judge/verdict.ts';
import { ample } from './budget.ts';
import { aboutX, copies, diagonalWins, factorDropped, factorKept } from './statements.ts';

const inputsOf = (witness: Witness | undefined): Record<string, string> | undefined =>
  witness && Object.fromEntries(witness.inputs.map(({ name, decimal }) => [name, decimal]));
const seeds = Array.from({ length: 20 }, (_, seed) => seed);

test('the factor 1000 makes a difference first at x = (0, 1), h0 = 0', () => {
  const witness = refute(asCases(factorDropped), ample)!;
  expect(witness).toEqual({
    inputs: [
      { name: 'h0', decimal: '0', hex: '0x0p+0' },
      { name: 'x1', decimal: '0', hex: '0x0p+0' },
      { name: 'x2', decimal: '1', hex: '0x1p+0' },
    ],
    entry: 1,
    left: {
      term: '1 / (1 + exp(-(1000 * (x2 - (x1 - h0)))))',
      lo: '0.9999999999999999999999999999999999999999999999999',
      hi: '1',
    },
    relation: '=',
    right: {
      term: '1 / (1 + exp(-(x2 - (x1 - h0))))',
      lo: '0.73105857863000487925115924182183627436514464016503',
      hi: '0.7310585786300048792511592418218362743651446401651',
    },
    digits: 50,
    gap: '0.268941',
  });
});

test('its true twin is not refuted', () => {
  expect(refute(asCases(factorKept), ample)).toBeUndefined();
});

test('two orthogonal tokens do not copy themselves at beta = 1', () => {
  const witness = refute(asCases(copies), ample)!;
  expect(inputsOf(witness)).toEqual({ beta: '1' });
  expect(witness.left.term).toBe('exp(beta * beta) / (exp(beta * beta) + 1)');
  expect(witness.entry).toBe(1);
});

test('a token does not always attend to itself most: x = (1), (2)', () => {
  expect(inputsOf(refute(diagonalWins, ample))).toEqual({ x1_1: '1', x2_1: '2' });
});

test('the witness is the same for every seed, graded or shrunk', () => {
  const few = { ...ample, runs: 25 };
  const above = aboutX(
    (a, { x }) => [a.mul(x, x)],
    '<=',
    (a) => [a.of(137 * 137)],
    {
      domain: inputs({ name: 'x', layout: { x: [] }, sizes: {} }),
    },
  );
  const sum = forAllCases({
    domain: matrices('x', { x: ['n'] }, { alphabet: [0, 1, -1] }),
    left: (a, { x }) => [x.reduce(a.add)],
    relation: '<=',
    right: (a) => [a.of(6.5)],
  });
  for (const [statement, expected] of [
    [asCases(factorDropped), { h0: '0', x1: '0', x2: '1' }],
    [above, { x: '138' }],
    [sum, { x1: '10' }],
  ] as const) {
    for (const seed of seeds) expect(inputsOf(refute(statement, { ...few, seed }))).toEqual(expected);
  }
});

test('a random find is shrunk to short decimals', () => {
  const narrow = aboutX(
    (a, { x }) => [a.mul(a.sub(x, a.of(7.25)), a.sub(x, a.of(7.75)))],
    '>=',
    (a) => [a.of(0)],
  );
  for (const seed of seeds.slice(0, 8))
    expect(inputsOf(refute(narrow, { ...ample, seed }))).toEqual({ x: '7.3' });
});

test('a budget that is too small decides nothing', () => {
  const near = aboutX(
    (a, { x }) => [a.exp(x)],
    '=',
    (a, { x }) => [a.add(a.exp(x), a.exp(a.of(-300)))],
  );
  expect(refute(near, { ...ample, runs: 5, mostDigits: 100 })).toBeUndefined();
  expect(refute(near, { ...ample, runs: 5, mostDigits: 200 })!.digits).toBe(400);
  expect(refute(asCases(factorDropped), { ...ample, expired: () => true })).toBeUndefined();
});

test('time that ends during a shrink ends the shrink, not the evidence', () => {
  const above = aboutX(
    (_a, { x }) => [x],
    '<=',
    (a) => [a.of(12)],
    {
      domain: inputs({ name: 'x', layout: { x: [] }, sizes: {}, alphabet: [0, 1] }),
    },
  );
  const after = (cases: number): number | undefined => {
    let asked = 0;
    const witness = refute(above, { ...ample, seed: 3, expired: () => ++asked > cases });
    return witness && Number(inputsOf(witness)!.x);
  };
  const ends = Array.from({ length: 60 }, (_, cases) => after(cases));
  const firstFind = ends.findIndex((x) => x !== undefined);
  expect(ends.slice(0, 3)).toEqual([undefined, undefined, undefined]);
  expect(firstFind).toBeGreaterThan(0);
  expect(ends.slice(firstFind).every((x) => x! > 12)).toBe(true);
  expect(ends.at(-1)).toBe(100);
});

test('finds that no enclosure certifies are passed over, and end the search when they are many', () => {
  // The logistics of 1000 and 2000 differ by 10^-435: the arguments differ exactly, but 100 digits do not show it.
  const saturated = (least: number) =>
    aboutX(
      (_a, { x }) => [x],
      '=',
      (a, { x }) => [a.mul(a.of(2), x)],
      {
        readout: 'logistic',
        domain: inputs({
          name: 'x',
          layout: { x: [] },
          sizes: {},
          alphabet: [1000, 2000, 3000, least],
          admits: (x) => x >= least,
        }),
      },
    );
  expect(inputsOf(refute(saturated(1), { ...ample, runs: 0, mostDigits: 50 }))).toEqual({ x: '1' });
  expect(refute(saturated(1000), { ...ample, runs: 0, mostDigits: 50 })).toBeUndefined();
  const many = {
    ...saturated(1000),
    domain: inputs({
      name: 'x',
      layout: { x: [] },
      sizes: {},
      alphabet: [1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1],
      admits: (x) => x >= 1,
    }) as never,
  };
  expect(refute(many, { ...ample, runs: 0, mostDigits: 50 })).toBeUndefined();
});

test('a refutable statement is found, shrunk and certified in well under a second', () => {
  const start = performance.now();
  refute(asCases(factorDropped), ample);
  // The figure wanted is 50 ms as a median on an idle machine; this one must not fail on a busy one.
  expect(performance.now() - start).toBeLessThan(1000);
});
