import type { Expression, Kind } from '#claim/notation.ts';

/** What an expression denotes, absent when it denotes nothing, and every reason why not. */
export interface Reading {
  readonly kind?: Kind;
  readonly faults: readonly string[];
}

/** The indices an expression may use: free ones name an entry of the left side, bound ones belong to a sum around it. */
export interface Indices {
  readonly free: readonly string[];
  readonly bound: readonly string[];
}

/** Reads an expression bottom up: what each part denotes, and whether its operations are defined for that. */
export function readExpression(expression: Expression, indices: Indices): Reading {
  switch (expression.form) {
    case 'symbol':
      return { kind: expression.kind, faults: [] };
    case 'indexed':
      return { kind: expression.kind, faults: unknownIndices(expression, indices) };
    case 'sum':
      return readSum(expression, indices);
    case 'tuple':
      return readTuple(expression, indices);
    case 'softmax':
      return readSoftmax(expression, indices);
    case 'inner':
    case 'product':
      return readPair(expression, indices);
  }
}

/** The indices of the left side of a definition. */
export function freeIndices(expression: Expression): readonly string[] {
  return expression.form === 'indexed' ? expression.by : [];
}

/** An expression as text. */
export function expressionText(expression: Expression): string {
  switch (expression.form) {
    case 'symbol':
      return expression.name;
    case 'indexed':
      return `${expression.name}_${expression.by.join('')}`;
    case 'sum':
      return `sum_${expression.index} ${expressionText(expression.of)}`;
    case 'tuple':
      return `(${expression.parts.map(expressionText).join(', ')})`;
    case 'softmax':
      return `softmax(${expressionText(expression.of)})`;
    case 'inner':
      return `<${expressionText(expression.left)}, ${expressionText(expression.right)}>`;
    case 'product':
      return `${expressionText(expression.left)} ${expressionText(expression.right)}`;
  }
}

/** A kind in words. */
export function kindText(kind: Kind): string {
  switch (kind.is) {
    case 'scalar':
      return 'a scalar';
    case 'vector':
      return `a vector of size ${kind.size}`;
    case 'matrix':
      return `a ${kind.rows} x ${kind.columns} matrix`;
  }
}

type Form<F extends Expression['form']> = Extract<Expression, { readonly form: F }>;

const scalar: Kind = { is: 'scalar' };

function unknownIndices(expression: Form<'indexed'>, { free, bound }: Indices): string[] {
  return expression.by
    .filter((index) => !free.includes(index) && !bound.includes(index))
    .map(
      (index) =>
        `index ${index} of ${expressionText(expression)} is neither free on the left side nor bound by a sum`,
    );
}

function readSum({ index, of }: Form<'sum'>, { free, bound }: Indices): Reading {
  const inside = readExpression(of, { free, bound: [...bound, index] });
  const faults = [
    ...(free.includes(index) ? [`index ${index} is free on the left side and bound by the sum`] : []),
    ...(bound.includes(index) ? [`index ${index} is bound by two sums, one inside the other`] : []),
  ];
  return { ...inside, faults: [...faults, ...inside.faults] };
}

function readTuple(expression: Form<'tuple'>, indices: Indices): Reading {
  const inside = expression.parts.flatMap((part) => readExpression(part, indices).faults);
  const text = expressionText(expression);
  return {
    faults: [...inside, `${text}: ${expression.parts.length} parts with no operation between them`],
  };
}

function readSoftmax({ of }: Form<'softmax'>, indices: Indices): Reading {
  const { kind, faults } = readExpression(of, indices);
  if (kind?.is !== 'scalar') return { ...(kind && { kind }), faults };
  const fault = `softmax of ${expressionText(of)}, a scalar: it is defined on a row of scores`;
  return { kind, faults: [...faults, fault] };
}

function readPair({ form, left, right }: Form<'inner' | 'product'>, indices: Indices): Reading {
  const l = readExpression(left, indices);
  const r = readExpression(right, indices);
  const faults = [...l.faults, ...r.faults];
  if (l.kind === undefined || r.kind === undefined) return { faults };
  const kind = form === 'inner' ? innerKind(l.kind, r.kind) : productKind(l.kind, r.kind);
  // An inner product that is not defined would still have been a number.
  if (kind !== undefined) return { kind, faults };
  const described = ([part, of]: readonly [Expression, Kind]): string =>
    `${expressionText(part)}, ${kindText(of)}`;
  const fault =
    `${form} ${form === 'inner' ? 'product ' : ''}of ${described([left, l.kind])}, ` +
    `and ${described([right, r.kind])}, is not defined`;
  return { ...(form === 'inner' && { kind: scalar }), faults: [...faults, fault] };
}

function innerKind(left: Kind, right: Kind): Kind | undefined {
  return left.is === 'vector' && right.is === 'vector' && left.size === right.size ? scalar : undefined;
}

/** A vector before a matrix is a row, after it a column; two vectors have no product. */
function productKind(left: Kind, right: Kind): Kind | undefined {
  if (left.is === 'scalar') return right;
  if (right.is === 'scalar') return left;
  if (left.is === 'matrix' && right.is === 'matrix') {
    return left.columns === right.rows
      ? { is: 'matrix', rows: left.rows, columns: right.columns }
      : undefined;
  }
  if (left.is === 'matrix' && right.is === 'vector') {
    return left.columns === right.size ? { is: 'vector', size: left.rows } : undefined;
  }
  if (left.is === 'vector' && right.is === 'matrix') {
    return left.size === right.rows ? { is: 'vector', size: right.columns } : undefined;
  }
  return undefined;
}
