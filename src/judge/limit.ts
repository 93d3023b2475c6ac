import { asConstant, rationalIn } from '#arithmetic/polynomial.ts';
import { exactly, formatRational, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { formatRationalFunction } from '#arithmetic/rational-function.ts';
import type { AsBetaGrows, ForAllBeta, FrameSide } from '#claim/statement.ts';
import { type Entry, entries, type FormalSides, formalSides, setting } from './beta-entry.ts';
import { certifyRelation } from './beta-relation.ts';
import { asCases } from './cases.ts';
import { complete } from './complete.ts';
import { type Growth, growthOf } from './growth.ts';
import { certifyMonotone } from './monotone.ts';
import { refute } from './refute.ts';
import type { Budget, Obligation, Proof, Verdict, Witness } from './verdict.ts';

/** Decides what entries tend to as beta grows, and on request whether they do so strictly increasing. */
export function decideAsBetaGrows(statement: AsBetaGrows, budget: Budget): Verdict {
  const formal = formalSides(statement.vectors, [statement.quantity]);
  if (formal === undefined) return undecided('an entry is no rational function of beta and e^(beta^2)');
  requireLimits(statement, formal);
  const growths = complete(
    formal.sides[0]!.map((entry, i) => growthOf(entry, formal.parts, `entry ${i + 1}`)),
  );
  if (growths === undefined) return undecided('an entry has powers of beta that u does not outgrow');
  const wrong = growths.findIndex(({ limit }, i) => !isLimit(limit, statement.limits[i]!));
  if (wrong >= 0) return wrongLimit(statement, formal, wrong, growths[wrong]!, budget);
  const obligations = growths.flatMap((growth) => growth.obligations);
  if (!statement.strictlyIncreasing) return proved(formal, obligations);
  return decideIncrease(formal, obligations);
}

function requireLimits({ limits }: AsBetaGrows, { sides }: FormalSides): void {
  const { length } = sides[0]!;
  if (length !== limits.length) {
    throw new RangeError(`limit: every entry needs a limit, got ${limits.length} for ${length}`);
  }
}

function undecided(why: string): Verdict {
  return { verdict: 'undecided', tried: [`degrees and signs of coefficients: ${why}`] };
}

function proved({ parts }: FormalSides, obligations: readonly Obligation[]): Verdict {
  const argument = `${setting(parts)} Degrees and leading coefficients give its limit as beta, and with it u, grows.`;
  return { verdict: 'proved', proof: { method: 'degrees', argument, obligations } };
}

function decideIncrease(formal: FormalSides, limits: readonly Obligation[]): Verdict {
  const obligations = [...limits];
  for (const [i, entry] of formal.sides[0]!.entries()) {
    const rises = certifyMonotone(entry, 'increasing', `entry ${i + 1} increases with beta`);
    if (rises === undefined) return notIncreasing(formal, entry, i);
    obligations.push(rises);
  }
  return proved(formal, obligations);
}

function notIncreasing({ parts }: FormalSides, entry: Entry, i: number): Verdict {
  const falls = certifyMonotone(entry, 'decreasing', `entry ${i + 1} decreases with beta`);
  const found = falls ?? certifyConstant(entry, i);
  if (found === undefined) {
    return undecided(`entry ${i + 1} was neither shown to increase nor not to`);
  }
  const argument = `${setting(parts)} Entry ${i + 1} does not increase with beta.`;
  return {
    verdict: 'refuted',
    contrary: { method: 'signs of coefficients', argument, obligations: [found] },
  };
}

/** The verdict on a limit that is another one, or none. */
function wrongLimit(
  statement: AsBetaGrows,
  formal: FormalSides,
  i: number,
  { limit, obligations }: Growth,
  budget: Budget,
): Verdict {
  const claimed = statement.limits[i]!;
  const truth = limit === 'none' ? 'no limit' : `the limit ${formatRational(limit)}`;
  const argument = `${setting(formal.parts)} As beta grows entry ${i + 1} has ${truth}, not the limit ${claimed}.`;
  const contrary: Proof = { method: 'degrees', argument, obligations };
  const witness = limit === 'none' ? undefined : apartFrom(statement, formal, i, limit, budget);
  return { verdict: 'refuted', ...(witness && { witness }), contrary };
}

/**
 * A case that shows the wrong limit in numbers: an entry with limit L that is claimed to be M must pass the number
 * half-way between them for all large beta, and is shown not to at any beta > 0.
 *
 * @returns undefined when the entry does pass it somewhere, so that no single case speaks for large beta
 */
function apartFrom(
  { vectors, quantity, limits }: AsBetaGrows,
  { parts, sides }: FormalSides,
  i: number,
  limit: Rational,
  budget: Budget,
): Witness | undefined {
  const claimed = exactly(limits[i]!);
  const halfWay = rationals.div(rationals.add(limit, claimed), fraction(2n));
  const below = rationals.compare(limit, claimed) === 'less';
  const says = `entry ${i + 1} never passes ${formatRational(halfWay)}`;
  const fence = rationalIn(entries(parts), halfWay);
  const obligations = certifyRelation(sides[0]![i]!, below ? '<=' : '>=', fence, true, says);
  if (obligations === undefined) return undefined;
  const needed: ForAllBeta = {
    kind: 'beta',
    vectors,
    zeroIncluded: false,
    left: only(quantity, i),
    relation: below ? '>' : '<',
    right: ({ scalars }) => [rationalIn(scalars, halfWay)],
  };
  const witness = refute(asCases(needed), budget);
  const argument = `${setting(parts)} A limit of ${formatRational(claimed)} would need the entry to pass half-way for all large beta.`;
  const proof: Proof = { method: 'signs of coefficients', argument, obligations };
  return witness && { ...witness, entry: i + 1, extent: { says: 'fails for every beta > 0', proof } };
}

/** One entry of a side. */
function only(side: FrameSide, i: number): FrameSide {
  return (s, frame) => [side(s, frame)[i]!];
}

function certifyConstant(entry: Entry, i: number): Obligation | undefined {
  if (!asConstant(entry.value.num) || !asConstant(entry.value.den)) return undefined;
  const right = formatRationalFunction(entry.value);
  return { kind: 'identity', says: `entry ${i + 1} is constant`, left: entry.term.text, right };
}

function isLimit(limit: Rational | 'none', claimed: number): boolean {
  return limit !== 'none' && rationals.compare(limit, exactly(claimed)) === 'equal';
}
