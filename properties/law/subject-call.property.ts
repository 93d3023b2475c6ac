import { expect, test } from 'vitest';
import type { SubjectFunctions } from '#law/subject.ts';
import { answer, type Call, isSameCall, outside, SubjectFault } from '#law/subject-call.ts';
import { implementation } from '../specimen/subject/subject-specimen.ts';

const attention: Call = {
  fn: 'softmaxAttention',
  q: [[1], [2]],
  k: [[3]],
  v: [[4, 5]],
  options: { causal: true },
};
const linear: Call = { ...attention, fn: 'linearAttention', options: { normalize: true } };
const state: Call = { fn: 'alternatingSum', x: [1, 2], h0: 3 };

function replying(value: unknown): SubjectFunctions {
  const reply = (): never => value as never;
  return { alternatingSum: reply, output: reply, softmaxAttention: reply, linearAttention: reply };
}

function asked(functions: SubjectFunctions, call: Call): readonly number[] {
  return answer(implementation('one', functions), call);
}

test('a reply is a list of its entries, row by row', () => {
  expect(
    asked(
      replying([
        [1, 2],
        [3, Number.NaN],
      ]),
      attention,
    ),
  ).toEqual([1, 2, 3, Number.NaN]);
  expect(
    asked(
      replying([
        [1, 2],
        [3, 4],
      ]),
      linear,
    ),
  ).toEqual([1, 2, 3, 4]);
  expect(asked(replying(7), state)).toEqual([7]);
  expect(asked(replying(-0), { ...state, fn: 'output' })).toEqual([-0]);
  expect(asked(replying([]), { ...attention, q: [] })).toEqual([]);
});

test('each function is called with what the call says, in arguments of its own', () => {
  const seen: unknown[] = [];
  const functions: SubjectFunctions = {
    alternatingSum: (x, h0) => {
      seen.push([x, h0]);
      (x as number[])[0] = 99;
      return 0;
    },
    softmaxAttention: (q, k, v, options) => {
      seen.push([q, k, v, options]);
      (k[0] as number[])[0] = 99;
      (options as { causal: boolean }).causal = false;
      return [
        [0, 0],
        [0, 0],
      ];
    },
  };
  asked(functions, state);
  asked(functions, attention);
  expect(state).toEqual({ fn: 'alternatingSum', x: [1, 2], h0: 3 });
  expect(attention).toMatchObject({ k: [[3]], options: { causal: true } });
  expect(seen).toEqual([
    [[99, 2], 3],
    [[[1], [2]], [[99]], [[4, 5]], { causal: false }],
  ]);
});

test.each([
  ['no array', 5, attention, 'softmaxAttention: result must have 2 rows, got a value of type number'],
  ['too few rows', [[1, 2]], attention, 'softmaxAttention: result must have 2 rows, got 1'],
  [
    'a row that is too long',
    [
      [1, 2],
      [3, 4, 5],
    ],
    linear,
    'linearAttention: result must have 2 numbers in a row, got 3',
  ],
  [
    'a row that is no array',
    [[1, 2], null],
    attention,
    'softmaxAttention: result must have 2 numbers in a row, got a value of type object',
  ],
  [
    'a typed array',
    [Float64Array.of(1, 2), [1, 2]],
    attention,
    'softmaxAttention: result must have 2 numbers in a row, got a value of type object',
  ],
  [
    'text',
    [
      ['1', 2],
      [3, 4],
    ],
    attention,
    'softmaxAttention: an entry must be a number, got a value of type string',
  ],
  ['nothing', undefined, state, 'alternatingSum: an entry must be a number, got a value of type undefined'],
  ['a big integer', 1n, state, 'alternatingSum: an entry must be a number, got a value of type bigint'],
] as const)('%s is no reply of the contract', (_what, value, call, message) => {
  expect(() => asked(replying(value), call)).toThrow(new SubjectFault(message));
});

test('an error of the subject is a fault that keeps it, and what is outside stays outside', () => {
  const failing = (error: unknown): SubjectFunctions => ({
    alternatingSum: () => {
      throw error;
    },
  });
  const cause = new TypeError('x is empty');
  expect(() => asked(failing(cause), state)).toThrow(
    new SubjectFault('alternatingSum: must return a value, threw TypeError: x is empty', { cause }),
  );
  expect(() => asked(failing('text'), state)).toThrow(SubjectFault);
  expect(() => asked(failing(outside), state)).toThrow(outside);
});

test('calls are the same bit by bit, and with the same options given', () => {
  const same: readonly Call[] = [state, attention, linear, { ...state, h0: -0 }, { ...state, x: [-0, 2] }];
  for (const [i, call] of same.entries()) {
    const copy = structuredClone(call);
    expect(same.map((other) => isSameCall(copy, other))).toEqual(same.map((_, j) => i === j));
  }
  const others: readonly Call[] = [
    { ...attention, q: [[1]] },
    { ...attention, k: [[Number.NaN]] },
    { ...attention, v: [[4]] },
    { ...attention, options: {} },
    { ...attention, options: { causal: false } },
    { ...attention, options: { scale: 1 } },
  ];
  for (const other of others) {
    expect([isSameCall(attention, other), isSameCall(other, attention)]).toEqual([false, false]);
    expect(isSameCall(other, structuredClone(other))).toBe(true);
  }
});
