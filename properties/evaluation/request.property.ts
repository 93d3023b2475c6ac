import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRequest, idOf, parseObject, type Rows } from '#evaluation/request.ts';

const tokens = { q: [[1, 2]], k: [[3, 4]], v: [[5]] };
const sequence = { x: [1, 2], h0: 0 };

test('defaults are those of the contract', () => {
  expect(checkRequest('softmaxAttention', tokens)).toEqual({
    fn: 'softmaxAttention',
    ...tokens,
    scale: 1,
    causal: false,
  });
  expect(checkRequest('linearAttention', tokens)).toEqual({
    fn: 'linearAttention',
    ...tokens,
    causal: false,
    normalize: false,
    featureMap: 'identity',
  });
  expect(checkRequest('output', sequence)).toEqual({ fn: 'output', ...sequence });
});

test('options given are options kept', () => {
  expect(
    checkRequest('softmaxAttention', { ...tokens, options: { scale: -0.5, causal: true } }),
  ).toMatchObject({ scale: -0.5, causal: true });
  const options = { causal: true, normalize: true, featureMap: 'elu1' };
  expect(checkRequest('linearAttention', { ...tokens, options })).toMatchObject(options);
});

test('matrices of any agreeing shape pass unchanged, zero queries and keys of width zero too', () => {
  const size = fc.integer({ min: 0, max: 4 });
  const shapes = fc.record({ n: size, m: size.map((m) => m + 1), dk: size, dv: size.map((d) => d + 1) });
  const rows = (n: number, d: number): Rows =>
    Array.from({ length: n }, (_, i) => Array.from({ length: d }, (_, j) => i - j));
  fc.assert(
    fc.property(shapes, ({ n, m, dk, dv }) => {
      const args = { q: rows(n, dk), k: rows(m, dk), v: rows(m, dv) };
      expect(checkRequest('softmaxAttention', args)).toMatchObject(args);
    }),
  );
});

test('numbers that JSON cannot write are read from their names', () => {
  expect(checkRequest('alternatingSum', { x: ['-0'], h0: 0 })).toEqual({
    fn: 'alternatingSum',
    x: [-0],
    h0: 0,
  });
  for (const name of ['NaN', 'Infinity', '-Infinity']) {
    expect(() => checkRequest('output', { x: [0, name], h0: 0 })).toThrow(
      new RangeError(`args.x[1]: must be a finite number, got ${name}`),
    );
  }
});

