import type { Analytic } from '#arithmetic/ring.ts';

/** One number for each of many cases. */
export type Column = Float64Array;

/** Arithmetic on columns, entry by entry. */
export type Columns = Analytic<Column> & {
  /** The greater of two entries; NaN when one is NaN. */
  readonly greatest: (a: Column, b: Column) => Column;
};

/**
 * The arithmetic of many cases at once.
 *
 * Columns are never changed, so an operation on the same columns is done once and remembered; a result that is one of
 * its operands again, or the same number in every case, is that column itself. In formulas with many zeros and equal
 * scores hardly an operation is left.
 *
 * @param length number of cases, at least 1
 */
export function columns(a: Analytic<number>, length: number): Columns {
  const constants = new Map<number, Column>();
  const constant = (value: number): Column =>
    remembered(constants, value, () => new Float64Array(length).fill(value));
  const known = (result: Column, operands: readonly Column[]): Column => {
    const [first] = result;
    // A Map does not tell -0 from 0.
    if (!Object.is(first, -0) && result.every((value) => Object.is(value, first))) return constant(first!);
    return operands.find((operand) => operand.every((value, i) => Object.is(value, result[i]))) ?? result;
  };
  const unary = (op: (x: number) => number): ((x: Column) => Column) => {
    const results = new Map<Column, Column>();
    return (x) => remembered(results, x, () => known(x.map(op), []));
  };
  const binary = (op: (x: number, y: number) => number): ((x: Column, y: Column) => Column) => {
    const results = new Map<Column, Map<Column, Column>>();
    return (x, y) => {
      const withX = remembered(results, x, () => new Map<Column, Column>());
      return remembered(withX, y, () => {
        const result = new Float64Array(length);
        for (let i = 0; i < length; i++) result[i] = op(x[i]!, y[i]!);
        return known(result, [x, y]);
      });
    };
  };
  return {
    of: (value) => constant(a.of(value)),
    add: binary(a.add),
    sub: binary(a.sub),
    mul: binary(a.mul),
    div: binary(a.div),
    greatest: binary(Math.max),
    neg: unary(a.neg),
    exp: unary(a.exp),
    sqrt: unary(a.sqrt),
  };
}

function remembered<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
