import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { type AnyVariant, tellsApart } from '#law/variant.ts';
import { oracleLaw, questions } from './exam.ts';

/** Registers that the systematic calls of some laws tell each of their variants from what is right, in both formats. */
export function tellTheirVariantsApart(...ids: readonly string[]): void {
  const each = ids.flatMap((id) =>
    oracleLaw(id).variants.map((variant) => ({ law: id, id: variant.id, variant })),
  );
  test.each(each)('$law: its calls tell $id apart', ({ law, variant }) => {
    for (const format of [binary64, binary32]) {
      // In binary32 that is what is right.
      if (variant.over === 'binary32' && format === binary32) continue;
      expect(told(law, variant, format)).toBe(true);
    }
  });
}

function told(law: string, variant: AnyVariant, format: typeof binary64): boolean {
  return questions(oracleLaw(law), format).some(({ call, allowance }) =>
    tellsApart(variant, call, allowance, format),
  );
}

/** Registers that the variants of some laws have an entry for each that is right, at calls of the first shapes. */
export function haveAsManyEntries(...ids: readonly string[]): void {
  const a = floats(binary64);
  test.each(ids.map((id) => ({ id })))(
    '$id: its variants have as many entries as what is right',
    ({ id }) => {
      for (const [i, { call, allowance }] of questions(oracleLaw(id), binary64).slice(0, 200).entries()) {
        for (const [v, { entries }] of oracleLaw(id).variants.entries()) {
          if ((i + v) % 5 !== 0) continue;
          expect(entries(a, call as never).length).toBe(allowance.bound.length);
        }
      }
    },
  );
}
