import { expect, test } from 'vitest';
import { forAllCases } from '#claim/statement.ts';
import { matrices } from '#domain/matrix.ts';
import { proveForAllCases } from '#judge/normal-forms.ts';
import { gain, logistic } from '#reference/rnn.ts';
import { softmax } from '#reference/softmax-attention.ts';
import { aboutX } from './statements.ts';

const at = { shapes: [{ x: 1 }] };
const rows = matrices('n, d', { x: ['n'], y: ['n'] });
const shapes = [
  { x: [0], y: [0] },
  { x: [0, 0], y: [0, 0] },
];

test('an equation is proved at every shape, for all real inputs', () => {
  const cauchy = forAllCases({
    domain: rows,
    shapes,
    left: (a, { x, y }) => [a.mul(a.add(x[0]!, y[0]!), a.sub(x[0]!, y[0]!)), a.mul(x.at(-1)!, y[0]!)],
    relation: '=',
    right: (a, { x, y }) => [a.sub(a.mul(x[0]!, x[0]!), a.mul(y[0]!, y[0]!)), a.mul(y[0]!, x.at(-1)!)],
  });
  expect(proveForAllCases(cauchy)).toEqual({
    method: 'normal forms',
    argument: 'Both sides have the same normal form, with a symbol for every input.',
    obligations: [
      {
        kind: 'identity',
        says: 'entry 1: left = right',
        left: '(x1 + y1) * (x1 - y1)',
        right: 'x1 * x1 - y1 * y1',
      },
      { kind: 'identity', says: 'entry 2: left = right', left: 'x1 * y1', right: 'y1 * x1' },
      {
        kind: 'identity',
        says: 'entry 1: left = right',
        left: '(x1 + y1) * (x1 - y1)',
        right: 'x1 * x1 - y1 * y1',
      },
      { kind: 'identity', says: 'entry 2: left = right', left: 'x2 * y1', right: 'y1 * x2' },
    ],
  });
});

test('an equation that fails in one entry is not proved, whichever it is', () => {
  const entries = (first: 'x' | 'y', second: 'x' | 'y') =>
    forAllCases({
      domain: rows,
      shapes,
      left: (_a, c) => [c.x[0]!, c.x[0]!],
      relation: '=',
      right: (_a, c) => [c[first][0]!, c[second][0]!],
    });
  expect(proveForAllCases(entries('x', 'y'))).toBeUndefined();
  expect(proveForAllCases(entries('y', 'x'))).toBeUndefined();
  expect(proveForAllCases(entries('x', 'x'))).toBeDefined();
});

test('an equation that fails at one shape, or has no list of shapes, is not proved', () => {
  const last = forAllCases({
    domain: rows,
    shapes,
    left: (_a, { x }) => [x[0]!],
    relation: '=',
    right: (_a, { x }) => [x.at(-1)!],
  });
  expect(proveForAllCases(last)).toBeUndefined();
  expect(proveForAllCases({ ...last, shapes: shapes.slice(0, 1) })).toBeDefined();
  const unlisted = aboutX(
    (_a, { x }) => [x],
    '=',
    (_a, { x }) => [x],
  );
  expect(proveForAllCases(unlisted)).toBeUndefined();
  expect(proveForAllCases({ ...unlisted, shapes: [] })).toBeUndefined();
});

test('exponentials are atoms: softmax of one number is 1, of a shifted row what it was', () => {
  expect(
    proveForAllCases(
      aboutX(
        (a, { x }) => softmax(a, [x]),
        '=',
        (a) => [a.of(1)],
        at,
      ),
    ),
  ).toBeDefined();
  const shifted = forAllCases({
    domain: rows,
    shapes,
    left: (a, { x, y }) =>
      softmax(
        a,
        x.map((s) => a.add(s, y[0]!)),
      ),
    relation: '=',
    right: (a, { x }) => softmax(a, x),
  });
  expect(proveForAllCases(shifted)).toBeDefined();
  expect(proveForAllCases({ ...shifted, right: (a, { y }) => softmax(a, y as never) })).toBeUndefined();
});

test('1 - sigmoid(z) = sigmoid(-z), and not sigmoid(z)', () => {
  const complement = (sign: 1 | -1) =>
    aboutX(
      (a, { x }) => [a.sub(a.of(1), logistic(a, x))],
      '=',
      (a, { x }) => [logistic(a, a.mul(a.of(sign), x))],
      at,
    );
  expect(proveForAllCases(complement(-1))).toBeDefined();
  expect(proveForAllCases(complement(1))).toBeUndefined();
});

