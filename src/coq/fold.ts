import type { ForAllLengths } from '#claim/statement.ts';
import { type Bundle, type Fold, regroup, type Shape } from '#reference/fold.ts';
import { type CoqTerm, coqSpace, coqTerms } from './term.ts';

/** Which side of a statement, as its definitions are named. */
export type SideName = 'left' | 'right';

/** A variable of Coq and its type. */
export interface Variable {
  readonly name: string;
  readonly type: string;
}

/** What both sides of a statement about lengths take, as variables of Coq. */
export interface Inputs {
  /** The space, where there are vectors, and then the parameters. */
  readonly shared: readonly Variable[];
  /** The items that both sides start on: `x_1`, `x_2`. */
  readonly first: readonly Variable[];
  /** The items of one step: `x1`, `x2`. */
  readonly step: readonly Variable[];
}

/** The definitions of a side. */
export interface CoqFold {
  /** What the names of its definitions begin with: `left`, `inside_left`. */
  readonly name: string;
  readonly definitions: readonly string[];
  /** The entries of its state: `l_h`. */
  readonly state: readonly Variable[];
  /** Whether `<side>_defined` is among the definitions, since the side divides. */
  readonly divides: boolean;
}

const initialOf: Readonly<Record<SideName, string>> = { left: 'l_', right: 'r_' };

/** The variables of a statement: a vector is one of a space V. */
export function inputsOf({ params, item, first, every }: ForAllLengths): Inputs {
  const hasVectors = [...Object.values(params), ...Object.values(item)].includes('vector');
  const items = (count: number, separator: string): readonly Variable[] =>
    Array.from({ length: count }, (_, i) =>
      variables(item, (entry) => `${entry}${separator}${i + 1}`),
    ).flat();
  return {
    shared: [...(hasVectors ? [{ name: 'V', type: 'space' }] : []), ...variables(params, (entry) => entry)],
    first: items(first, '_'),
    step: items(every, ''),
  };
}

/**
 * A side of a statement as definitions: `left_start` on the first items, `left_step` over one block of items,
 * `left_finish`, and `left_side` of the first items and a list of blocks.
 *
 * @param prefix what the names begin with, so that several statements may stand in one file
 */
export function coqFold(side: SideName, statement: ForAllLengths, prefix = ''): CoqFold {
  const name = prefix + side;
  const fold: Fold<Shape, Shape, Shape> = regroup(statement[side], statement.first, statement.every);
  const inputs = inputsOf(statement);
  const state = variables(fold.state, (entry) => initialOf[side] + entry);
  const divisors: string[] = [];
  const space = coqSpace(coqTerms(({ text }) => divisors.push(text)));
  const params = bundle(statement.params, (entry) => entry);
  const items = (count: number, separator: string) =>
    Array.from({ length: count }, (_, i) =>
      bundle(statement.item, (entry) => `${entry}${separator}${i + 1}`),
    );
  const current = bundle(fold.state, (entry) => initialOf[side] + entry);
  const start = fold.start(space, params, items(statement.first, '_'));
  const step = fold.step(space, current, params, items(statement.every, ''));
  if (divisors.length > 0)
    throw new RangeError(`${side}: only the end of a fold may divide, got ${divisors[0]}`);
  const finish = fold.finish(space, current, params);
  const shared = binders(inputs.shared);
  const ofState = `${shared}${taken('state', state).binder}`;
  const ofBlock = `${ofState}${taken('block', inputs.step).binder}`;
  const ofSequence = `${shared}${binders(inputs.first)} (blocks : list ${inBrackets(product(inputs.step))})`;
  const opening = taken('state', state).opening;
  const both = opening + taken('block', inputs.step).opening;
  const arrow = ' :=\n  ';
  const definitions = [
    `Definition ${name}_start${shared}${binders(inputs.first)} : ${product(state)}${arrow}${stateText(fold.state, start)}.`,
    `Definition ${name}_step${ofBlock} : ${product(state)}${arrow}${both}${stateText(fold.state, step)}.`,
    `Definition ${name}_finish${ofState} : R${arrow}${opening}${finish.text}.`,
    ...(divisors.length === 0
      ? []
      : [
          `Definition ${name}_defined${ofState} : Prop${arrow}${opening}${[...new Set(divisors)].map((d) => `${d} <> 0`).join(' /\\ ')}.`,
        ]),
    `Definition ${name}_side${ofSequence} : R${arrow}${applied(`${name}_finish`, names(inputs.shared))}\n    (${stateAfter(name, inputs, 'blocks')}).`,
  ];
  return { name, definitions, state, divides: divisors.length > 0 };
}

/** How a definition takes a tuple: as its one part, or whole and then taken apart. */
function taken(
  name: string,
  parts: readonly Variable[],
): { readonly binder: string; readonly opening: string } {
  if (parts.length === 0) return { binder: ' (_ : unit)', opening: '' };
  if (parts.length === 1) return { binder: binders(parts), opening: '' };
  return {
    binder: ` (${name} : ${product(parts)})`,
    opening: `let '${tuple(names(parts))} := ${name} in\n  `,
  };
}

/** The state of a side after the first items and a list of blocks. */
export function stateAfter(name: string, { shared, first }: Inputs, blocks: string): string {
  const step = applied(`${name}_step`, names(shared));
  const start = applied(`${name}_start`, [...names(shared), ...names(first)]);
  return `fold_left ${inBrackets(step)} ${blocks} ${inBrackets(start)}`;
}

/** ` (h0 : R) (x_1 x_2 : R)`: nothing when there is no variable. */
export function binders(list: readonly Variable[]): string {
  const groups: { readonly type: string; readonly names: string[] }[] = [];
  for (const { name, type } of list) {
    const last = groups.at(-1);
    if (last?.type === type) last.names.push(name);
    else groups.push({ type, names: [name] });
  }
  return groups.map((group) => ` (${group.names.join(' ')} : ${group.type})`).join('');
}

/** The type of a tuple of the variables: `R * R`, or `unit`. */
export function product(list: readonly Variable[]): string {
  return list.length === 0 ? 'unit' : list.map(({ type }) => type).join(' * ');
}

/** `(a, b)`, `a` or `tt`. */
export function tuple(parts: readonly string[]): string {
  if (parts.length === 0) return 'tt';
  return parts.length === 1 ? parts[0]! : `(${parts.join(', ')})`;
}

/** A function applied to names. */
export function applied(name: string, args: readonly string[]): string {
  return [name, ...args].join(' ');
}

/** The text in brackets, unless it is one name. */
export function inBrackets(text: string): string {
  return /^[\w']+$/.test(text) ? text : `(${text})`;
}

/** The names of variables. */
export function names(list: readonly Variable[]): readonly string[] {
  return list.map(({ name }) => name);
}

function variables(shape: Shape, nameOf: (entry: string) => string): readonly Variable[] {
  return Object.entries(shape).map(([entry, kind]) => ({
    name: nameOf(entry),
    type: kind === 'vector' ? 'vector V' : 'R',
  }));
}

function bundle(shape: Shape, nameOf: (entry: string) => string): Bundle<Shape, CoqTerm, CoqTerm> {
  return Object.fromEntries(
    Object.keys(shape).map((entry) => [entry, { text: nameOf(entry), outermost: 'atom' }]),
  );
}

function stateText(shape: Shape, state: Bundle<Shape, CoqTerm, CoqTerm>): string {
  return tuple(Object.keys(shape).map((entry) => state[entry]!.text));
}
