import { BIAS_EXPONENT, BIAS_ROOM, VISIT_BLOCKS } from '#kernel/rnn/biased.ts';
import type { Code } from '#wasm/code.ts';
import { call, get, i32, type Local, loopWhile, set, when } from '#wasm/instruction.ts';
import { define, type Scope, type WasmFunction } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';
import { differenceBy, SUM_BLOCK_BYTES } from './rnn-sums.ts';

const VECTOR_BYTES = 16;

/** Vectors of accumulators that start from a bias. */
const BIASED = 2;

/** Where parts of the state of biased sums are, from its address: behind sums and errors as `addBlocksCompensated` has them. */
const AT = {
  errors: SUM_BLOCK_BYTES,
  /** Sums of the visit, and errors with those of the visit. */
  visit: 2 * SUM_BLOCK_BYTES,
  visitErrors: 2 * SUM_BLOCK_BYTES + BIASED * VECTOR_BYTES,
  /** Bits of the exponents of the largest sizes in the visit. */
  exponents: 3 * SUM_BLOCK_BYTES,
  biases: 3 * SUM_BLOCK_BYTES + BIASED * VECTOR_BYTES,
};

/** Bytes of that state; all zeros to begin with. */
export const BIASED_BYTES: number = 4 * SUM_BLOCK_BYTES;

function loadAt(sums: Local, part: number, place: number): Code {
  return v128.load(get(sums), part + VECTOR_BYTES * place);
}

function storeAt(sums: Local, part: number, place: number, value: Local): Code {
  return v128.store(get(sums), get(value), part + VECTOR_BYTES * place);
}

/** The same last 32 bits in every number, and zeros before them. */
function lastWords(v: VectorType, word: number): Code {
  const bytes = [0, 8, 16, 24].map((shift) => (word >>> shift) & 255);
  const number = v.format === 'binary64' ? [0, 0, 0, 0, ...bytes] : bytes;
  return v128.const(Array.from({ length: v.lanes }, () => number).flat());
}

/** The bits of exponents in the last 32 of a number: of the smallest one, and all. */
function exponentBits(v: VectorType): { readonly one: number; readonly all: number } {
  return v.format === 'binary64'
    ? { one: 2 ** 20, all: 0x7ff * 2 ** 20 }
    : { one: 2 ** 23, all: 0xff * 2 ** 23 };
}

/**
 * Adds inputs from `x` to `xEnd`, whole blocks, to accumulators that start from their biases: steps 1 and 3 of
 * `rnn/biased.ts`. Errors are added to those of `sums`, and written beside the accumulators. The largest exponents are found
 * on the way, which is right whatever the biases are.
 *
 * @cost 4 sums or differences a vector, one of them by the units that multiply where products are fused into sums; and 2
 *   operations of integers
 */
export function addFromBiasFunction(v: VectorType): WasmFunction {
  const parameters = { x: 'i32', xEnd: 'i32', sums: 'i32' } as const;
  return define('addFromBias', parameters, [], (scope) => {
    const { x, xEnd, sums } = scope.of;
    const [a, errors, exponents] = [
      scope.locals(VECTOR, BIASED),
      scope.locals(VECTOR, BIASED),
      scope.locals(VECTOR, BIASED),
    ] as const;
    const [input, next, mask] = [scope.local(VECTOR), scope.local(VECTOR), scope.local(VECTOR)] as const;
    const difference = differenceBy(v, scope);
    const addTo = (sum: Local, i: number, offset: number): readonly Code[] => [
      set(input, v128.load(get(x), offset)),
      set(exponents[i]!, v128.maxWords(get(exponents[i]!), v128.and(get(input), get(mask)))),
      set(next, v.add(get(sum), get(input))),
      set(errors[i]!, v.add(get(errors[i]!), v.sub(get(input), difference.sub(get(next), get(sum))))),
      set(sum, get(next)),
    ];
    return [
      difference.prepare,
      set(mask, lastWords(v, exponentBits(v).all)),
      ...a.map((sum, i) => set(sum, loadAt(sums, AT.biases, i))),
      ...errors.map((error, i) => set(error, loadAt(sums, AT.errors, i))),
      loopWhile(i32.ltU(get(x), get(xEnd)), [
        ...Array.from({ length: SUM_BLOCK_BYTES / VECTOR_BYTES }, (_, place) =>
          addTo(a[place % BIASED]!, place % BIASED, place * VECTOR_BYTES),
        ).flat(),
        set(x, i32.add(get(x), i32.const(SUM_BLOCK_BYTES))),
      ]),
      ...a.map((sum, i) => storeAt(sums, AT.visit, i, sum)),
      ...errors.map((error, i) => storeAt(sums, AT.visitErrors, i, error)),
      ...exponents.map((exponent, i) => storeAt(sums, AT.exponents, i, exponent)),
    ];
  });
}

