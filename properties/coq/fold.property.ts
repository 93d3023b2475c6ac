import { expect, test } from 'vitest';
import {
  asWrittenSum,
  one,
  queryAndTokens,
  sumOfWeights,
  throughState,
} from '#claim/linear-attention/folds.ts';
import { splitSums } from '#claim/rnn/folds.ts';
import { forAllLengths } from '#claim/statement.ts';
import {
  applied,
  binders,
  coqFold,
  inBrackets,
  inputsOf,
  names,
  product,
  stateAfter,
  tuple,
} from '#coq/fold.ts';
import { recurrence } from '#reference/rnn.ts';

const evenLengths = forAllLengths({
  params: { h0: 'scalar' },
  item: { x: 'scalar' },
  first: 2,
  every: 2,
  left: recurrence,
  right: splitSums,
  readout: 'identity',
});

const outputs = forAllLengths({
  ...queryAndTokens,
  first: 1,
  every: 1,
  left: asWrittenSum,
  right: throughState,
  readout: 'identity',
});

test('a fold is written as definitions of its start, its step over one block, its end and its value', () => {
  expect(coqFold('left', evenLengths).definitions).toEqual([
    'Definition left_start (h0 : R) (x_1 x_2 : R) : R :=\n  x_2 - (x_1 - h0).',
    "Definition left_step (h0 : R) (l_h : R) (block : R * R) : R :=\n  let '(x1, x2) := block in\n  x2 - (x1 - l_h).",
    'Definition left_finish (h0 : R) (l_h : R) : R :=\n  l_h.',
    'Definition left_side (h0 : R) (x_1 x_2 : R) (blocks : list (R * R)) : R :=\n  left_finish h0\n' +
      '    (fold_left (left_step h0) blocks (left_start h0 x_1 x_2)).',
  ]);
});

test('a state of several entries is taken apart, and a prefix keeps statements apart', () => {
  const { definitions, name, divides, state } = coqFold('right', evenLengths, 'inside_');
  expect(name).toBe('inside_right');
  expect(divides).toBe(false);
  expect(names(state)).toEqual(['r_even', 'r_odd']);
  expect(definitions[1]).toBe(
    'Definition inside_right_step (h0 : R) (state : R * R) (block : R * R) : R * R :=\n' +
      "  let '(r_even, r_odd) := state in\n  let '(x1, x2) := block in\n  (r_even + x2, r_odd + x1).",
  );
});

test('vectors are those of a space that comes first', () => {
  expect(binders(inputsOf(outputs).shared)).toBe(' (V : space) (q : vector V)');
  expect(binders(inputsOf(outputs).first)).toBe(' (k_1 : vector V) (v_1 : R)');
  expect(coqFold('right', outputs).definitions[0]).toBe(
    'Definition right_start (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) : vector V :=\n' +
      '  vadd vzero (vscale v_1 k_1).',
  );
});

test('an end that divides says by what', () => {
  const weights = forAllLengths({
    params: {},
    item: { s: 'scalar' },
    first: 0,
    every: 1,
    left: sumOfWeights,
    right: one,
    readout: 'identity',
  });
  expect(coqFold('left', weights)).toMatchObject({ divides: true });
  expect(coqFold('left', weights).definitions[3]).toBe(
    "Definition left_defined (state : R * R) : Prop :=\n  let '(l_n, l_z) := state in\n  l_z <> 0.",
  );
  expect(coqFold('right', weights).definitions[1]).toBe(
    'Definition right_step (_ : unit) (s1 : R) : unit :=\n  tt.',
  );
});

test('a fold that divides before its end is refused', () => {
  const fold = {
    ...recurrence,
    step: (({ scalars: a }, { h }) => ({ h: a.div(h, h) })) as typeof recurrence.step,
  };
  expect(() => coqFold('left', forAllLengths({ ...evenLengths, left: fold } as never))).toThrow(
    'left: only the end of a fold may divide, got h0',
  );
});

test('names, tuples and brackets are what Coq reads', () => {
  expect(product([])).toBe('unit');
  expect(tuple([])).toBe('tt');
  expect(tuple(['a'])).toBe('a');
  expect(tuple(['a', 'b'])).toBe('(a, b)');
  expect(applied('f', [])).toBe('f');
  expect(inBrackets('f x')).toBe('(f x)');
  expect(binders([])).toBe('');
  expect(stateAfter('left', { shared: [], first: [], step: [] }, 'blocks')).toBe(
    'fold_left left_step blocks left_start',
  );
});
