import { rationalIn } from '#arithmetic/polynomial.ts';
import { parseRational, rationals } from '#arithmetic/rational.ts';
import type { BelowEps, ForAllBeta } from '#claim/statement.ts';
import { entries, type FormalSides, formalSides, setting } from './beta-entry.ts';
import { certifyRelation } from './beta-relation.ts';
import { asCases } from './cases.ts';
import { complete } from './complete.ts';
import { enclosedAt } from './crossing.ts';
import { locate } from './located.ts';
import { refute } from './refute.ts';
import { type Bounded, regionOf } from './threshold-region.ts';
import type { Budget, Obligation, Threshold, Verdict, Witness } from './verdict.ts';
import { exactNumber } from './witness.ts';

/**
 * Decides whether quantities are at most eps: locates, for each quantity and each eps, the doubles beta between which
 * that changes, with signs certified by enclosures on either side.
 */
export function decideBelowEps(statement: BelowEps, budget: Budget): Verdict {
  const formal = formalSides(statement.vectors, [statement.quantity]);
  const bounded = formal && locateAll(statement, formal);
  if (formal === undefined || bounded === undefined) {
    return {
      verdict: 'undecided',
      tried: ['normal forms: a quantity is no rational function of e^(beta^2)'],
    };
  }
  const never = bounded.find(({ located }) => !located.startsBelow && located.crossings.length === 0);
  if (never !== undefined) return neverBelow(statement, never, formal, budget);
  if (bounded.every(({ located }) => located.crossings.length === 0)) return alwaysBelow(bounded, formal);
  const thresholds = certified(statement, bounded, budget);
  const least = statement.eps.reduce((a, b) => (isLess(b, a) ? b : a));
  const witness = refute(asCases(atMost(statement, least)), budget);
  if (thresholds === undefined || witness === undefined) {
    return {
      verdict: 'undecided',
      tried: ['enclosures: quantity and eps were not separated within the budget'],
    };
  }
  return { verdict: 'conditional', region: regionOf(bounded, thresholds, formal.parts), witness };
}

function locateAll({ names, eps }: BelowEps, { parts, sides }: FormalSides): readonly Bounded[] | undefined {
  const [quantities] = sides;
  if (quantities!.length !== names.length) {
    throw new RangeError(
      `threshold: every entry needs a name, got ${quantities!.length} for ${names.length}`,
    );
  }
  const found = eps.flatMap((text) =>
    quantities!.map((entry, index) => {
      const located = locate(entry, parseRational(text), parts);
      return located && { name: names[index]!, index, entry, eps: text, located };
    }),
  );
  return complete(found);
}

/** One record for each crossing, with the quantity enclosed on coordinates at both doubles. */
function certified(
  { vectors, quantity, formula }: BelowEps,
  bounded: readonly Bounded[],
  budget: Budget,
): readonly Threshold[] | undefined {
  const enclosed = enclosedAt(vectors, quantity, budget);
  const thresholds: Threshold[] = [];
  for (const { name, index, eps, located } of bounded) {
    for (const { below, above } of located.crossings) {
      const [atBelow, atAbove] = [below, above].map((beta) => enclosed(beta, index, located.bound));
      if (!atBelow || !atAbove || atBelow.order === atAbove.order) return undefined;
      thresholds.push({
        name,
        eps,
        below: exactNumber('beta', below),
        above: exactNumber('beta', above),
        quantityBelow: { lo: atBelow.lo, hi: atBelow.hi },
        quantityAbove: { lo: atAbove.lo, hi: atAbove.hi },
        ...(formula !== undefined && { formula }),
      });
    }
  }
  return thresholds;
}

/** The statement that all quantities are at most one eps at every beta > 0. */
function atMost({ vectors, names, quantity }: BelowEps, eps: string): ForAllBeta {
  const bound = parseRational(eps);
  return {
    kind: 'beta',
    vectors,
    zeroIncluded: false,
    left: quantity,
    relation: '<=',
    right: ({ scalars }) => names.map(() => rationalIn(scalars, bound)),
  };
}

function alwaysBelow(bounded: readonly Bounded[], { parts }: FormalSides): Verdict {
  const found = complete(
    bounded.map(({ name, eps, entry, located }) =>
      certifyRelation(entry, '<=', rationalIn(entries(parts), located.bound), true, `${name} <= ${eps}`),
    ),
  );
  if (found === undefined) {
    return { verdict: 'undecided', tried: ['signs of coefficients: no certificate that it is always below'] };
  }
  const obligations = found.flat();
  const argument = `${setting(parts)} Each quantity is at most eps at every beta > 0.`;
  return { verdict: 'proved', proof: { method: 'signs of coefficients', argument, obligations } };
}

function neverBelow(
  statement: BelowEps,
  { name, index, eps, entry, located }: Bounded,
  { parts }: FormalSides,
  budget: Budget,
): Verdict {
  const witness = refute(asCases(atMost(statement, eps)), budget);
  if (witness === undefined) {
    return {
      verdict: 'undecided',
      tried: ['enclosures: quantity and eps were not separated within the budget'],
    };
  }
  const bound = rationalIn(entries(parts), located.bound);
  const obligations = certifyRelation(entry, '>', bound, true, `${name} > ${eps}`);
  if (obligations === undefined || witness.entry !== index + 1) return { verdict: 'refuted', witness };
  return { verdict: 'refuted', witness: { ...witness, extent: everywhere(name, eps, obligations, parts) } };
}

function everywhere(
  name: string,
  eps: string,
  obligations: readonly Obligation[],
  parts: number,
): NonNullable<Witness['extent']> {
  const argument = `${setting(parts)} ${name} is above ${eps} at every beta > 0.`;
  return {
    says: 'fails for every beta > 0',
    proof: { method: 'signs of coefficients', argument, obligations },
  };
}

function isLess(a: string, b: string): boolean {
  return rationals.compare(parseRational(a), parseRational(b)) === 'less';
}
