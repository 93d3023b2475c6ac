import { VECTORS } from '#kernel/rnn/lanes.ts';
import { type Code, sequence } from '#wasm/code.ts';
import { get, i32, type Local, loopWhile, set } from '#wasm/instruction.ts';
import { define, type Scope, type WasmFunction } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';

/** Bytes of a block of inputs, one vector for each accumulator. */
export const SUM_BLOCK_BYTES: number = VECTORS * 16;

/** Adds inputs from `x` to `xEnd`, whole blocks, to the four accumulators at `sums`: step 1 of `rnn/lanes.ts`. */
export function addBlocksFunction(v: VectorType): WasmFunction {
  const parameters = { x: 'i32', xEnd: 'i32', sums: 'i32' } as const;
  return define('addBlocks', parameters, [], ({ of: { x, xEnd, sums }, locals }) => {
    const a = locals(VECTOR, VECTORS);
    return [
      ...a.map((sum, i) => set(sum, v128.load(get(sums), 16 * i))),
      loopWhile(i32.ltU(get(x), get(xEnd)), [
        ...a.map((sum, i) => set(sum, v.add(get(sum), v128.load(get(x), 16 * i)))),
        set(x, i32.add(get(x), i32.const(SUM_BLOCK_BYTES))),
      ]),
      ...a.map((sum, i) => v128.store(get(sums), get(sum), 16 * i)),
    ];
  });
}

/** Sums and differences of vectors, of which some local variables are prepared. */
interface Additive extends Pick<VectorType, 'add' | 'sub'> {
  readonly prepare: Code;
}

/**
 * Sums and differences by the units that multiply, where products are fused into sums: a + 1 b and a + (-1) b, of which
 * the products are exact, so fused or not they have the bits of a + b and a - b. Elsewhere those themselves.
 */
function byProducts<P extends string>(v: VectorType, scope: Scope<P>): Additive {
  if (v.rounding === 'deterministic') return { ...v, prepare: [] };
  const one = scope.local(VECTOR);
  const { prepare, sub } = differenceBy(v, scope);
  return {
    prepare: sequence(set(one, v.const(1)), prepare),
    add: (a, b) => v.mulAdd(get(one), b, a),
    sub,
  };
}

/** As `byProducts`, differences only: where variables are scarce. */
export function differenceBy<P extends string>(
  v: VectorType,
  { local }: Scope<P>,
): Pick<Additive, 'sub' | 'prepare'> {
  if (v.rounding === 'deterministic') return { ...v, prepare: [] };
  const minusOne = local(VECTOR);
  return {
    prepare: set(minusOne, v.const(-1)),
    sub: (a, b) => v.mulAdd(get(minusOne), b, a),
  };
}

/**
 * As `addBlocks`, with the errors of the four accumulators behind them: step 1 of `rnn/compensated.ts`.
 *
 * @cost 7 sums or differences a vector; three of them by the units that multiply, where those are asked for
 */
export function addBlocksCompensatedFunction(v: VectorType): WasmFunction {
  const parameters = { x: 'i32', xEnd: 'i32', sums: 'i32' } as const;
  return define('addBlocksCompensated', parameters, [], (scope) => {
    const { x, xEnd, sums } = scope.of;
    const { local, locals } = scope;
    const [a, errors] = [locals(VECTOR, VECTORS), locals(VECTOR, VECTORS)];
    const [input, next, b] = [local(VECTOR), local(VECTOR), local(VECTOR)] as const;
    const other = byProducts(v, scope);
    const both = a.map((sum, i) => ({ sum, error: errors[i]!, at: 16 * i }));
    const addTo = ({ sum, error, at }: { sum: Local; error: Local; at: number }) => [
      set(input, v128.load(get(x), at)),
      set(next, v.add(get(sum), get(input))),
      set(b, other.sub(get(next), get(sum))),
      set(
        error,
        v.add(
          get(error),
          other.add(other.sub(get(sum), v.sub(get(next), get(b))), v.sub(get(input), get(b))),
        ),
      ),
      set(sum, get(next)),
    ];
    return [
      other.prepare,
      ...both.flatMap(({ sum, error, at }) => [
        set(sum, v128.load(get(sums), at)),
        set(error, v128.load(get(sums), at + SUM_BLOCK_BYTES)),
      ]),
      loopWhile(i32.ltU(get(x), get(xEnd)), [
        ...both.flatMap(addTo),
        set(x, i32.add(get(x), i32.const(SUM_BLOCK_BYTES))),
      ]),
      ...both.flatMap(({ sum, error, at }) => [
        v128.store(get(sums), get(sum), at),
        v128.store(get(sums), get(error), at + SUM_BLOCK_BYTES),
      ]),
    ];
  });
}
