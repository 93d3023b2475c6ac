import { rationalIn } from '#arithmetic/polynomial.ts';
import { formatRational, rationals } from '#arithmetic/rational.ts';
import type { Field } from '#arithmetic/ring.ts';
import { coordinates, type Space } from '#arithmetic/space.ts';
import type { ForAllLengths } from '#claim/statement.ts';
import { type Bundle, type Fold, runFold, type Shape } from '#reference/fold.ts';
import { asCases } from './cases.ts';
import { lengthsOf, proveByInduction } from './induction.ts';
import { refute } from './refute.ts';
import type { Budget, Proof, Region, Verdict, Witness } from './verdict.ts';

/**
 * Decides a statement about sequences of every length: by induction when it is true; when it is false, with its
 * smallest counterexample, and with the residue of the length modulo 2 blocks for which it holds, where there is one.
 */
export function decideForAllLengths(statement: ForAllLengths, budget: Budget): Verdict {
  const proof = proveByInduction(statement);
  if (proof !== undefined) return { verdict: 'proved', proof };
  const witness = refute(asCases(statement), budget);
  if (witness === undefined) {
    return {
      verdict: 'undecided',
      tried: ['induction: not closed', 'search: no counterexample within the budget'],
    };
  }
  const region = regionOfLengths(statement);
  if (region !== undefined) return { verdict: 'conditional', region, witness };
  return { verdict: 'refuted', witness: extended(witness, statement) };
}

/** Every second length, from the shortest or from the next one. */
function halves(statement: ForAllLengths): readonly [ForAllLengths, ForAllLengths] {
  const every = 2 * statement.every;
  return [
    { ...statement, every },
    { ...statement, every, first: statement.first + statement.every },
  ];
}

function regionOfLengths(statement: ForAllLengths): Region | undefined {
  const found = parityOf(statement);
  if (found === undefined) return undefined;
  const { holds, inside, outside } = found;
  return { condition: lengthsOf(holds), inside, outside };
}

/** Every second length, where the statement is proved, and the others, where it fails at each. */
interface Parity {
  readonly holds: ForAllLengths;
  readonly fails: ForAllLengths;
  readonly inside: Proof;
  readonly outside: Proof;
}

/** The lengths by whose parity a statement holds or fails, undefined when that does not decide. */
export function parityOf(statement: ForAllLengths): Parity | undefined {
  const [near, far] = halves(statement);
  for (const [holds, fails] of [
    [near, far],
    [far, near],
  ] as const) {
    const inside = proveByInduction(holds);
    const outside = proveFailure(fails);
    if (inside !== undefined && outside !== undefined) return { holds, fails, inside, outside };
  }
  return undefined;
}

/**
 * Proves that the statement fails at each of its lengths: with all items zero and all parameters one, both sides are
 * constants over all lengths, and different ones.
 */
export function proveFailure(statement: ForAllLengths): Proof | undefined {
  const left = constantValue(statement, statement.left);
  const right = constantValue(statement, statement.right);
  if (left === undefined || right === undefined || left.value === right.value) return undefined;
  return {
    method: 'induction',
    argument:
      `With every item 0 and every parameter 1 the left side is ${left.value} and the right side ${right.value} ` +
      `at every length (${lengthsOf(statement)}), by induction for each.`,
    obligations: [...left.proof.obligations, ...right.proof.obligations],
  };
}

/** The value of a side at every length, and the statement that it is this. */
export interface ConstantSide {
  readonly value: string;
  /** The side, with every item 0 and every parameter 1, on the left, and the value on the right. */
  readonly statement: ForAllLengths;
  readonly proof: Proof;
}

/** What a side is at every length when every item is 0 and every parameter 1, undefined when it is not constant. */
export function constantValue(
  statement: ForAllLengths,
  side: Fold<Shape, Shape, Shape>,
): ConstantSide | undefined {
  const shapes = [...Object.values(statement.params), ...Object.values(statement.item)];
  if (shapes.includes('vector')) return undefined;
  const atZero = specialised(side, statement);
  const value = unlessUndefined(() => runFold(atZero, coordinates(rationals, 0), {}, range(statement.first)));
  if (value === undefined) return undefined;
  const constant: Fold<Shape, Shape, Shape> = {
    state: {},
    first: 0,
    every: 1,
    start: () => ({}),
    step: () => ({}),
    finish: ({ scalars }) => rationalIn(scalars, value),
  };
  const equation = { ...statement, params: {}, left: atZero, right: constant };
  const proof = proveByInduction(equation);
  return proof && { value: formatRational(value), statement: equation, proof };
}

/** The value, or undefined where the side divides by zero and so says nothing. */
function unlessUndefined<T>(value: () => T): T | undefined {
  try {
    return value();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The side with every item zero and every parameter one. */
function specialised(
  side: Fold<Shape, Shape, Shape>,
  { params, item }: ForAllLengths,
): Fold<Shape, Shape, Shape> {
  const ones = <N, V>({ scalars }: Space<N, V, Field<N>>) => filled<N, V>(params, scalars.of(1));
  const zeros = <N, V>({ scalars }: Space<N, V, Field<N>>, { length }: { readonly length: number }) =>
    Array.from({ length }, () => filled<N, V>(item, scalars.of(0)));
  return {
    ...side,
    start: (a, _params, items) => side.start(a, ones(a), zeros(a, items)),
    step: (a, state, _params, items) => side.step(a, state, ones(a), zeros(a, items)),
    finish: (a, state) => side.finish(a, state, ones(a)),
  };
}

function filled<N, V>(shape: Shape, value: N): Bundle<Shape, N, V> {
  return Object.fromEntries(Object.keys(shape).map((entry) => [entry, value]));
}

function range(length: number): Record<string, never>[] {
  return Array.from({ length }, () => ({}));
}

function extended(witness: Witness, statement: ForAllLengths): Witness {
  const proof = proveFailure(statement);
  if (proof === undefined) return witness;
  return {
    ...witness,
    extent: { says: `fails for some input at every length: ${lengthsOf(statement)}`, proof },
  };
}
