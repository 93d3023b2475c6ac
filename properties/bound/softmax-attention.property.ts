import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Fate } from '#bound/allowance.ts';
import { softmaxAllowance } from '#bound/softmax-attention.ts';
import { type Declaration, inOrder } from '#kernel/declaration.ts';
import { EXP_ULP } from '#kernel/exp.ts';
import { tiledSimd } from '#kernel/simd/softmax-attention.ts';
import { naive } from '#kernel/softmax-attention/naive.ts';
import { online } from '#kernel/softmax-attention/online.ts';
import { tiled } from '#kernel/softmax-attention/tiled.ts';
import { twoPass } from '#kernel/softmax-attention/two-pass.ts';
import {
  cancelling,
  caseOf,
  type Kind,
  kinds,
  type SoftmaxCase,
  softmaxCases,
} from '../evaluation/softmax-cases.ts';
import { foreigners } from './softmax-foreigners.ts';
import { type Bounded, expectAllowed, kernels, type Size, seeded } from './softmax-kernels.ts';

const everyKind = fc.oneof(
  ...(Object.keys(kinds) as Kind[]).map((kind) => softmaxCases(kind)),
  softmaxCases('spread').map(cancelling),
);

describe.each([...kernels, ...foreigners])('%s', (_, kernel) => {
  test('returns what it is allowed to, whatever the sizes and the numbers', () => {
    fc.assert(
      fc.property(everyKind, (one) => {
        expectAllowed(kernel, one);
      }),
      { numRuns: 80 },
    );
  });
});

/**
 * The seeds with the largest errors of 15,000 for each kernel, and the k for which no kernel keeps to a k-th of its bound;
 * the second k is for the online form, whose bound has a rescaling for every key, and the third for fused products, whose
 * exponential is better than it declares, and whose reciprocal is one more rounding.
 */
const sharpest: readonly {
  readonly size: Size;
  readonly seeds: readonly number[];
  readonly k: number;
  readonly rescaled: number;
  readonly fused: number;
}[] = [
  { size: { m: 2, dk: 2 }, seeds: [4507, 12251, 12636, 10278, 9607, 6092], k: 1.7, rescaled: 2.5, fused: 2 },
  {
    size: { m: 4, dk: 4 },
    seeds: [9810, 11086, 12337, 4390, 5908, 4961],
    ...{ k: 2.2, rescaled: 3.6, fused: 2.4 },
  },
  {
    size: { m: 16, dk: 4 },
    seeds: [3824, 7181, 4676, 9460, 13174, 4579, 6767, 14875, 9698],
    ...{ k: 6, rescaled: 10, fused: 6.3 },
  },
  {
    size: { m: 64, dk: 8 },
    seeds: [2786, 9286, 13022, 13942, 3818, 5163],
    ...{ k: 10, rescaled: 18, fused: 12.2 },
  },
];

describe.each(kernels)('the bound of %s', (name, kernel) => {
  test.each(sharpest)('is sharp at $size', ({ size, seeds, k, rescaled, fused }) => {
    const least = { online: rescaled, 'tiled, fused': fused }[name] ?? k;
    for (const format of [binary64, binary32]) {
      const shares = seeds.map((seed) => expectAllowed(kernel, seeded(format, seed, size)));
      expect(Math.max(...shares)).toBeGreaterThan(1 / least);
    }
  });
});

/** The worst of 10^5 steps uphill for two keys. */
const climbed: readonly (readonly [kernel: Bounded, one: SoftmaxCase])[] = [
  [
    naive,
    caseOf(binary64, [
      [3.9391860929347717],
      [1.0729592756060566, -0.19154155068099496],
      [-0.25034527265513473, -0.674472413957119],
    ]),
  ],
  [
    naive,
    caseOf(binary32, [
      [-1.6479697227478027],
      [1.139958381652832, -3.818972110748291],
      [-0.257040798664093, -1.0068728923797607],
    ]),
  ],
  [
    twoPass,
    caseOf(binary64, [
      [-5.994873456570916],
      [1.5204098532653072, -0.7733918512213693],
      [-0.9805612424369406, -2.0036377924687723],
    ]),
  ],
  [
    twoPass,
    caseOf(binary32, [
      [-1.7746407985687256],
      [1.7081329822540283, -0.7298719882965088],
      [-1.0141743421554565, -1.0120302438735962],
    ]),
  ],
  [
    online,
    caseOf(binary64, [
      [-184.17148948216834],
      [1.6300041160206475, 1.6563306021550037],
      [0.0025883198075825815, 2.1632743281392393],
    ]),
  ],
  [
    tiled,
    caseOf(binary32, [
      [4.4429731369018555],
      [0.25659066438674927, -2.3078598976135254],
      [-1.0368781089782715, -0.5026441216468811],
    ]),
  ],
  [
    tiledSimd,
    caseOf(binary64, [
      [-91.03295913150787],
      [1.4863613444332509, 1.445259247019401],
      [101.82929764347544, -0.9162452356805851],
    ]),
  ],
  [
    tiledSimd,
    caseOf(binary32, [
      [-16.630849838256836],
      [-1.933922290802002, -1.9354432821273804],
      [2.6582348346710205, -0.012898328714072704],
    ]),
  ],
];

