import { vectorExp } from '#kernel/simd/exp.ts';
import type { Code } from '#wasm/code.ts';
import { f32, f64, fill, get, i32, type Local, loopWhile, set, when } from '#wasm/instruction.ts';
import { define, type WasmFunction } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';

const VECTOR_BYTES = 16;

function next(address: Local, bytes: number): Code {
  return set(address, i32.add(get(address), i32.const(bytes)));
}

/**
 * elu + 1 of the numbers from `x` to `xEnd`, into `to`, which may be `x`: the bits of `elu1` in plain code.
 *
 * Up to the end of the last vector, numbers behind `xEnd` are mapped as well.
 */
export function elu1Function(v: VectorType): WasmFunction {
  return define('elu1', { x: 'i32', xEnd: 'i32', to: 'i32' }, [], ({ of: { x, xEnd, to }, local }) => {
    const [value, image, zero] = [local(VECTOR), local(VECTOR), local(VECTOR)] as const;
    const exp = vectorExp(v, local, 'nonPositive');
    return [
      exp.prepare,
      set(zero, v.const(0)),
      loopWhile(i32.ltU(get(x), get(xEnd)), [
        set(value, v128.load(get(x))),
        set(image, v.pmin(get(value), get(zero))),
        exp.apply(image),
        set(image, v128.bitselect(v.add(get(value), v.const(1)), get(image), v.gt(get(value), get(zero)))),
        v128.store(get(to), get(image)),
        next(x, VECTOR_BYTES),
        next(to, VECTOR_BYTES),
      ]),
    ];
  });
}

/**
 * Copies rows of `valueBytes` bytes, from `from` to `fromEnd`, to rows of `width` bytes, each followed by a 1 where `ones`
 * is 1, and by zeros.
 */
export function widenFunction(v: VectorType): WasmFunction {
  const scalar = v.scalar === 'f64' ? f64 : f32;
  const parameters = {
    ...({ from: 'i32', fromEnd: 'i32', valueBytes: 'i32', to: 'i32', width: 'i32', ones: 'i32' } as const),
  };
  return define('widen', parameters, [], ({ of, local }) => {
    const { from, fromEnd, valueBytes, to, width, ones } = of;
    const [rowEnd, toEnd] = [local('i32'), local('i32')] as const;
    return [
      loopWhile(i32.ltU(get(from), get(fromEnd)), [
        set(rowEnd, i32.add(get(from), get(valueBytes))),
        set(toEnd, i32.add(get(to), get(width))),
        loopWhile(i32.leU(i32.add(get(from), i32.const(VECTOR_BYTES)), get(rowEnd)), [
          v128.store(get(to), v128.load(get(from))),
          next(from, VECTOR_BYTES),
          next(to, VECTOR_BYTES),
        ]),
        loopWhile(i32.ltU(get(from), get(rowEnd)), [
          scalar.store(get(to), scalar.load(get(from))),
          next(from, v.bytes),
          next(to, v.bytes),
        ]),
        when(get(ones), [scalar.store(get(to), scalar.const(1)), next(to, v.bytes)]),
        loopWhile(i32.ltU(get(to), get(toEnd)), [scalar.store(get(to), scalar.const(0)), next(to, v.bytes)]),
      ]),
    ];
  });
}

/**
 * Copies rows of `width` bytes back to rows of `valueBytes` bytes, from `to` to `toEnd`; where `divided` is 1, each is
 * divided by the number that follows it. `to` may be `from`: no row is written before it is read.
 */
export function narrowFunction(v: VectorType): WasmFunction {
  const scalar = v.scalar === 'f64' ? f64 : f32;
  const parameters = {
    ...({ from: 'i32', width: 'i32', to: 'i32', toEnd: 'i32', valueBytes: 'i32', divided: 'i32' } as const),
  };
  return define('narrow', parameters, [], ({ of, local }) => {
    const { from, width, to, toEnd, valueBytes, divided } = of;
    const [at, rowEnd] = [local('i32'), local('i32')] as const;
    const [by, divisor] = [local(v.scalar), local(VECTOR)] as const;
    return [
      set(by, scalar.const(1)),
      loopWhile(i32.ltU(get(to), get(toEnd)), [
        when(get(divided), [set(by, scalar.load(i32.add(get(from), get(valueBytes))))]),
        set(divisor, v.splat(get(by))),
        set(at, get(from)),
        set(rowEnd, i32.add(get(to), get(valueBytes))),
        loopWhile(i32.leU(i32.add(get(to), i32.const(VECTOR_BYTES)), get(rowEnd)), [
          v128.store(get(to), v.div(v128.load(get(at)), get(divisor))),
          next(at, VECTOR_BYTES),
          next(to, VECTOR_BYTES),
        ]),
        loopWhile(i32.ltU(get(to), get(rowEnd)), [
          scalar.store(get(to), scalar.div(scalar.load(get(at)), get(by))),
          next(at, v.bytes),
          next(to, v.bytes),
        ]),
        set(from, i32.add(get(from), get(width))),
      ]),
    ];
  });
}

/** Adds numbers from `a` to `aEnd`, whole vectors, to those from `to` on. */
export function addFunction(v: VectorType): WasmFunction {
  return define('add', { a: 'i32', aEnd: 'i32', to: 'i32' }, [], ({ of: { a, aEnd, to } }) => [
    loopWhile(i32.ltU(get(a), get(aEnd)), [
      v128.store(get(to), v.add(v128.load(get(to)), v128.load(get(a)))),
      next(a, VECTOR_BYTES),
      next(to, VECTOR_BYTES),
    ]),
  ]);
}

/** Makes the numbers from `a` to `aEnd` 0. */
export function clearFunction(): WasmFunction {
  return define('clear', { a: 'i32', aEnd: 'i32' }, [], ({ of: { a, aEnd } }) => [
    fill(get(a), i32.const(0), i32.sub(get(aEnd), get(a))),
  ]);
}
