import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundDouble } from '#arithmetic/float-format.ts';
import { EXP_ULP, exps } from '#kernel/exp.ts';
import type { LinearKernel, LinearSettings } from '#kernel/kernel.ts';
import {
  cases,
  everyKind,
  expectContained,
  expectEmpties,
  expectExact,
  expectQuotients,
  expectWithinBound,
  formats,
  integers,
  mapped,
  reals,
  run,
  unsigned,
} from './cases.ts';

/** What every form owes under some settings, whatever its exponential is. */
export function testSums(
  name: string,
  kernel: LinearKernel,
  settings: LinearSettings,
  spoils: (i: number, key: number) => boolean,
): void {
  const chunks = fc.integer({ min: 1, max: 7 }).map((chunk) => ({ ...settings, chunk }));

  test(`${name}: integers are summed exactly, whatever the sizes`, () => {
    fc.assert(
      fc.property(cases(integers), chunks, (one, chosen) => {
        expectExact(kernel, one, chosen);
      }),
    );
  });

  test(`${name}: every output is within its declared bound of the exact one`, () => {
    fc.assert(
      fc.property(cases(reals), chunks, (one, chosen) => {
        expectWithinBound(kernel, one, chosen);
      }),
      { numRuns: 50 },
    );
  });

  test(`${name}: the normaliser divides by the sum of the scores, sign and zero kept`, () => {
    fc.assert(
      fc.property(cases(fc.oneof(integers, reals)), chunks, (one, chosen) => {
        expectQuotients(kernel, one, chosen);
      }),
    );
  });

  test(`${name}: a NaN spoils what sees it and nothing else`, () => {
    fc.assert(
      fc.property(
        cases(reals, { sizes: { n: 5, m: 6, dk: 6, dv: 2 } }),
        chunks,
        fc.boolean(),
        fc.constantFrom('identity' as const, 'elu1' as const),
        (one, chosen, normalize, featureMap) => {
          // With the normaliser, a NaN in a value spoils its column only, as without.
          expectContained(kernel, one, { ...chosen, normalize, featureMap }, spoils);
        },
      ),
      { numRuns: 25 },
    );
  });

  test(`${name}: sizes of zero give zeros, and NaN with the normaliser`, () => {
    expectEmpties(kernel, settings);
  });

  test(`${name}: the declaration names the format and the accuracy of the exponential`, () => {
    for (const format of formats) {
      const { expUlp, compensated, shifted, ...rest } = kernel.declares(format);
      expect(rest.format).toBe(format);
      expect([expUlp, compensated, shifted, rest.rescalings(9)]).toEqual([EXP_ULP, false, false, 0]);
      expect([0, 1, 2, 9].map(rest.additions)).toEqual([0, 0, 1, 8]);
    }
  });
}

/** What every form owes whose exponential is that of `kernel/exp.ts`. */
export function testForm(
  name: string,
  kernel: LinearKernel,
  settings: LinearSettings,
  spoils: (i: number, key: number) => boolean,
): void {
  testSums(name, kernel, settings, spoils);
  const chunks = fc.integer({ min: 1, max: 7 }).map((chunk) => ({ ...settings, chunk }));

  test(`${name}: a feature map is applied to every coordinate of queries and keys, and to no value`, () => {
    fc.assert(
      fc.property(everyKind(), chunks, fc.boolean(), (one, chosen, normalize) => {
        const exp = exps(one.format);
        const features = mapped(one, (x) => (x > 0 ? roundDouble(one.format, x + 1) : exp(x)));
        const out = run(kernel, one.tokens, { ...chosen, normalize, featureMap: 'elu1' });
        expect(unsigned(out)).toEqual(unsigned(run(kernel, features, { ...chosen, normalize })));
      }),
    );
  });
}
