type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Width up to which an object or array stays on one line. */
const columns = 100;

/**
 * JSON text for people to read and to compare: two blanks of indent, small objects and arrays on one line, a newline at
 * the end. The same bytes for the same data; keys without a value are left out.
 */
export function jsonText(data: unknown): string {
  return `${layOut(JSON.parse(JSON.stringify(data)) as Json, '', 0)}\n`;
}

/**
 * @param indent blanks before the line on which the value begins
 * @param before characters on that line before the value
 */
function layOut(value: Json, indent: string, before: number): string {
  const flat = oneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + before + flat.length < columns)
    return flat;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Object.entries(value).map(([key, entry]: readonly [string, Json]) => {
    const name = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `;
    return deeper + name + layOut(entry, deeper, name.length);
  });
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** On one line, with blanks as people set them. */
function oneLine(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${oneLine(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