test('what climbing has found is within the bound, and next to it', () => {
  const shares = climbed.map(([kernel, one]) => expectAllowed(kernel, one));
  expect(Math.min(...shares)).toBeGreaterThan(0.7);
});

/** What becomes of the first output. */
function fateOf(kernel: Bounded, { format, tokens, settings }: SoftmaxCase): Fate {
  const { fates, bound } = softmaxAllowance(tokens, settings, kernel.declares(format));
  expect(Number.isFinite(bound[0])).toBe(fates[0] === 'bounded');
  return fates[0]!;
}

/** A declaration of the plain kernels, but for some of it. */
function declaring(changes: Partial<Declaration>): Bounded {
  return {
    run: twoPass.run,
    declares: (format: FloatFormat) => ({ ...inOrder, format, expUlp: EXP_ULP, shifted: true, ...changes }),
  };
}

const cases: readonly (readonly [says: string, kernel: Bounded, one: SoftmaxCase, fate: Fate])[] = [
  ['an exponential beyond the doubles', naive, caseOf(binary64, [[1], [711], [1]]), 'overflows'],
  ['the same with a shift', twoPass, caseOf(binary64, [[1], [711], [1]]), 'bounded'],
  ['an exponential beyond binary32', naive, caseOf(binary32, [[1], [90], [1]]), 'overflows'],
  ['one that is not beyond the doubles', naive, caseOf(binary64, [[1], [90], [1]]), 'bounded'],
  ['an exponential that rounding decides', naive, caseOf(binary64, [[1], [709.78], [1]]), 'open'],
  ['exponentials that are all 0', naive, caseOf(binary64, [[1], [-748, -800], [1, 2]]), 'overflows'],
  ['all but one of them 0', naive, caseOf(binary64, [[1], [-748, -700], [1, 2]]), 'bounded'],
  ['the same with a shift', twoPass, caseOf(binary64, [[1], [-748, -800], [1, 2]]), 'bounded'],
  ['exponentials of a few bits', naive, caseOf(binary64, [[1], [-744], [1]]), 'open'],
  ['a score beyond binary32', twoPass, caseOf(binary32, [[2 ** 70], [2 ** 70], [1]]), 'overflows'],
  ['a score below binary32', twoPass, caseOf(binary32, [[2 ** 70], [-(2 ** 70)], [1]]), 'open'],
  [
    'partial sums that may overflow either way',
    twoPass,
    caseOf(binary32, [[2 ** 70, 2 ** 70], [2 ** 70, -(2 ** 69)], [1]], { dk: 2 }),
    'open',
  ],
  [
    'partial sums that may overflow, though the score is small',
    twoPass,
    caseOf(binary64, [[1e200, 1e200], [1e200, -1e200], [1]], { dk: 2 }),
    'open',
  ],
  [
    'a query that the scale takes beyond',
    twoPass,
    caseOf(binary64, [[1e200], [0], [1]], { scale: 1e200 }),
    'open',
  ],
  [
    'a key that the scale takes beyond',
    twoPass,
    caseOf(binary64, [[0], [1e200], [1]], { scale: 1e200 }),
    'open',
  ],
  [
    'products beyond, of a scale that is 0',
    twoPass,
    caseOf(binary64, [[1e200], [1e200], [1]], { scale: 0 }),
    'open',
  ],
  ['values whose sum is beyond', twoPass, caseOf(binary64, [[1], [1, 1], [1e308, 1e308]]), 'open'],
  ['values whose weighted sum is beyond', naive, caseOf(binary64, [[1], [700], [1e10]]), 'open'],
  ['values near the largest number', twoPass, caseOf(binary64, [[1], [1, 1], [1e307, -1e307]]), 'bounded'],
  ['a mean of no values', twoPass, caseOf(binary64, [[1], [], []]), 'open'],
  [
    'sums of too many roundings',
    declaring({ additions: () => 2 ** 22 }),
    caseOf(binary32, [[1], [1], [1]]),
    'open',
  ],
  ['too coarse an exponential', declaring({ expUlp: 2 ** 22 }), caseOf(binary32, [[1], [1], [1]]), 'open'],
  ['no coordinates', naive, caseOf(binary32, [[], [], [1, 2]], { dk: 0 }), 'bounded'],
];

