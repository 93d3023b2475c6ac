import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimsJson } from '#report/json.ts';
import { ledgerOf } from '#report/ledger.ts';
import { claimsSchema, schemaJson } from '#report/schema.ts';
import { samples, undecided } from './sample.ts';

type Node = { [key: string]: unknown } | unknown[];

const rows = [...samples, undecided];
const ids = rows.map(({ claim }) => claim.id);
const document = claimsJson(ledgerOf('0.1.0', 25, ids, rows));
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(claimsSchema);

/** Every object and array of a document that holds something. */
function nodesOf(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = Object.values(value).flatMap(nodesOf);
  return Object.keys(value).length === 0 ? children : [value as Node, ...children];
}

test('accepts a ledger with every kind of verdict', () => {
  expect(valid(JSON.parse(document))).toBe(true);
});

test('rejects a key it does not know, anywhere, and a value of another type, anywhere', () => {
  const count = nodesOf(JSON.parse(document)).length;
  const strange = Symbol('a value of no type that occurs').toString();
  fc.assert(
    fc.property(fc.nat({ max: count - 1 }), fc.nat(), fc.boolean(), (i, j, add) => {
      const copy: unknown = JSON.parse(document);
      const node = nodesOf(copy)[i]!;
      const keys = Object.keys(node);
      const numbersByName = keys.every((key) => !Array.isArray(node) && /^(T|d|S|a|b)$/.test(key));
      if (add && !Array.isArray(node) && !numbersByName) node[strange] = 1;
      else (node as Record<string, unknown>)[keys[j % keys.length]!] = [[strange]];
      expect(valid(copy)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('rejects a verdict that is no word of the house', () => {
  const copy = JSON.parse(document) as { claims: { verdict: string }[] };
  copy.claims[0]!.verdict = 'true';
  expect(valid(copy)).toBe(false);
});

test('is written as JSON text that says which draft it follows', () => {
  expect(JSON.parse(schemaJson())).toEqual(claimsSchema);
  expect(schemaJson().endsWith('}\n')).toBe(true);
  expect(schemaJson()).toContain('"https://json-schema.org/draft/2020-12/schema"');
});
