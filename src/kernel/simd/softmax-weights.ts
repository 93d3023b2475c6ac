import type { Code } from '#wasm/code.ts';
import { f32, f64, get, i32, type Local, loopWhile, repeat, select, set, when } from '#wasm/instruction.ts';
import { define, type Scope, type WasmFunction } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';
import { ROWS } from './block.ts';
import type { VectorExp } from './exp.ts';
import { STATE_BYTES, SUM_OFFSET, TILE_BYTES } from './softmax-tile.ts';
import { weightExp } from './weight-exp.ts';

/**
 * Turns the scores of four queries and a tile into weights e^(s - max), where max is the largest score so far of a query.
 *
 * What was summed before, in the states and in the output rows of `width` bytes from `o`, is scaled when the maximum
 * grows. Query r sees the first min(available, seen + r step) keys; the others get the weight 0, and what stands at their
 * scores, even NaN, is not used. For a query that sees none nothing is done.
 */
export function weightsFunction(v: VectorType): WasmFunction {
  const parameters = {
    ...({ s: 'i32', o: 'i32', state: 'i32', width: 'i32' } as const),
    ...({ available: 'i32', seen: 'i32', step: 'i32' } as const),
  };
  return define('weights', parameters, [], (scope) => {
    const { s, o, state, width, available, seen, step } = scope.of;
    const [rowsEnd, visible] = scope.locals('i32', 2) as [Local, Local];
    const [at, count, kept, outputs] = scope.locals('i32', 4) as [Local, Local, Local, Local];
    const exp = weightExp(v, scope.local);
    const parts = partsOfRow(v, scope, exp);
    const eachRow = (part: (row: Row) => readonly Code[]): readonly Code[] => [
      set(at, get(s)),
      set(kept, get(state)),
      set(outputs, get(o)),
      set(visible, get(seen)),
      repeat(
        [
          set(count, select(get(visible), get(available), i32.ltS(get(visible), get(available)))),
          when(i32.gtS(get(count), i32.const(0)), part({ s: at, count, state: kept, o: outputs, width })),
          next(at, TILE_BYTES),
          next(kept, STATE_BYTES),
          set(outputs, i32.add(get(outputs), get(width))),
          set(visible, i32.add(get(visible), get(step))),
        ],
        i32.ltU(get(at), get(rowsEnd)),
      ),
    ];
    return [
      exp.prepare,
      set(rowsEnd, i32.add(get(s), i32.const(ROWS * TILE_BYTES))),
      // In two passes, so that no row's exponentials wait until its largest score is known.
      ...eachRow(parts.raiseMost),
      ...eachRow(parts.weigh),
    ];
  });
}

/** Vectors of scores that become weights together: each alone would wait for its own results. */
const TOGETHER = 4;
const TOGETHER_BYTES = 16 * TOGETHER;

/** Where the scores of one query and what is kept of it are found; the variables are left as they are. */
interface Row {
  readonly s: Local;
  readonly count: Local;
  readonly state: Local;
  readonly o: Local;
  readonly width: Local;
}

/** Variables of what is done with a row. */
interface RowVariables {
  readonly at: Local;
  readonly end: Local;
  /** The largest score before this tile, and now, in every lane. */
  readonly before: Local;
  readonly most: Local;
  readonly shift: Local;
  readonly total: Local;
  readonly together: readonly Local[];
}

/** What is done with a row: first its largest score is brought up to date, then its scores become weights. */
function partsOfRow<P extends string>(
  v: VectorType,
  { local, locals }: Scope<P>,
  exp: VectorExp,
): Readonly<Record<'raiseMost' | 'weigh', (row: Row) => readonly Code[]>> {
  const variables: RowVariables = {
    ...{ at: local('i32'), end: local('i32'), before: local(VECTOR), most: local(VECTOR) },
    ...{ shift: local(VECTOR), total: local(VECTOR), together: locals(VECTOR, TOGETHER) },
  };
  const { before, most } = variables;
  const lowest = v.const(Number.NEGATIVE_INFINITY);
  return {
    raiseMost: (row) => [
      ...hideUnseen(v, row, variables),
      ...findMost(v, row, variables),
      set(before, v128.load(get(row.state))),
      when(v128.anyTrue(v.lt(get(before), get(most))), [
        v128.store(get(row.state), get(most)),
        // Without scores before, there is nothing to scale.
        when(v128.anyTrue(v.gt(get(before), lowest)), rescale(v, row, variables, exp)),
      ]),
    ],
    weigh: (row) => weigh(v, row, variables, exp),
  };
}

function next(address: Local, bytes: number): Code {
  return set(address, i32.add(get(address), i32.const(bytes)));
}

