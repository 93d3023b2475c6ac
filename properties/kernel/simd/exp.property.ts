import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import { exps } from '#kernel/exp.ts';
import { vectorExp } from '#kernel/simd/exp.ts';
import { get, i32, set } from '#wasm/instruction.ts';
import { define } from '#wasm/module.ts';
import { type Rounding, VECTOR, v128 } from '#wasm/vector.ts';
import { roundings, where } from '../../wasm/relaxed.ts';
import { expectAccurate, finiteArguments, planOf } from '../exp-accuracy.ts';
import { formats } from '../softmax-attention/cases.ts';
import { functionsOf, onWorkspace, place, vectorsOf } from './placed.ts';

const TOGETHER = 3;

/** The exponentials of as many numbers as three vectors hold, which are replaced together. */
function exponentials(format: FloatFormat, rounding: Rounding, range: 'all' | 'nonPositive') {
  const v = vectorsOf(format, rounding);
  const run = define('run', { at: 'i32' }, [], ({ of: { at }, local, locals }) => {
    const exp = vectorExp(v, local, range);
    const x = locals(VECTOR, TOGETHER);
    return [
      exp.prepare,
      ...x.map((one, i) => set(one, v128.load(get(at), 16 * i))),
      exp.apply(...x),
      ...x.map((one, i) => v128.store(i32.add(get(at), i32.const(0)), get(one), 16 * i)),
    ];
  });
  const functions = functionsOf([run]);
  const apply = (numbers: readonly number[]): number[] =>
    onWorkspace(() => {
      const { address, array } = place(format, numbers);
      functions.run!(address);
      return [...array];
    });
  return { apply, count: TOGETHER * v.lanes };
}

describe.each(formats)('$name', (format) => {
  const { least, greatest } = planOf(format);
  const special = [
    ...[0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, least, greatest],
    ...[2 * least, 2 * greatest, format.largest, -format.largest, format.smallestSubnormal],
  ];
  const anyArgument = fc.oneof(
    { weight: 5, arbitrary: finiteArguments(format) },
    fc.constantFrom(...special),
  );

  test.each(['all', 'nonPositive'] as const)(
    'every lane has the bits of the plain one, range: %s',
    (range) => {
      const { apply, count } = exponentials(format, 'deterministic', range);
      const exp = exps(format);
      const admitted = range === 'all' ? anyArgument : anyArgument.map((x) => (x > 0 ? -x : x));
      fc.assert(
        fc.property(fc.array(admitted, { minLength: count, maxLength: count }), (numbers) => {
          expect(apply(numbers)).toEqual(numbers.map((x) => exp(x)));
        }),
        { numRuns: 300 },
      );
    },
  );

  test.each(['all', 'nonPositive'] as const)(
    `fused products leave every lane within EXP_ULP, range: %s${where}`,
    (range) => {
      const { apply, count } = exponentials(format, roundings.at(-1)!, range);
      const admitted = finiteArguments(format).map((x) => (range === 'all' ? x : -Math.abs(x)));
      const within = admitted.filter((x) => x > least + 1);
      fc.assert(
        fc.property(fc.array(within, { minLength: count, maxLength: count }), (numbers) => {
          apply(numbers).forEach((y, i) => {
            expectAccurate(format, numbers[i]!, y);
          });
        }),
        { numRuns: 150 },
      );
      const rest = range === 'all' ? special : special.filter((x) => !(x > 0));
      for (const x of rest) {
        const expected = Math.abs(x) < 1 ? 1 : exps(format)(x);
        expect(apply(new Array<number>(count).fill(x))).toEqual(new Array<number>(count).fill(expected));
      }
    },
  );
});
