import { formatNames, functionNames } from '#conformance/contract.ts';
import { failureKinds } from '#conformance/failure.ts';
import { lawStatuses } from './graded.ts';
import { jsonText } from './json-text.ts';
import { count, flag, listOf, orNull, record, ref, type Schema, text } from './schema-parts.ts';

const number: Schema = { type: 'number' };
const fn: Schema = { enum: functionNames };

const witness = record(
  { fn, args: {}, returned: {}, why: text, repeats: flag, replay: text },
  {
    place: { type: 'array', items: count, minItems: 2, maxItems: 2 },
    value: record({ decimal: text, hex: text }),
    exact: text,
    bound: text,
    looksLike: text,
    again: {},
  },
);

const law = record(
  { law: text, system: text, says: text, status: { enum: lawStatuses }, cases: count },
  {
    worst: record({ share: { anyOf: [number, { enum: ['Infinity', 'NaN'] }] }, where: text }),
    witness: ref('witness'),
    why: text,
  },
);

const grade = record(
  {
    version: { const: 1 },
    suite: text,
    subject: record({
      spec: text,
      name: text,
      language: text,
      format: { enum: formatNames },
      implements: listOf(fn),
    }),
    seed: count,
    laws: listOf(ref('law')),
    printed: text,
  },
  {
    failure: record({ kind: { enum: failureKinds }, got: text }),
    knownFailures: listOf(record({ law: text, reason: text, stale: orNull(text) })),
  },
);

/** What `conform --json` writes, as a JSON Schema: the grade of one subject, or the grades of several. */
export const gradeSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What became of the laws for an implementation',
  anyOf: [ref('grade'), record({ version: { const: 1 }, grades: listOf(ref('grade')) })],
  $defs: { grade, law, witness },
};

/** The schema as JSON text, a newline at the end. */
export function gradeSchemaJson(): string {
  return jsonText(gradeSchema);
}
