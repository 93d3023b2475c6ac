import { type Code, sequence } from '#wasm/code.ts';
import { call, get, i32, type Local, loopWhile, select, set, when } from '#wasm/instruction.ts';
import { define, type WasmFunction } from '#wasm/module.ts';
import type { VectorType } from '#wasm/vector.ts';
import { attendRowsFunction, type Weighing } from './attend-rows.ts';
import { ROWS } from './block.ts';
import { copyRowsFunction, packFunction, transposeFunction } from './packing.ts';
import {
  gatherFunction,
  normaliseFunction,
  STATE_BYTES,
  scoresFunction,
  TILE_BYTES,
  tileKeys,
} from './softmax-tile.ts';
import { clearStatesFunction, weightsFunction } from './softmax-weights.ts';

/** The functions of a module of attention over tiles of keys; later ones call earlier ones by their place. */
export function attentionFunctions(v: VectorType, weighing: Weighing): readonly WasmFunction[] {
  const parts: WasmFunction[] = [];
  const indexOf = (name: string): number => parts.findIndex((part) => part.name === name);
  const add = (...functions: readonly WasmFunction[]): unknown => parts.push(...functions);
  add(scoresFunction(v), transposeFunction(v), copyRowsFunction(v));
  if (weighing === 'softmax') add(weightsFunction(v), normaliseFunction(v), clearStatesFunction(v));
  add(gatherFunction(v, 'gather', ROWS), gatherFunction(v, 'gatherOne', 1));
  add(packFunction(v, 'packKeys', tileKeys(v), indexOf('transpose')));
  add(packFunction(v, 'packQueries', ROWS, indexOf('transpose')));
  add(weighFunction(v, weighing, indexOf));
  add(attendFunction(v, indexOf));
  add(attendRowsFunction(v, weighing, indexOf));
  return parts;
}

/**
 * Adds one tile of values to the outputs of four queries, weighed by their scores. Query r sees the first
 * min(available, seen + r step) keys of the tile: step is 1 under the causal mask, where a query sees one key more than
 * the query before it, and otherwise 0.
 */
function weighFunction(v: VectorType, weighing: Weighing, indexOf: (name: string) => number): WasmFunction {
  const parameters = {
    ...({ s: 'i32', v: 'i32', o: 'i32', state: 'i32', width: 'i32' } as const),
    ...({ available: 'i32', seen: 'i32', step: 'i32' } as const),
  };
  return define('weigh', parameters, [], ({ of, local }) => {
    const { s, v: values, o, state, width, available, seen, step } = of;
    const [count, shared] = [local('i32'), local('i32')];
    const valueAt = (key: Code): Code => i32.add(get(values), i32.mul(key, get(width)));
    const countOf = (r: number): Code => i32.add(get(seen), i32.mul(get(step), i32.const(r)));
    const setCount = (r: number): Code =>
      sequence(
        set(count, countOf(r)),
        set(count, select(get(count), get(available), i32.ltS(get(count), get(available)))),
        set(count, select(get(count), i32.const(0), i32.gtS(get(count), i32.const(0)))),
      );
    const rowOf = (r: number): Code => i32.add(get(o), i32.mul(get(width), i32.const(r)));
    const scoresOf = (r: number): Code => i32.add(get(s), i32.const(r * TILE_BYTES));
    const toWeights = call(
      indexOf('weights'),
      ...[get(s), get(o), get(state), get(width), get(available), get(seen), get(step)],
    );
    const gatherRest = (r: number): Code => {
      const from = i32.add(scoresOf(r), i32.mul(get(shared), i32.const(v.bytes)));
      const rest = call(
        indexOf('gatherOne'),
        ...[from, valueAt(get(shared)), valueAt(get(count)), rowOf(r), get(width)],
      );
      return sequence(setCount(r), when(i32.gtU(get(count), get(shared)), [rest]));
    };
    return [
      ...(weighing === 'softmax' ? [toWeights] : []),
      // What the first query sees, all of them see; further keys are added for each query alone, since what a masked
      // value holds must not even be multiplied by 0.
      setCount(0),
      set(shared, get(count)),
      call(indexOf('gather'), get(s), get(values), valueAt(get(shared)), get(o), get(width)),
      ...Array.from({ length: ROWS - 1 }, (_, r) => gatherRest(r + 1)),
    ];
  });
}

/**
 * A block of queries, in groups of four, against all keys, tile by tile: of each tile first the scores of all groups, then
 * what they weigh, so that its keys, and then its values, are read from the nearest cache.
 *
 * `row` is the number of the first query; `causal` is 1 or 0.
 */
function attendFunction(v: VectorType, indexOf: (name: string) => number): WasmFunction {
  const parameters = {
    ...({ q: 'i32', groups: 'i32', k: 'i32', v: 'i32', o: 'i32', state: 'i32', s: 'i32' } as const),
    ...({ width: 'i32', keyBytes: 'i32', keys: 'i32', row: 'i32', causal: 'i32', scale: v.scalar } as const),
  };
  return define('attend', parameters, [], ({ of, local }) => {
    const { q, groups, k, v: values, o, state, s, width, keyBytes, keys, row, causal, scale } = of;
    const [start, available, first] = [local('i32'), local('i32'), local('i32')] as const;
    const [group, seen] = [local('i32'), local('i32')] as const;
    const tile = i32.const(tileKeys(v));
    const tileOfKeys = i32.mul(get(keyBytes), tile);
    const next = (variable: Local, by: Code): Code => set(variable, i32.add(get(variable), by));
    const ofGroup = (address: Local, bytes: Code): Code => i32.add(get(address), i32.mul(get(group), bytes));
    // A group of which even the last query sees no key of the tile is left out.
    const eachGroup = (body: Code): Code =>
      sequence(
        set(group, i32.const(0)),
        set(seen, get(first)),
        loopWhile(i32.ltU(get(group), get(groups)), [
          when(i32.gtS(i32.add(get(seen), i32.mul(get(causal), i32.const(ROWS - 1))), i32.const(0)), [body]),
          next(group, i32.const(1)),
          next(seen, i32.mul(get(causal), i32.const(ROWS))),
        ]),
      );
    const scoresAt = ofGroup(s, i32.const(ROWS * TILE_BYTES));
    const queriesAt = ofGroup(q, i32.mul(get(keyBytes), i32.const(ROWS)));
    const outputsAt = ofGroup(o, i32.mul(get(width), i32.const(ROWS)));
    const stateAt = ofGroup(state, i32.const(ROWS * STATE_BYTES));
    return [
      loopWhile(i32.ltU(get(start), get(keys)), [
        set(available, i32.sub(get(keys), get(start))),
        set(available, select(get(available), tile, i32.ltU(get(available), tile))),
        // The first query of the block sees the keys up to its own number.
        set(first, select(i32.sub(i32.add(get(row), i32.const(1)), get(start)), get(available), get(causal))),
        eachGroup(
          call(indexOf('scores'), ...[queriesAt, get(k), i32.add(get(k), tileOfKeys), scoresAt, get(scale)]),
        ),
        eachGroup(
          call(
            indexOf('weigh'),
            ...[
              scoresAt,
              get(values),
              outputsAt,
              stateAt,
              get(width),
              get(available),
              get(seen),
              get(causal),
            ],
          ),
        ),
        next(k, tileOfKeys),
        next(values, i32.mul(get(width), tile)),
        next(start, tile),
      ]),
    ];
  });
}
