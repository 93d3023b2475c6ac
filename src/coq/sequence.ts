import type { ForAllLengths } from '#claim/statement.ts';
import type { Witness } from '#judge/verdict.ts';
import type { Shape } from '#reference/fold.ts';
import { tuple } from './fold.ts';
import { argument, coqTerms } from './term.ts';

/** What both sides are applied to at a witness: the space and the parameters, the first items, and the list of blocks. */
export function sequenceAt(
  { params, item, first, every }: ForAllLengths,
  { inputs }: Pick<Witness, 'inputs'>,
): readonly string[] {
  const numbers = new Map(inputs.map(({ name, decimal }) => [name, Number(decimal)]));
  const hasVectors = [...Object.values(params), ...Object.values(item)].includes('vector');
  const items = itemsAt(item, numbers);
  const blocks = Array.from({ length: (items.length - first) / every }, (_, k) =>
    tuple(items.slice(first + k * every, first + (k + 1) * every).flat()),
  );
  return [
    ...(hasVectors ? [`(coordinates ${widthOf(numbers, { ...params, ...item })})`] : []),
    ...Object.entries(params).map(([name, kind]) =>
      kind === 'vector' ? vectorAt(numbers, name) : literal(numbers.get(name)!),
    ),
    ...items.slice(0, first).flat(),
    `[${blocks.join('; ')}]`,
  ];
}

/** The items in order, each with its entries in the order of the shape. */
function itemsAt(item: Shape, numbers: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const items: string[][] = [];
  const [name, kind] = Object.entries(item)[0]!;
  for (let i = 1; numbers.has(kind === 'vector' ? `${name}${i}_1` : `${name}${i}`); i++) {
    items.push(
      Object.entries(item).map(([entry, of]) =>
        of === 'vector' ? vectorAt(numbers, `${entry}${i}_`) : literal(numbers.get(`${entry}${i}`)!),
      ),
    );
  }
  return items;
}

function vectorAt(numbers: ReadonlyMap<string, number>, name: string): string {
  const entries: string[] = [];
  for (let c = 1; numbers.has(`${name}${c}`); c++)
    entries.push(coqTerms().of(numbers.get(`${name}${c}`)!).text);
  return `(entries [${entries.join('; ')}])`;
}

/** How many coordinates the vectors of a witness have. */
function widthOf(numbers: ReadonlyMap<string, number>, shape: Shape): number {
  const vector = Object.keys(shape).find((name) => shape[name] === 'vector')!;
  const indices = [...numbers.keys()].flatMap((name) => {
    const match = new RegExp(`^${vector}(?:\\d+_)?(\\d+)$`).exec(name);
    return match === null ? [] : [Number(match[1])];
  });
  return Math.max(...indices);
}

function literal(value: number): string {
  return argument(coqTerms().of(value));
}
