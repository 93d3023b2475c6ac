import { type Code, sequence } from '#wasm/code.ts';
import { get, i32, type Local, loopWhile, set } from '#wasm/instruction.ts';
import type { Scope } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';

/** Rows computed together: with two vectors of columns, eight accumulators stay in registers. */
export const ROWS = 4;

/** Columns computed together, in vectors. */
const COLUMNS = 2;

/** Bytes of a vector. */
const VECTOR_BYTES = 16;

/** Bytes of the columns computed together. */
export const COLUMN_BYTES: number = COLUMNS * VECTOR_BYTES;

/** Where a product of blocks finds its factors; addresses are variables that it moves. */
interface Product {
  /** The left factor's first entry; the entry of row i lies `rowBytes` times i further on. */
  readonly left: Local;
  readonly rowBytes: number;
  /** From one entry of a row to the next. */
  readonly leftStep: Code;
  /** The right factor's first row, at the columns wanted, and where its rows end. */
  readonly right: Local;
  readonly rightStep: Code;
  readonly rightEnd: Local;
}

/** Sums that are kept in registers: `rows` rows of two vectors. */
export interface Sums {
  readonly rows: number;
  readonly of: readonly (readonly Local[])[];
  /** Adds left * right, one row of the right factor after the other. */
  readonly accumulate: (product: Product) => Code;
  /** Sets every sum by its row and its offset in bytes from the first column. */
  readonly each: (value: (row: number, offset: number) => Code) => Code;
  /** One instruction for every sum. */
  readonly store: (to: (sum: Code, row: number, offset: number) => Code) => Code;
}

/**
 * The block product that scores and outputs have in common: c_i += a_i[l] b[l], l from first to last.
 *
 * Each entry is summed in the order of l, whatever block it is computed in, so its bits do not depend on the block.
 *
 * @cost a row of the right factor: 8 multiply-adds on 6 loads for 4 rows
 */
export function blockSums<P extends string>(v: VectorType, { local, locals }: Scope<P>, rows: number): Sums {
  const sums = Array.from({ length: rows }, () => locals(VECTOR, COLUMNS));
  const b = locals(VECTOR, COLUMNS);
  const a = local(VECTOR);
  const all = sums.flatMap((row, i) => row.map((sum, c) => ({ sum, i, offset: c * VECTOR_BYTES })));
  return {
    rows,
    of: sums,
    accumulate: ({ left, rowBytes, leftStep, right, rightStep, rightEnd }) =>
      loopWhile(i32.ltU(get(right), get(rightEnd)), [
        ...b.map((vector, c) => set(vector, v128.load(get(right), c * VECTOR_BYTES))),
        ...sums.map((row, i) =>
          sequence(
            set(a, v.loadSplat(get(left), i * rowBytes)),
            ...row.map((sum, c) => set(sum, v.mulAdd(get(a), get(b[c]!), get(sum)))),
          ),
        ),
        set(left, i32.add(get(left), leftStep)),
        set(right, i32.add(get(right), rightStep)),
      ]),
    each: (value) => sequence(...all.map(({ sum, i, offset }) => set(sum, value(i, offset)))),
    store: (to) => sequence(...all.map(({ sum, i, offset }) => to(get(sum), i, offset))),
  };
}