/** Finds where the last vectors end that have a key which is seen. */
function findEnd(v: VectorType, { s, count }: Row, { at, end }: RowVariables): readonly Code[] {
  return [
    set(at, i32.add(get(s), i32.mul(get(count), i32.const(v.bytes)))),
    set(end, i32.and(i32.add(get(at), i32.const(TOGETHER_BYTES - 1)), i32.const(-TOGETHER_BYTES))),
  ];
}

/** Gives keys that are not seen the score minus infinity, up to the end of the last vectors with a key that is. */
function hideUnseen(v: VectorType, row: Row, variables: RowVariables): readonly Code[] {
  const { at, end } = variables;
  const scalar = v.scalar === 'f64' ? f64 : f32;
  return [
    ...findEnd(v, row, variables),
    loopWhile(i32.ltU(get(at), get(end)), [
      scalar.store(get(at), scalar.const(Number.NEGATIVE_INFINITY)),
      next(at, v.bytes),
    ]),
  ];
}

/** The largest score of the tile, in every lane. */
function findMost(v: VectorType, { s }: Row, { at, end, most, together }: RowVariables): readonly Code[] {
  return [
    set(at, get(s)),
    ...together.map((one, i) => set(one, v128.load(get(s), 16 * i))),
    loopWhile(i32.ltU(i32.add(get(at), i32.const(TOGETHER_BYTES)), get(end)), [
      next(at, TOGETHER_BYTES),
      ...together.map((one, i) => set(one, v.pmax(get(one), v128.load(get(at), 16 * i)))),
    ]),
    set(
      most,
      together.map(get).reduce((so, one) => v.pmax(so, one)),
    ),
    ...spreadMost(v, most),
  ];
}

/** Scales what was summed before by e^(before - most). */
function rescale(
  v: VectorType,
  { state, o, width }: Row,
  { at, before, most, together }: RowVariables,
  exp: VectorExp,
): readonly Code[] {
  const factor = together[0]!;
  return [
    set(factor, v.sub(get(before), get(most))),
    exp.apply(factor),
    v128.store(get(state), v.mul(v128.load(get(state), SUM_OFFSET), get(factor)), SUM_OFFSET),
    set(at, get(o)),
    loopWhile(i32.ltU(get(at), i32.add(get(o), get(width))), [
      v128.store(get(at), v.mul(v128.load(get(at)), get(factor))),
      next(at, 16),
    ]),
  ];
}

/** Replaces scores by weights, and adds them to the sum, one vector after the other. */
function weigh(v: VectorType, row: Row, variables: RowVariables, exp: VectorExp): readonly Code[] {
  const { s, state } = row;
  const { at, end, most, shift, total, together } = variables;
  const sum = together.reduce((so, one) => v.add(so, get(one)), get(total));
  return [
    ...findEnd(v, row, variables),
    set(most, v128.load(get(state))),
    // Where every score so far is minus infinity, every weight is e^(-infinity) = 0.
    set(shift, v128.andnot(get(most), v.eq(get(most), v.const(Number.NEGATIVE_INFINITY)))),
    set(total, v128.load(get(state), SUM_OFFSET)),
    set(at, get(s)),
    repeat(
      [
        ...together.map((one, i) => set(one, v.sub(v128.load(get(at), 16 * i), get(shift)))),
        exp.apply(...together),
        ...together.map((one, i) => v128.store(get(at), get(one), 16 * i)),
        set(total, sum),
        next(at, TOGETHER_BYTES),
      ],
      i32.ltU(get(at), get(end)),
    ),
    v128.store(get(state), get(total), SUM_OFFSET),
  ];
}

/** Gives the states from `state` to `stateEnd` no score and no weight. */
export function clearStatesFunction(v: VectorType): WasmFunction {
  return define('clearStates', { state: 'i32', stateEnd: 'i32' }, [], ({ of: { state, stateEnd } }) => [
    repeat(
      [
        v128.store(get(state), v.const(Number.NEGATIVE_INFINITY)),
        v128.store(get(state), v.const(0), SUM_OFFSET),
        set(state, i32.add(get(state), i32.const(STATE_BYTES))),
      ],
      i32.ltU(get(state), get(stateEnd)),
    ),
  ]);
}

/** Gives every lane the largest of all lanes. */
function spreadMost(v: VectorType, most: Local): readonly Code[] {
  const steps = v.lanes === 2 ? [8] : [8, 4];
  return steps.map((bytes) => {
    const rotated = Array.from({ length: 16 }, (_, i) => (i + bytes) % 16);
    return set(most, v.pmax(get(most), v128.shuffle(get(most), get(most), rotated)));
  });
}
