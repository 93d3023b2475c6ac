/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** Any text. */
export const text: Schema = { type: 'string' };
/** 0, 1, 2, ... */
export const count: Schema = { type: 'integer', minimum: 0 };
/** True or false. */
export const flag: Schema = { type: 'boolean' };

/** A definition of the same document by its name. */
export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** An array of such items. */
export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** This, or null. */
export function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

/** An object with exactly these keys, all required but those in `optional`. */
export function record(required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
