import { type Enclosures, enclosures, formatEnclosure } from '#arithmetic/enclosure.ts';
import { fractionsOnly } from '#arithmetic/exact-analytic.ts';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { floatFormats, round } from '#arithmetic/float-format.ts';
import { exactly, parseRational, type Rational, rationals } from '#arithmetic/rational.ts';
import type { Analytic, Order } from '#arithmetic/ring.ts';
import { evaluateTerm } from '#arithmetic/term-parser.ts';
import { allows } from './compare.ts';
import type { WitnessFile } from './witness-file.ts';

/** What a witness comes to when its terms are computed again. */
export interface Replay {
  /** The sides as they come out, enclosed at the digits of the witness. */
  readonly left: string;
  readonly right: string;
  /** Whether they stand as they must not. */
  readonly refutes: boolean;
  /** Whether both lie where the file says. */
  readonly agrees: boolean;
}

/** A value known exactly or enclosed. */
interface Value {
  readonly shown: string;
  readonly within: (lo: string, hi: string) => boolean;
}

/**
 * Computes both terms of a witness again, from its inputs alone.
 *
 * @throws RangeError when a term is not one, names what is no input, or means nothing there
 */
export function replay(file: WitnessFile): Replay {
  const sides = file.numberFormat === undefined ? overReals(file) : inFormat(file, file.numberFormat);
  return {
    left: sides.left.shown,
    right: sides.right.shown,
    refutes: allows(file.relation, sides.order) === 'fails',
    agrees: sides.left.within(file.left.lo, file.left.hi) && sides.right.within(file.right.lo, file.right.hi),
  };
}

interface Sides {
  readonly left: Value;
  readonly right: Value;
  readonly order: Order;
}

function overReals(file: WitnessFile): Sides {
  const exact = fractionsOnly((a) => valuesOf(file, a, (r) => r));
  if (exact) return exactSides(exact.left, exact.right, file.digits);
  const a = enclosures(file.digits);
  const { left, right } = valuesOf(file, a, a.fromRational);
  return { left: enclosedValue(a, left), right: enclosedValue(a, right), order: a.compare(left, right) };
}

function inFormat(file: WitnessFile, name: string): Sides {
  const format = floatFormats.find((known) => known.name === name)!;
  const { left, right } = valuesOf(file, floats(format), (r) => round(format, r));
  return exactSides(exactly(left), exactly(right), file.digits);
}

function valuesOf<N>(
  file: WitnessFile,
  a: Analytic<N>,
  literal: (r: Rational) => N,
): { readonly left: N; readonly right: N } {
  const lookup = (name: string): N => {
    const input = file.inputs[name];
    if (input === undefined)
      throw new RangeError(`witness file: inputs must name all of the terms, got ${name}`);
    return literal(exactly(Number(input.decimal)));
  };
  return {
    left: evaluateTerm(a, file.left.term, lookup, literal),
    right: evaluateTerm(a, file.right.term, lookup, literal),
  };
}

function exactSides(left: Rational, right: Rational, digits: number): Sides {
  const a = enclosures(digits);
  const value = (r: Rational): Value => ({
    shown: formatEnclosure(a.fromRational(r), digits),
    within: (lo, hi) =>
      rationals.compare(parseRational(lo), r) !== 'greater' &&
      rationals.compare(parseRational(hi), r) !== 'less',
  });
  return { left: value(left), right: value(right), order: rationals.compare(left, right) };
}

function enclosedValue(a: Enclosures, value: ReturnType<Enclosures['of']>): Value {
  return {
    shown: formatEnclosure(value, a.digits),
    within: (lo, hi) => {
      const [low, high] = [a.fromRational(parseRational(lo)), a.fromRational(parseRational(hi))];
      return a.compare(low, value) !== 'greater' && a.compare(high, value) !== 'less';
    },
  };
}
