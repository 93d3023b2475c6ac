import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText, readReply, readStart, runLine, startLine, stopLine } from '#conformance/protocol.ts';

const good = { version: 1, implements: ['softmaxAttention', 'alternatingSum'] };

test('starts and stops as the contract says', () => {
  expect([startLine, stopLine]).toEqual(['{"cmd":"start","version":1}', '{"cmd":"stop"}']);
});

test.each([
  [0, '0'],
  [-0, '"-0"'],
  [0.1, '0.1'],
  [1e21, '1e+21'],
  [5e-324, '5e-324'],
  [Number.NaN, '"NaN"'],
  [Number.POSITIVE_INFINITY, '"Infinity"'],
  [Number.NEGATIVE_INFINITY, '"-Infinity"'],
])('writes %d as %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});

test('every double that is written is read back, also as an entry', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      const line = `{"id":1,"result":[[${numberText(value)}]]}`;
      expect(readReply(line, 1)).toEqual({ outcome: 'returned', value: [[value]] });
    }),
  );
});

test('a request holds the arguments by name', () => {
  expect(runLine(3, { fn: 'alternatingSum', x: [1, -0], h0: Number.NaN })).toBe(
    '{"cmd":"run","id":3,"fn":"alternatingSum","args":{"x":[1,"-0"],"h0":"NaN"}}',
  );
  const options = { scale: -0, causal: false };
  const call = { fn: 'softmaxAttention', q: [[1, 0]], k: [[], []], v: [[3], [4]], options } as const;
  expect(runLine(7, call)).toBe(
    '{"cmd":"run","id":7,"fn":"softmaxAttention","args":{"q":[[1,0]],"k":[[],[]],"v":[[3],[4]],"options":{"scale":"-0","causal":false}}}',
  );
});

test('options that are absent or undefined are not written', () => {
  const call = { fn: 'linearAttention', q: [], k: [], v: [] } as const;
  const undefinedScale = { featureMap: 'elu1', normalize: undefined } as never;
  expect(runLine(1, { ...call, options: {} })).toContain('"options":{}}');
  expect(runLine(1, { ...call, options: undefinedScale })).toContain('"options":{"featureMap":"elu1"}}');
});

test('a start names the subject, its functions in the order of the contract, and its format', () => {
  const line = JSON.stringify({
    ...good,
    format: 'float32',
    implementation: { name: 'mine', language: 'C' },
  });
  expect(readStart(line, 'cmd')).toEqual({
    name: 'mine',
    language: 'C',
    format: 'float32',
    implements: ['alternatingSum', 'softmaxAttention'],
  });
});

test.each([
  ['nothing more', {}],
  ['nulls', { implementation: null, format: null }],
  ['odd names', { implementation: { name: '', language: 5 } }],
  ['a list for an implementation', { implementation: ['mine'] }],
  ['unknown functions and fields', { implements: [...good.implements, 'convolution', 5], more: 1 }],
])('a start with %s is fine', (_what, fields) => {
  expect(readStart(JSON.stringify({ ...good, ...fields }), 'cmd')).toEqual({
    name: 'cmd',
    language: '',
    format: 'float64',
    implements: ['alternatingSum', 'softmaxAttention'],
  });
});

test.each([
  ['{"implements":["output"]}', 'missing field'],
  ['{"version":2,"implements":["output"]}', 'version'],
  ['{"version":"1","implements":["output"]}', 'version'],
  ['{"version":1}', 'missing field'],
  ['{"version":1,"implements":"output"}', 'missing field'],
  ['{"version":1,"implements":["Output"]}', 'nothing known'],
  ['{"version":1,"implements":["output"],"format":"double"}', 'format'],
  ['{"version":NaN}', 'bare NaN'],
  ['ready', 'not JSON'],
  ['[1]', 'not JSON'],
])('a start of %s fails by its %s', (line, kind) => {
  expect(readStart(line, 'cmd')).toMatchObject({ kind });
});

test.each<[string, unknown]>([
  [
    '{"id":7,"result":[[1,"-0"],["NaN",2]]}',
    {
      outcome: 'returned',
      value: [
        [1, -0],
        [Number.NaN, 2],
      ],
    },
  ],
  ['\r\n\t{ "result": "Infinity" , "took": 1, "id": 7 }\r', { outcome: 'returned', value: Infinity }],
  ['{"id":7.0,"result":-0,"error":null}', { outcome: 'returned', value: -0 }],
  ['{"id":7,"result":[[1],"1",["x",[null]]]}', { outcome: 'returned', value: [[1], '1', ['x', [null]]] }],
  ['{"id":7,"result":["NaN",true]}', { outcome: 'returned', value: [Number.NaN, true] }],
  ['{"id":7,"result":{"toString":1}}', { outcome: 'returned', value: { toString: 1 } }],
  ['{"id":7,"result":"toString"}', { outcome: 'returned', value: 'toString' }],
  ['{"id":7,"error":"zero"}', { outcome: 'threw', words: 'zero' }],
  ['{"id":7,"error":{"code":5},"result":null}', { outcome: 'threw', words: '{"code":5}' }],
  ['{"id":7,"skipped":"large"}', { outcome: 'skipped', why: 'large' }],
  ['{"id":7,"skipped":true}', { outcome: 'skipped', why: 'true' }],
])('reads %s', (line, reply) => {
  expect(readReply(line, 7)).toEqual(reply);
});

test.each([
  ['{"id":8,"result":1}', 'wrong id', '8 instead of 7'],
  ['{"id":0,"result":1}', 'wrong id', '0 instead of 7'],
  ['{"id":6.5,"result":1}', 'wrong id', '6.5 instead of 7'],
  ['{"id":6,"result":1}', 'stale id', '6 instead of 7'],
  ['{"id":1,"result":1}', 'stale id', '1 instead of 7'],
  ['{"id":"7","result":1}', 'text id', '"7" instead of 7'],
  ['{"result":1}', 'missing field', 'no id'],
  ['{"id":null,"result":1}', 'missing field', 'no id'],
  ['{"id":7}', 'missing field', 'none of result, error and skipped'],
  ['{"id":7,"result":null}', 'missing field', 'none of result, error and skipped'],
  ['{"id":7,"result":1,"error":""}', 'several outcomes', '"error"'],
  ['{"id":7,"result":NaN}', 'bare NaN', 'NaN in'],
  ['{"id":7,"result":[[1,-Infinity]]}', 'bare NaN', '-Infinity in'],
  ['{"id":7,"result":[[1,nan]]}', 'bare NaN', 'nan in'],
  ['{"id":7,"note":"not NaN","result":Infinity}', 'bare NaN', 'Infinity in'],
  ['{"id":7,"note":"is \\"NaN\\"","result":}', 'not JSON', ''],
  ['{"id":7,"result":NaN', 'not JSON', ''],
  ['{"id":7,"result":1}{"id":8,"result":1}', 'not JSON', ''],
  ['"7"', 'not JSON', ''],
  ['null', 'not JSON', ''],
  ['', 'not JSON', ''],
])('%s fails by its %s', (line, kind, got) => {
  expect(readReply(line, 7)).toMatchObject({ kind, got: expect.stringContaining(got) as string });
});

test('a result as deep as one likes is read', () => {
  const depth = 100_000;
  const line = `{"id":1,"result":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  expect(readReply(line, 1)).toMatchObject({ outcome: 'returned' });
});