test.each(cases)('%s: the fate is known', (_, kernel, one, fate) => {
  expect(fateOf(kernel, one)).toBe(fate);
  expectAllowed(kernel, one);
});

test('the fate of a row is its own', () => {
  const one = caseOf(
    binary64,
    [
      [1, 800],
      [1, 2],
      [3, 4],
    ],
    { n: 2 },
  );
  expect(softmaxAllowance(one.tokens, one.settings, naive.declares(binary64)).fates).toEqual([
    'bounded',
    'overflows',
  ]);
});

test('scores too uncertain for their exponentials leave a mean of the values', () => {
  const one = caseOf(
    binary32,
    [
      [1e6, 1e6],
      [1e6, -1e6, 1e6, -1e6],
      [1, 5],
    ],
    { dk: 2 },
  );
  const { bound, exact } = softmaxAllowance(one.tokens, one.settings, twoPass.declares(binary32));
  expect(exact.high[0]).toBe(3);
  expect(bound[0]).toBeGreaterThanOrEqual(2);
  expect(bound[0]).toBeLessThan(2.00001);
});

test('an uncertain score that is far below the others does not widen the bound', () => {
  // 10^17 is known to 11, but e^(-10^17 + 11) is nothing.
  const [near, far] = [
    [1, 1.5],
    [1, 1.5, -1e17],
  ];
  const of = (k: number[]) => {
    const one = caseOf(binary64, [[1], k, k.map((_, j) => j + 1)]);
    return softmaxAllowance(one.tokens, one.settings, twoPass.declares(binary64)).bound[0]!;
  };
  expect(of(far)).toBeLessThan(2.5 * of(near));
});

test('by a logarithm, one key is its value, and scores that are too uncertain promise nothing', () => {
  const logarithm = declaring({ logarithm: true });
  const of = (format: FloatFormat, k: readonly number[]) => {
    const one = caseOf(format, [[1], [...k], k.map((_, j) => j + 1)]);
    return softmaxAllowance(one.tokens, one.settings, logarithm.declares(format));
  };
  expect(of(binary64, [1e17]).fates).toEqual(['bounded']);
  expect(of(binary64, [1e17, 1e17]).fates).toEqual(['open']);
  expect(of(binary32, [0, 1e5]).fates).toEqual(['bounded']);
  // A rounding of 10^6 is up to 1/16, and one of 10^7 up to 1: no weights are left of them.
  expect(of(binary32, [1e7, 1e7]).fates).toEqual(['open']);
});

test('by a logarithm, what rounding a large one costs all weights alike is allowed', () => {
  const [, kernel] = foreigners.find(([name]) => name.includes('logarithm'))!;
  for (const score of [1e6, -1e6, 12345.678]) {
    expectAllowed(kernel, caseOf(binary64, [[1], [score, score, score], [1, 1, 1]]));
  }
});

test('a bound grows with everything that a declaration admits', () => {
  const one = seeded(binary64, 7, { m: 4, dk: 3 });
  const scaled = { ...one.settings, scale: 0.3 };
  const boundOf = (changes: Partial<Declaration>, { tokens } = one): number =>
    softmaxAllowance(tokens, scaled, declaring(changes).declares(binary64)).bound[0]!;
  const plain = boundOf({});
  for (const changes of [
    { expUlp: 2 },
    { additions: (n: number) => 2 * n },
    { rescalings: () => 3 },
    { joins: 1 },
    { scalings: () => 4 },
    { reciprocal: true },
    { logarithm: true },
  ]) {
    expect(boundOf(changes)).toBeGreaterThan(plain * 1.02);
  }
  expect(boundOf({ shifted: false })).toBeLessThan(plain);
  // e^-720 is below the smallest normal number.
  const small = caseOf(binary64, [[1], [0, -2400], [0, 1]]);
  expect(boundOf({ flushes: true }, small)).toBeGreaterThan(2 * boundOf({}, small));
});
