import { type Ball, type Balls, balls, endpoints } from '#arithmetic/ball.ts';
import { fractionsOnly } from '#arithmetic/exact-analytic.ts';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary32, binary64, type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { rationals } from '#arithmetic/rational.ts';
import type { Analytic, Order } from '#arithmetic/ring.ts';
import { counting } from '#arithmetic/tally.ts';
import { type Case, lift } from '#domain/case.ts';
import { gradient } from '#law/dual.ts';
import type {
  Counted,
  CountOf,
  Derivative,
  LawRelation,
  Part,
  Related,
  Rounded,
  SystemOver,
} from '#law/law.ts';

/** What became of one part of a law at one case. `outside`: a result is not finite, which the law leaves open. */
export type Outcome = 'holds' | 'broken' | 'undecided' | 'outside';

/** 38 decimal digits, then 154, then 616: enough for every weight that a case of a law makes tiny. */
const precisions: readonly Balls[] = [128, 512, 2048].map(balls);

/** A side is narrow when its width is below a 2^-96th of its size: an overlap of two such agrees to 28 digits. */
const NARROW = 96n;

/** Formats in which what is said of computed numbers is checked of the references. */
const checkedFormats: readonly FloatFormat[] = [binary64, binary32];

/**
 * Decides one part of a law at one case of its domain, over the reals and, where the part says so, in floats.
 *
 * @param patience how many of the precisions are tried; a specimen that is not rejected at the first is let go
 */
export function outcomeAt(
  part: Part,
  over: SystemOver,
  c: Case,
  patience: number = precisions.length,
): Outcome {
  switch (part.kind) {
    case 'relation': {
      const real = realOutcome(part.relation, patience, (a) => sidesOf(part, over, a, c));
      if (real !== 'holds' || part.inFloats !== 'bitwise') return real;
      const all = checkedFormats.map((format) => floatOutcome(part, over, format, rounding(c, format)));
      return all.find((outcome) => outcome === 'broken') ?? 'holds';
    }
    case 'derivative':
      return realOutcome('=', patience, (a) => slopesOf(part, over, a, c));
    case 'rounded':
      return part.formats.every((format) => holdsIn(part, over, format, c)) ? 'holds' : 'broken';
    case 'counts':
      return countsHold(part, over, c) ? 'holds' : 'broken';
  }
}

/** Whether the part fails at each of its traps: in floats, or with an overflow, though it holds over the reals. */
export function trapsCatch(part: Part, over: SystemOver): boolean {
  if (part.kind === 'relation') {
    return (part.traps ?? []).every(({ format, at }) => floatOutcome(part, over, format, at) !== 'holds');
  }
  if (part.kind !== 'rounded') return true;
  return (part.traps ?? []).every(({ format, at }) => !relatesIn(part, over, format, at));
}

interface Sides<N> {
  readonly left: readonly N[];
  readonly right: readonly N[];
}

function sidesOf<N>({ left, right }: Related, over: SystemOver, a: Analytic<N>, c: Case): Sides<N> {
  const system = over(a);
  const lifted = lift(c, a.of);
  return sameLength({ left: left(a, system, lifted, c), right: right(a, system, lifted, c) });
}

function slopesOf<N>(part: Derivative, over: SystemOver, a: Analytic<N>, c: Case): Sides<N> {
  return sameLength({ left: gradient(over, a, part, c), right: part.is(a, over(a), lift(c, a.of), c) });
}

function sameLength<N>(sides: Sides<N>): Sides<N> {
  if (sides.left.length === sides.right.length) return sides;
  throw new TypeError(
    `law: both sides must have as many entries, got ${sides.left.length} and ${sides.right.length}`,
  );
}

/** Exactly where both sides are fractions, else by balls until every entry is told apart or agrees to 28 digits. */
function realOutcome(
  relation: LawRelation,
  patience: number,
  sides: <N>(a: Analytic<N>) => Sides<N>,
): Outcome {
  try {
    const exact = fractionsOnly((a) => {
      const { left, right } = sides(a);
      return left.every((entry, i) => allows(relation, rationals.compare(entry, right[i]!)));
    });
    if (exact !== undefined) return exact ? 'holds' : 'broken';
  } catch (error) {
    // A division by zero: the system gives no value where its law says that there is one.
    if (error instanceof RangeError) return 'broken';
    throw error;
  }
  for (const a of precisions.slice(0, patience)) {
    const outcome = enclosedOutcome(relation, a, sides);
    if (outcome !== 'undecided') return outcome;
  }
  return 'undecided';
}

function enclosedOutcome(relation: LawRelation, a: Balls, sides: <N>(a: Analytic<N>) => Sides<N>): Outcome {
  try {
    const { left, right } = sides(a);
    const each = left.map((entry, i): Outcome => {
      const order = a.compare(entry, right[i]!);
      if (order !== 'overlap') return allows(relation, order) ? 'holds' : 'broken';
      return relation !== '<' && agree(entry, right[i]!) ? 'holds' : 'undecided';
    });
    return each.find((one) => one === 'broken') ?? each.find((one) => one === 'undecided') ?? 'holds';
  } catch (error) {
    if (error instanceof RangeError) return 'undecided';
    throw error;
  }
}

function allows(relation: LawRelation, order: Order): boolean {
  return order === 'equal' ? relation !== '<' : order === 'less' && relation !== '=';
}

/** Both are narrow, or both are so about zero. */
function agree(x: Ball, y: Ball): boolean {
  if ([x, y].every(({ mid, rad }) => rad << NARROW <= (mid < 0n ? -mid : mid))) return true;
  return [x, y].every((ball) => {
    const { lo, hi } = endpoints(ball);
    const isAboutZero = lo.mantissa <= 0n && hi.mantissa >= 0n;
    return isAboutZero && Number(ball.rad) * 2 ** ball.exp < 2 ** -Number(NARROW);
  });
}

/** The case in numbers of a format. */
function rounding(c: Case, format: FloatFormat): Case {
  return lift(c, (value) => roundDouble(format, value));
}

function floatOutcome(part: Related, over: SystemOver, format: FloatFormat, c: Case): Outcome {
  const { left, right } = sidesOf(part, over, floats(format), c);
  if (![...left, ...right].every(Number.isFinite)) return 'outside';
  const order = (x: number, y: number): Order => (x === y ? 'equal' : x < y ? 'less' : 'greater');
  return left.every((entry, i) => allows(part.relation, order(entry, right[i]!))) ? 'holds' : 'broken';
}

function holdsIn(part: Rounded, over: SystemOver, format: FloatFormat, c: Case): boolean {
  const near = rounding(c, format);
  return !part.domain.includes(near) || relatesIn(part, over, format, near);
}

/** @returns false also where a result is not finite: these laws promise numbers */
function relatesIn(
  { left, relation, right }: Rounded,
  over: SystemOver,
  format: FloatFormat,
  c: Case,
): boolean {
  try {
    const computed = over(floats(format));
    const sides = sameLength({ left: left(computed, c, format), right: right(computed, c, format) });
    return sides.left.every((entry, i) => allows(relation, rationals.compare(entry, sides.right[i]!)));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function countsHold({ left, right }: Counted, over: SystemOver, c: Case): boolean {
  const count: CountOf = (form, { T, dk, dv }) => {
    const { arithmetic, tally } = counting();
    const rows = (width: number): null[][] =>
      Array.from({ length: T }, () => Array.from({ length: width }, () => null));
    over(arithmetic)[form](rows(dk), rows(dk), rows(dv));
    return tally().mul;
  };
  const expected = right(c);
  return left(count, c).every((entry, i) => entry === expected[i]);
}
