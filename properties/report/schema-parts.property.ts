import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { count, flag, listOf, orNull, record, ref, text } from '#report/schema-parts.ts';

const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile({
  $defs: { row: record({ name: text, size: count }, { open: orNull(flag) }) },
  ...listOf(ref('row')),
});

test.each([
  [[], true],
  [[{ name: 'a', size: 0 }], true],
  [[{ name: 'a', size: 0, open: null }], true],
  [[{ name: 'a', size: 0, open: true }], true],
  [[{ name: 'a', size: 0, open: 1 }], false],
  [[{ name: 'a', size: -1 }], false],
  [[{ name: 1, size: 0 }], false],
  [[{ name: 'a' }], false],
  [[{ name: 'a', size: 0, more: 1 }], false],
  [{}, false],
])('of %j says %j', (data, expected) => {
  expect(valid(data)).toBe(expected);
});
