import type { Layout } from '#domain/case.ts';
import { type Case, lift } from '#domain/case.ts';
import type { Domain } from '#domain/domain.ts';
import { alphabet } from '#domain/grain.ts';
import { flat, sizesOf } from '#domain/layout.ts';
import { costOf, isSimpler, measureOf } from './measure.ts';

/** What a shrink may spend. */
export interface ShrinkBudget {
  /** Cases on which the statement is decided, at most. */
  readonly decisions: number;
  readonly expired?: () => boolean;
}

/** Decimal places tried when numbers are rounded. */
const PLACES: readonly number[] = [0, 1, 2, 3];

/** Values for two numbers at once, where one alone cannot move. */
const PAIRS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
  [0, -1],
  [-1, 0],
  [1, -1],
  [-1, 1],
];

/**
 * The simplest case found on which a statement still fails, starting from one that is as it came.
 *
 * Tokens and coordinates are dropped, values merged, all numbers scaled, rounded or swapped, one or two at a time and
 * together; each step must be simpler by `measure.ts`, so the walk ends. At the end the graded cases that are no larger
 * are tried in their order, so that finds of different searches end at the same case.
 *
 * @param fails decides a case of the domain
 */
export function shrink<C extends Case>(
  domain: Domain<C>,
  found: C,
  fails: (c: C) => boolean,
  { decisions, expired = () => false }: ShrinkBudget,
): C {
  let left = decisions;
  const stillFails = (c: C): boolean => {
    left--;
    return domain.includes(c) && fails(c);
  };
  let current = found;
  let improved: C | undefined = found;
  while (improved !== undefined) {
    current = improved;
    improved = undefined;
    const measure = measureOf(current);
    const tried = new Set<string>();
    for (const candidate of simpler(domain, current)) {
      if (left <= 0 || expired()) return current;
      const key = JSON.stringify(candidate);
      if (tried.has(key) || !isSimpler(measureOf(candidate), measure)) continue;
      tried.add(key);
      if (stillFails(candidate)) {
        improved = candidate;
        break;
      }
    }
  }
  return firstGraded(domain, current, stillFails, () => left <= 0 || expired()) ?? current;
}

/** The first graded case with at most as many numbers that fails. */
function firstGraded<C extends Case>(
  domain: Domain<C>,
  found: C,
  fails: (c: C) => boolean,
  ended: () => boolean,
): C | undefined {
  const { count } = measureOf(found);
  for (const c of domain.graded()) {
    if (ended()) return undefined;
    if (flat(c).length <= count && fails(c)) return c;
  }
  return undefined;
}

/** Cases near one that may be simpler, the boldest first. */
function* simpler<C extends Case>(domain: Domain<C>, c: C): Generator<C> {
  if (domain.layout) yield* shorter(domain.layout, c) as Generator<C>;
  for (const numbers of otherNumbers(flat(c))) {
    let used = 0;
    yield lift(c, () => numbers[used++]! + 0) as unknown as C;
  }
}

/** The case without one or two places of a size, along every axis of that size. */
function* shorter(layout: Layout, c: Case): Generator<Case> {
  for (const [size, length] of sizesOf(layout, c)!) {
    for (let i = 0; i < length; i++) {
      yield without(layout, c, size, [i]);
      for (let j = i + 1; j < length; j++) yield without(layout, c, size, [i, j]);
    }
  }
}

function without(layout: Layout, c: Case, size: string, places: readonly number[]): Case {
  const kept = (value: Case[string], axes: readonly string[]): Case[string] => {
    if (typeof value === 'number') return value;
    const [axis, ...rest] = axes;
    const entries = axis === size ? value.filter((_, i) => !places.includes(i)) : value;
    return entries.map((entry) => kept(entry, rest)) as Case[string];
  };
  return Object.fromEntries(Object.entries(c).map(([name, value]) => [name, kept(value, layout[name]!)]));
}

function* otherNumbers(numbers: readonly number[]): Generator<readonly number[]> {
  const largest = Math.max(...numbers.map(Math.abs));
  for (const factor of [1 / largest, 0.1, 0.5, -1]) {
    if (Number.isFinite(factor)) yield numbers.map((x) => x * factor);
  }
  for (const places of PLACES) yield numbers.map((x) => Number(x.toFixed(places)));
  for (const value of new Set(numbers)) {
    for (const other of [...new Set(numbers), ...nearer(value)]) {
      yield numbers.map((x) => (x === value ? other : x));
    }
  }
  for (let i = 0; i < numbers.length; i++) {
    for (const other of nearer(numbers[i]!)) yield numbers.with(i, other);
  }
  yield* pairsChanged(numbers);
}

/** Two numbers changed at once: swapped, set to small ones, or one added to or taken from the other. */
function* pairsChanged(numbers: readonly number[]): Generator<readonly number[]> {
  for (let i = 0; i < numbers.length; i++) {
    for (let j = i + 1; j < numbers.length; j++) {
      const [x, y] = [numbers[i]!, numbers[j]!];
      for (const [a, b] of [[y, x], ...PAIRS, [0, y - x], [x - y, 0], [0, x + y], [x + y, 0]] as const) {
        yield numbers.with(i, a).with(j, b);
      }
    }
  }
}

/** Numbers simpler than x, by the alphabet; then towards zero by halves of the way, to fewer decimal places first. */
function* nearer(x: number): Generator<number> {
  const cost = costOf(x);
  yield* alphabet.filter((other) => costOf(other) < cost);
  yield* [Math.floor(x), Math.ceil(x), -x];
  for (const places of PLACES) {
    yield Number(x.toFixed(places));
    const units = Math.trunc(x * 10 ** places);
    for (let way = Math.trunc(units / 2); way !== 0; way = Math.trunc(way / 2)) {
      yield Number(((units - way) / 10 ** places).toFixed(places));
    }
  }
}
