import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '#report/json-text.ts';

test('reads back as the same data', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(JSON.stringify(JSON.parse(jsonText(value)))).toBe(JSON.stringify(value));
    }),
  );
});

test('keeps what is small on one line, and breaks what is not', () => {
  const wide = 'w'.repeat(80);
  expect(jsonText({ a: [1, 2], b: {}, c: [], gone: undefined })).toBe('{ "a": [1, 2], "b": {}, "c": [] }\n');
  expect(jsonText({ a: [1, { b: 2 }], c: [wide, wide] })).toBe(
    `{\n  "a": [1, { "b": 2 }],\n  "c": [\n    "${wide}",\n    "${wide}"\n  ]\n}\n`,
  );
});

test('lets no line grow beyond the width unless a text alone is wider', () => {
  const small = fc.string({ maxLength: 20, unit: 'grapheme-ascii' });
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, small, fc.array(tie('tree')), fc.dictionary(small, tie('tree'))),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      for (const line of jsonText(value).split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    }),
  );
});
