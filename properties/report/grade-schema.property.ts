import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeJson } from '#report/grade-json.ts';
import { gradeSchema, gradeSchemaJson } from '#report/grade-schema.ts';
import { everyStatus, gradedOf, passed } from './sample-grade.ts';

const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(gradeSchema);
const document = gradeJson([everyStatus], false);

/** Every object that the schema knows the keys of; what was asked and returned may be anything. */
function recordsOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = Object.entries(value).flatMap(([key, child]) =>
    ['args', 'returned', 'again'].includes(key) ? [] : recordsOf(child),
  );
  return Array.isArray(value) ? children : [value as Record<string, unknown>, ...children];
}

test('accepts a grade with every kind of status, and several', () => {
  expect(valid(JSON.parse(document))).toBe(true);
  expect(valid(JSON.parse(gradeJson([gradedOf([]), gradedOf([passed])], true)))).toBe(true);
});

test('rejects a key it does not know, and a value of another type, anywhere', () => {
  const count = recordsOf(JSON.parse(document)).length;
  fc.assert(
    fc.property(fc.nat({ max: count - 1 }), fc.nat(), fc.boolean(), (i, j, add) => {
      const copy: unknown = JSON.parse(document);
      const record = recordsOf(copy)[i]!;
      const keys = Object.keys(record).filter((key) => !['args', 'returned', 'again'].includes(key));
      record[add ? 'no such key' : keys[j % keys.length]!] = [['no such value']];
      expect(valid(copy)).toBe(false);
    }),
  );
});

test('the schema that stands beside the examples is this one', async () => {
  await expect(gradeSchemaJson()).toMatchFileSnapshot('../../examples/grade.schema.json');
});

test('is written as JSON text that says which draft it follows', () => {
  expect(JSON.parse(gradeSchemaJson())).toEqual(gradeSchema);
  expect(gradeSchemaJson()).toContain('"https://json-schema.org/draft/2020-12/schema"');
});
