import type { ExactNumber } from '#judge/verdict.ts';

/**
 * The inputs of a witness as a person writes them: `x = (0, 1), h0 = 0`, `k = ((1, 0), (0, 1))`.
 *
 * @param inputs named as cases name their numbers: `h0`, `x2` (second entry), `k1_2` (row 1, column 2), in order
 * @param form   the decimal or the hexadecimal of each
 */
export function inputsText(inputs: readonly ExactNumber[], form: 'decimal' | 'hex'): string {
  const parts: string[] = [];
  for (let i = 0; i < inputs.length; ) {
    const stem = vectorStem(inputs[i]!.name);
    const length = stem === undefined ? 0 : runLength(inputs, i, stem);
    if (stem === undefined || length === 0) {
      parts.push(`${inputs[i]!.name} = ${inputs[i]![form]}`);
      i++;
    } else {
      parts.push(`${stem.replace(/_$/, '')} = ${groupText(inputs.slice(i, i + length), stem, form)}`);
      i += length;
    }
  }
  return parts.join(', ');
}

/** `x` for `x1` and `k` for `k1_1`: the names with which a vector and a matrix begin. */
function vectorStem(name: string): string | undefined {
  return /^(.*?\D)1(?:_1)?$/.exec(name)?.[1];
}

/** How many inputs from `start` on are entries of the vector or matrix `stem`, in order. */
function runLength(inputs: readonly ExactNumber[], start: number, stem: string): number {
  let row = 0;
  let column = 0;
  let i = start;
  for (; i < inputs.length; i++) {
    const { name } = inputs[i]!;
    if (name === `${stem}${row + 1}` || name === `${stem}${row + 1}_1`) {
      row++;
      column = 1;
    } else if (name === `${stem}${row}_${column + 1}`) column++;
    else break;
  }
  return i - start;
}

function groupText(group: readonly ExactNumber[], stem: string, form: 'decimal' | 'hex'): string {
  const rows = new Map<string, string[]>();
  for (const input of group) {
    const [row, column] = input.name.slice(stem.length).split('_') as [string, string?];
    const key = column === undefined ? '' : row;
    rows.set(key, [...(rows.get(key) ?? []), input[form]]);
  }
  const texts = [...rows.values()].map((entries) => `(${entries.join(', ')})`);
  return rows.has('') ? texts.join() : `(${texts.join(', ')})`;
}
