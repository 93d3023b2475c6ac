import { COLUMN_BYTES } from '#kernel/simd/block.ts';
import { type Code, sequence } from '#wasm/code.ts';
import { get, i32, type Local, loopWhile, set } from '#wasm/instruction.ts';
import { define, type Scope, type WasmFunction } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';

/** Bytes of a vector. */
const VECTOR_BYTES = 16;

/** Vectors of the columns computed together. */
const VECTORS = COLUMN_BYTES / VECTOR_BYTES;

/**
 * Tokens of the recurrence, some together: S_lc = S_lc + k_l v_c, then y_c = y_c + q_l S_lc, l from first to last, for one
 * token after the other. Together they read and write each entry of the state once.
 *
 * `q` and `k` have rows of `keyBytes` bytes, `v` and `y` of `width` bytes. A panel of the state stays in the nearest cache
 * while all tokens pass over it.
 *
 * @param together tokens that pass together; only whole groups of them, from `v` to `vEnd`, are done
 * @cost a row of a panel and two tokens: 8 multiply-adds on 6 loads and 2 stores
 */
export function stepsFunction(v: VectorType, name: string, together: number): WasmFunction {
  const parameters = {
    ...({ q: 'i32', k: 'i32', keyBytes: 'i32', v: 'i32', vEnd: 'i32', y: 'i32', width: 'i32' } as const),
    ...({ state: 'i32', panel: 'i32' } as const),
  };
  return define(name, parameters, [], (scope) => {
    const { q, k, keyBytes, v: values, vEnd, y, width, state, panel } = scope.of;
    const names = ['key', 'query', 'value', 'output', 'panelsEnd'] as const;
    const at = Object.fromEntries(names.map((one) => [one, scope.local('i32')])) as Record<
      (typeof names)[number],
      Local
    >;
    const pass = groupOfTokens(v, scope, together);
    const next = (address: Local, by: Code): Code => set(address, i32.add(get(address), by));
    const times = (bytes: Local): Code => i32.mul(get(bytes), i32.const(together));
    return [
      set(at.panelsEnd, i32.add(get(values), get(width))),
      loopWhile(i32.ltU(get(values), get(at.panelsEnd)), [
        set(at.query, get(q)),
        set(at.key, get(k)),
        set(at.value, get(values)),
        set(at.output, get(y)),
        loopWhile(i32.ltU(get(at.value), get(vEnd)), [
          pass({ ...at, keyBytes, width, state }),
          next(at.query, times(keyBytes)),
          next(at.key, times(keyBytes)),
          next(at.value, times(width)),
          next(at.output, times(width)),
        ]),
        ...[values, vEnd, y].map((address) => next(address, i32.const(COLUMN_BYTES))),
        next(state, get(panel)),
      ]),
    ];
  });
}

/** Where a group of tokens is found; the variables are left as they are. */
interface Group {
  readonly query: Local;
  readonly key: Local;
  readonly value: Local;
  readonly output: Local;
  readonly keyBytes: Local;
  readonly width: Local;
  readonly state: Local;
}

function groupOfTokens<P extends string>(
  v: VectorType,
  { local, locals }: Scope<P>,
  together: number,
): (group: Group) => Code {
  const tokens = Array.from({ length: together }, () => ({
    values: locals(VECTOR, VECTORS),
    outputs: locals(VECTOR, VECTORS),
    query: local('i32'),
    key: local('i32'),
  }));
  const S = locals(VECTOR, VECTORS);
  const factor = local(VECTOR);
  const [row, end, address] = [local('i32'), local('i32'), local('i32')] as const;
  const next = (address: Local, bytes: number): Code => set(address, i32.add(get(address), i32.const(bytes)));
  // The engine unrolls a loop this short itself, and better.
  const rowStep = [
    ...S.map((entry, c) => set(entry, v128.load(get(row), c * VECTOR_BYTES))),
    ...tokens.flatMap(({ values, outputs, query, key }) => [
      set(factor, v.loadSplat(get(key))),
      ...S.map((entry, c) => set(entry, v.mulAdd(get(factor), get(values[c]!), get(entry)))),
      set(factor, v.loadSplat(get(query))),
      ...outputs.map((sum, c) => set(sum, v.mulAdd(get(factor), get(S[c]!), get(sum)))),
      next(key, v.bytes),
      next(query, v.bytes),
    ]),
    ...S.map((entry, c) => v128.store(get(row), get(entry), c * VECTOR_BYTES)),
    next(row, COLUMN_BYTES),
  ];
  const rowsOf = (
    { width }: Group,
    first: Local,
    each: (token: (typeof tokens)[number]) => readonly Code[],
  ): readonly Code[] => [
    set(address, get(first)),
    ...tokens.flatMap((token) => [...each(token), set(address, i32.add(get(address), get(width)))]),
  ];
  return (group) =>
    sequence(
      ...rowsOf(group, group.value, ({ values, outputs }) => [
        ...values.map((value, c) => set(value, v128.load(get(address), c * VECTOR_BYTES))),
        ...outputs.map((sum) => set(sum, v.const(0))),
      ]),
      ...tokens.flatMap(({ query, key }, t) => [
        set(query, t === 0 ? get(group.query) : i32.add(get(tokens[t - 1]!.query), get(group.keyBytes))),
        set(key, t === 0 ? get(group.key) : i32.add(get(tokens[t - 1]!.key), get(group.keyBytes))),
      ]),
      set(row, get(group.state)),
      set(end, i32.add(get(row), i32.mul(get(group.keyBytes), i32.const(COLUMN_BYTES / v.bytes)))),
      loopWhile(i32.ltU(get(row), get(end)), rowStep),
      ...rowsOf(group, group.output, ({ outputs }) =>
        outputs.map((sum, c) => v128.store(get(address), get(sum), c * VECTOR_BYTES)),
      ),
    );
}