test('inequalities are proved by signs, each input at or above its least value', () => {
  const product = aboutX(
    (a, { x }) => [a.mul(x, x)],
    '>=',
    (_a, { x }) => [x],
    { ...at, least: { x: 1 } },
  );
  expect(proveForAllCases(product)).toEqual({
    method: 'signs of coefficients',
    argument:
      'With v_x for what an input x exceeds its least value by, the difference of the sides has one sign.',
    obligations: [
      {
        kind: 'identity',
        says: 'entry 1: left >= right: the difference',
        left: '(1 + v_x) * (1 + v_x) - (1 + v_x)',
        right: 'v_x * v_x + v_x',
      },
      {
        kind: 'sign',
        says: 'entry 1: left >= right',
        term: 'v_x^2 + v_x',
        strict: false,
        above: false,
        least: { v_x: '0' },
        numerator: 'w_v_x^2 + w_v_x',
        denominator: '1',
      },
    ],
  });
  expect(proveForAllCases({ ...product, least: { x: 0 } })).toBeUndefined();
  expect(proveForAllCases({ ...product, relation: '>' })).toBeUndefined();
  expect(proveForAllCases({ ...product, relation: '>', least: { x: 2 } })).toBeDefined();
  expect(proveForAllCases({ ...product, relation: '<=' })).toBeUndefined();
});

test('the other relations read from the other side', () => {
  const ordered = (relation: '<' | '<=' | '!=' | '>' | '>=', least: number) =>
    proveForAllCases(
      aboutX(
        (_a, { x }) => [x],
        relation,
        (a, { x }) => [a.mul(a.of(2), x)],
        { ...at, least: { x: least } },
      ),
    );
  expect(ordered('<', 1)).toBeDefined();
  expect(ordered('<', 0)).toBeUndefined();
  expect(ordered('<=', 0)).toBeDefined();
  expect(ordered('>=', 0)).toBeUndefined();
  expect(ordered('>', 0)).toBeUndefined();
  expect(ordered('!=', 1)).toBeDefined();
  expect(ordered('!=', 0)).toBeUndefined();
  const reversed = aboutX(
    (a, { x }) => [a.mul(a.of(2), x)],
    '!=',
    (_a, { x }) => [x],
    { ...at, least: { x: 1 } },
  );
  expect(proveForAllCases(reversed)).toBeDefined();
});

test('an input of unknown sign proves no inequality unless it cancels', () => {
  const free = aboutX(
    (a, { x }) => [a.mul(x, x)],
    '>=',
    (a) => [a.of(0)],
    at,
  );
  expect(proveForAllCases(free)).toBeUndefined();
  const cancelled = aboutX(
    (a, { x }) => [a.add(x, a.of(1))],
    '>',
    (_a, { x }) => [x],
    at,
  );
  expect(proveForAllCases(cancelled)).toBeDefined();
  const misnamed = forAllCases({
    domain: matrices('x, v_x', { x: [], v_x: [] }),
    shapes: [{ x: 1, v_x: 1 }],
    least: { x: 0 },
    left: (_a, { v_x }) => [v_x],
    relation: '>=',
    right: (a) => [a.of(0)],
  });
  expect(proveForAllCases(misnamed)).toBeUndefined();
});

test('exponentials are positive, and at least 1 where their exponent is not negative', () => {
  const bounded = (relation: '>' | '>=', bound: number, least?: number) =>
    proveForAllCases(
      aboutX(
        (a, { x }) => [a.exp(x)],
        relation,
        (a) => [a.of(bound)],
        { ...at, ...(least !== undefined && { least: { x: least } }) },
      ),
    );
  expect(bounded('>', 0)).toBeDefined();
  expect(bounded('>=', 1)).toBeUndefined();
  expect(bounded('>=', 1, 0)).toBeDefined();
  expect(bounded('>', 1, 0)).toBeUndefined();
  expect(bounded('>=', 1, -1)).toBeUndefined();
  expect(bounded('>=', 2, 1)).toBeUndefined();
});

test('the tail of the output: sigmoid(-1000 S) <= sigmoid(-1000) for S >= 1, by its arguments or in full', () => {
  const tail = (least: number) => ({ ...at, least: { x: least } });
  const byArguments = (least: number) =>
    aboutX(
      (a, { x }) => [a.mul(a.of(-gain), x)],
      '<=',
      (a) => [a.of(-gain)],
      { ...tail(least), readout: 'logistic' },
    );
  expect(proveForAllCases(byArguments(1))!.argument).toContain(
    'The logistic is increasing, so its arguments decide.',
  );
  expect(proveForAllCases(byArguments(0.5))).toBeUndefined();
  const inFull = (least: number) =>
    aboutX(
      (a, { x }) => [logistic(a, a.mul(a.of(-gain), x))],
      '<=',
      (a) => [logistic(a, a.of(-gain))],
      tail(least),
    );
  const proof = proveForAllCases(inFull(1))!;
  expect(proof.obligations.map(({ says }) => says)).toEqual([
    'entry 1: left <= right: the difference',
    'entry 1: left <= right, f_1 = exp(1000 * v_x) - 1, f_2 = exp(1000) - 1',
  ]);
  expect(proveForAllCases(inFull(0.5))).toBeUndefined();
});

test('what has no normal form is not proved, and mistakes of a statement are not hidden', () => {
  expect(
    proveForAllCases(
      aboutX(
        (a, { x }) => [a.sqrt(x)],
        '=',
        (a, { x }) => [a.sqrt(x)],
        at,
      ),
    ),
  ).toBeUndefined();
  const uneven = aboutX(
    (_a, { x }) => [x, x],
    '=',
    (_a, { x }) => [x],
    at,
  );
  expect(() => proveForAllCases(uneven)).toThrow(TypeError);
});