test.for([
  [
    'fn',
    undefined,
    sequence,
    'fn: must be one of alternatingSum, output, softmaxAttention, linearAttention, got nothing',
  ],
  [
    'fn',
    'softmax',
    sequence,
    'fn: must be one of alternatingSum, output, softmaxAttention, linearAttention, got "softmax"',
  ],
  ['args', 'output', undefined, 'args: must be an object, got nothing'],
  ['args', 'output', [1], 'args: must be an object, got an array of 1'],
  ['a missing field', 'output', { x: [] }, 'args.h0: must be a finite number, got nothing'],
  ['a missing list', 'output', { h0: 0 }, 'args.x: must be an array, got nothing'],
  ['an unknown field', 'output', { ...sequence, t: 2 }, 'args: must have no fields but x, h0, got "t"'],
  ['a null', 'output', { x: null, h0: 0 }, 'args.x: must be an array, got null'],
  ['a boolean', 'output', { x: [true], h0: 0 }, 'args.x[0]: must be a finite number, got true'],
  [
    'an object',
    'output',
    { x: [{}], h0: 0 },
    'args.x[0]: must be a finite number, got a value of type object',
  ],
  ['a text', 'output', { x: ['1'], h0: 0 }, 'args.x[0]: must be a finite number, got "1"'],
  [
    'a long text',
    'output',
    { x: 'y'.repeat(99), h0: 0 },
    `args.x: must be an array, got "${'y'.repeat(40)}..."`,
  ],
  ['a hole', 'output', { x: new Array(2), h0: 0 }, 'args.x[0]: must be a finite number, got nothing'],
  [
    'an infinity',
    'output',
    { x: [], h0: Number.POSITIVE_INFINITY },
    'args.h0: must be a finite number, got Infinity',
  ],
  ['a number for a row', 'softmaxAttention', { ...tokens, q: [1] }, 'args.q[0]: must be an array, got 1'],
  [
    'a NaN within',
    'softmaxAttention',
    { ...tokens, v: [['NaN']] },
    'args.v[0][0]: must be a finite number, got NaN',
  ],
  [
    'a ragged k',
    'softmaxAttention',
    {
      ...tokens,
      k: [
        [1, 2],
        [1, 2, 3],
      ],
      v: [[1], [2]],
    },
    'args.k[1]: must have 2 entries like args.k[0], got 3',
  ],
  [
    'a ragged v',
    'softmaxAttention',
    {
      ...tokens,
      k: [
        [1, 2],
        [1, 2],
      ],
      v: [[1], []],
    },
    'args.v[1]: must have 1 entry like args.v[0], got 0',
  ],
  [
    'other widths',
    'softmaxAttention',
    { ...tokens, k: [[1]] },
    'args.k[0]: must have 2 entries like args.q[0], got 1',
  ],
  [
    'other lengths',
    'softmaxAttention',
    { ...tokens, v: [[5], [6]] },
    'args.v: must have 1 row like args.k, got 2',
  ],
  [
    'no values',
    'linearAttention',
    {
      ...tokens,
      k: [
        [3, 4],
        [5, 6],
      ],
      v: [],
    },
    'args.v: must have 2 rows like args.k, got 0',
  ],
  ['no keys', 'linearAttention', { ...tokens, k: [], v: [] }, 'args.k: must have at least 1 row, got 0'],
  ['empty values', 'linearAttention', { ...tokens, v: [[]] }, 'args.v[0]: must have at least 1 entry, got 0'],
  [
    'an unknown option',
    'softmaxAttention',
    { ...tokens, options: { mask: 1 } },
    'args.options: must have no fields but scale, causal, got "mask"',
  ],
  [
    'a foreign option',
    'linearAttention',
    { ...tokens, options: { scale: 1 } },
    'args.options: must have no fields but causal, normalize, featureMap, got "scale"',
  ],
  [
    'no options',
    'linearAttention',
    { ...tokens, options: null },
    'args.options: must be an object, got null',
  ],
  [
    'a scale',
    'softmaxAttention',
    { ...tokens, options: { scale: 'NaN' } },
    'args.options.scale: must be a finite number, got NaN',
  ],
  [
    'a flag',
    'softmaxAttention',
    { ...tokens, options: { causal: 1 } },
    'args.options.causal: must be true or false, got 1',
  ],
  [
    'another flag',
    'linearAttention',
    { ...tokens, options: { normalize: 'yes' } },
    'args.options.normalize: must be true or false, got "yes"',
  ],
  [
    'a map',
    'linearAttention',
    { ...tokens, options: { featureMap: 'relu' } },
    'args.options.featureMap: must be one of identity, elu1, got "relu"',
  ],
] as const)('a fault of %s is named by its place, what must hold and what came', ([, fn, args, message]) => {
  expect(() => checkRequest(fn, args)).toThrow(new RangeError(message));
});

test('a line is one JSON object with an id that can be echoed', () => {
  expect(parseObject(' {"id":1}\r')).toEqual({ id: 1 });
  expect(idOf({ id: 7 })).toBe(7);
  expect(idOf({ id: 'a' })).toBe('a');
  expect(() => parseObject('{"id":')).toThrow(/^must be one JSON object, got invalid JSON: /);
  expect(() => parseObject('[1]')).toThrow(new RangeError('must be one JSON object, got an array of 1'));
  expect(() => parseObject('NaN')).toThrow(/invalid JSON/);
  expect(() => idOf({})).toThrow(new RangeError('id: must be a number or a string, got nothing'));
  expect(() => idOf({ id: null })).toThrow(new RangeError('id: must be a number or a string, got null'));
});