/**
 * Adds visits of inputs, from `x` to `xEnd`, to the sums at `sums`: the bits of `rnn/biased.ts`. A visit is tried with the
 * biases of the one before it, and once more where those are not right for its sizes.
 *
 * @param indexOf the place of a function in the module
 */
export function addVisitsFunction(v: VectorType, indexOf: (name: string) => number): WasmFunction {
  const parameters = { x: 'i32', xEnd: 'i32', sums: 'i32' } as const;
  return define('addVisits', parameters, [], (scope) => {
    const { x, xEnd, sums } = scope.of;
    const [end, exponents] = [scope.local('i32'), scope.locals(VECTOR, BIASED)] as const;
    const visitBy = (name: string): Code => call(indexOf(name), get(x), get(end), get(sums));
    return [
      loopWhile(i32.ltU(get(x), get(xEnd)), [
        set(end, i32.add(get(x), i32.const(VISIT_BLOCKS * SUM_BLOCK_BYTES))),
        visitBy('addFromBias'),
        ...exponents.map((exponent, i) => set(exponent, loadAt(sums, AT.exponents, i))),
        when(
          areTooLarge(v, exponents),
          [visitBy('addBlocksCompensated')],
          [...settle(v, scope, exponents, visitBy('addFromBias')), ...join(v, scope)],
        ),
        set(x, get(end)),
      ]),
    ];
  });
}

/** Whether any exponent is one for which there is no bias. */
function areTooLarge(v: VectorType, exponents: readonly Local[]): Code {
  const { one, all } = exponentBits(v);
  // All bits are the exponent of infinity.
  const largest = lastWords(v, all - (BIAS_ROOM + 1) * one);
  return anyOf(exponents.map((exponent) => v128.gtWords(get(exponent), largest)));
}

function anyOf(masks: readonly Code[]): Code {
  return v128.anyTrue(masks.reduce((a, b) => v128.or(a, b)));
}

/** Step 1: biases that are right for the exponents; where one was not, the visit is added once more. */
function settle(
  v: VectorType,
  { of: { sums }, local, locals }: Scope<'sums'>,
  exponents: readonly Local[],
  again: Code,
): readonly Code[] {
  const { one } = exponentBits(v);
  const [least, isNormal, bias] = [local(VECTOR), local(VECTOR), local(VECTOR)] as const;
  const wrong = locals(VECTOR, BIASED);
  const leastOf = (exponent: Local): Code =>
    v.integerAdd(get(exponent), lastWords(v, BIAS_EXPONENT * one + one / 2));
  return [
    ...exponents.flatMap((exponent, i) => [
      set(isNormal, v128.gtWords(get(exponent), v.const(0))),
      set(least, v128.and(leastOf(exponent), get(isNormal))),
      set(bias, loadAt(sums, AT.biases, i)),
      set(wrong[i]!, v128.gtWords(v.integerSub(get(bias), get(least)), lastWords(v, 2 * one))),
      set(least, v128.and(v.integerAdd(get(least), lastWords(v, one)), get(isNormal))),
      set(bias, v128.bitselect(get(least), get(bias), get(wrong[i]!))),
      storeAt(sums, AT.biases, i, bias),
    ]),
    when(anyOf(wrong.map(get)), [again]),
  ];
}

/** Step 4. */
function join(v: VectorType, { of: { sums }, local }: Scope<'sums'>): readonly Code[] {
  const [sum, added, next, b, error] = [
    ...[local(VECTOR), local(VECTOR), local(VECTOR)],
    ...[local(VECTOR), local(VECTOR)],
  ] as [Local, Local, Local, Local, Local];
  return Array.from({ length: BIASED }, (_, i) => [
    set(sum, loadAt(sums, 0, i)),
    set(added, v.sub(loadAt(sums, AT.visit, i), loadAt(sums, AT.biases, i))),
    set(next, v.add(get(sum), get(added))),
    set(b, v.sub(get(next), get(sum))),
    set(error, v.add(v.sub(get(sum), v.sub(get(next), get(b))), v.sub(get(added), get(b)))),
    set(error, v.add(loadAt(sums, AT.visitErrors, i), get(error))),
    storeAt(sums, 0, i, next),
    storeAt(sums, AT.errors, i, error),
  ]).flat();
}
