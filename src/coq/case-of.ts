import type { Case, Layout } from '#domain/case.ts';
import type { Witness } from '#judge/verdict.ts';

/**
 * The case of a layout whose numbers are those of a witness.
 *
 * @returns undefined when an input of the layout has no number there
 */
export function caseOf(layout: Layout, { inputs }: Pick<Witness, 'inputs'>): Case | undefined {
  const numbers = new Map(inputs.map(({ name, decimal }) => [name, Number(decimal)]));
  const values: Record<string, Case[string]> = {};
  for (const [name, axes] of Object.entries(layout)) {
    const value = axes.length === 0 ? numbers.get(name) : listOf(numbers, name, axes.length);
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return values;
}

function listOf(
  numbers: ReadonlyMap<string, number>,
  name: string,
  axes: number,
): readonly number[] | readonly (readonly number[])[] | undefined {
  const separator = /\d$/.test(name) ? '_' : '';
  if (axes === 1) {
    const list: number[] = [];
    for (let i = 1; numbers.has(`${name}${separator}${i}`); i++)
      list.push(numbers.get(`${name}${separator}${i}`)!);
    return list.length === 0 ? undefined : list;
  }
  const rows: (readonly number[])[] = [];
  for (let i = 1; ; i++) {
    const row = listOf(numbers, `${name}${separator}${i}`, 1);
    if (row === undefined) return rows.length === 0 ? undefined : rows;
    rows.push(row as readonly number[]);
  }
}
