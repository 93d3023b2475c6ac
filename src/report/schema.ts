import { verdictWords } from '#judge/verdict.ts';
import { jsonText } from './json-text.ts';
import { count, flag, listOf, orNull, record, ref, type Schema, text } from './schema-parts.ts';

/** The columns every verdict has, under the keys of its owner. */
function verdictRecord(owner: Record<string, Schema>): Schema {
  return record({
    ...owner,
    verdict: { enum: verdictWords },
    statement: text,
    witness: orNull(ref('witness')),
    condition: orNull(text),
    evidence: ref('evidence'),
  });
}

const enclosure = record({ lo: text, hi: text });
const side = record({ term: text, lo: text, hi: text });
const counts = listOf(record({ sizes: { type: 'object', additionalProperties: count }, count }));
const kindOf = (kind: string): Schema => ({ const: kind });

const obligation: Schema = {
  oneOf: [
    record({ kind: kindOf('identity'), says: text, left: text, right: text }),
    record({
      kind: kindOf('sign'),
      says: text,
      term: text,
      strict: flag,
      above: flag,
      least: { type: 'object', additionalProperties: text },
      numerator: text,
      denominator: text,
    }),
    record({
      kind: kindOf('limit'),
      says: text,
      term: text,
      name: text,
      limit: text,
      numerator: text,
      denominator: text,
    }),
    record({ kind: kindOf('counts'), says: text, polynomial: text, fitted: counts, checked: counts }),
  ],
};

const witness = record(
  {
    inputs: listOf(ref('number')),
    entry: { type: 'integer', minimum: 1 },
    left: side,
    relation: { enum: ['=', '!=', '<', '<=', '>', '>='] },
    right: side,
    digits: count,
    gap: text,
  },
  { format: text, extent: record({ says: text, proof: ref('proof') }) },
);

const threshold = record(
  {
    name: text,
    below: ref('number'),
    above: ref('number'),
    quantityBelow: enclosure,
    quantityAbove: enclosure,
  },
  { eps: text, formula: text },
);

const formatRegion = record(
  { format: text, softmax: { enum: ['shifted', 'unshifted'] }, search: text },
  {
    confirms: record({ from: ref('number'), to: ref('number'), everyValueBetween: flag }),
    nanFrom: ref('number'),
  },
);

const evidence = record(
  {},
  {
    proof: ref('proof'),
    inside: ref('proof'),
    outside: ref('proof'),
    contrary: ref('proof'),
    thresholds: listOf(threshold),
    missing: text,
    formats: listOf(formatRegion),
    otherFormats: listOf(ref('witness')),
    fault: record({ displayed: text, faults: listOf(text) }),
    tried: listOf(text),
  },
);

const claim = verdictRecord({
  id: text,
  question: { enum: ['Q1', 'Q2', 'Q3', 'card'] },
  part: text,
  lines: listOf({ type: 'integer', minimum: 1 }),
  kind: text,
  core: flag,
  says: text,
  domain: text,
  witnessFile: orNull(text),
  decidedBy: text,
  repair: orNull(verdictRecord({ claim: orNull(text), reading: orNull(text), latex: text })),
  readings: listOf(verdictRecord({ name: text, latex: text, witnessFile: orNull(text) })),
  checked: orNull(record({ coq: text, file: text, readings: listOf(text) })),
});

/** What `claims.json` looks like, as a JSON Schema. */
export const claimsSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What became of the claims of the write-up',
  ...record({ version: text, digits: count, complete: flag, claims: listOf(ref('claim')) }),
  $defs: {
    claim,
    witness,
    evidence,
    proof: record({ method: text, argument: text, obligations: listOf(obligation) }),
    number: record({ name: text, decimal: text, hex: text }),
  },
};

/** The schema as JSON text, a newline at the end. */
export function schemaJson(): string {
  return jsonText(claimsSchema);
}
