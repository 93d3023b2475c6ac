import type { Expression, Kind } from '#claim/notation.ts';

const scalar: Kind = { is: 'scalar' };
const queryWidth: Kind = { is: 'vector', size: 'dk' };
const valueWidth: Kind = { is: 'vector', size: 'dv' };

const member = (name: string, by: readonly string[], kind: Kind): Expression => ({
  form: 'indexed',
  name,
  by,
  kind,
});

/** q_i, k_i, v_i and y_i for an index of any name. */
export const query = (index: string): Expression => member('q', [index], queryWidth);
export const key = (index: string): Expression => member('k', [index], queryWidth);
export const value = (index: string): Expression => member('v', [index], valueWidth);
export const output = (index: string): Expression => member('y', [index], valueWidth);

/** An entry of a matrix: W_ij, q_ic. */
export const entry = (name: string, row: string, column: string): Expression =>
  member(name, [row, column], scalar);

/** A matrix by name. */
export const matrix = (name: string, rows: string, columns: string): Expression => ({
  form: 'symbol',
  name,
  kind: { is: 'matrix', rows, columns },
});

export const inner = (left: Expression, right: Expression): Expression => ({ form: 'inner', left, right });
export const product = (left: Expression, right: Expression): Expression => ({
  form: 'product',
  left,
  right,
});
export const sumOver = (index: string, of: Expression): Expression => ({ form: 'sum', index, of });
export const softmaxOf = (of: Expression): Expression => ({ form: 'softmax', of });
export const tuple = (...parts: readonly Expression[]): Expression => ({ form: 'tuple', parts });
