import fc from 'fast-check';
import { type Ball, type Balls, balls } from '#arithmetic/ball.ts';
import { nearestDouble } from '#arithmetic/dyadic.ts';
import { parseRational, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import type {
  AsBetaGrows,
  BelowEps,
  Cost,
  ForAllBeta,
  ForAllCases,
  ForAllLengths,
  FrameSide,
  Relation,
  Statement,
} from '#claim/statement.ts';
import { lift } from '#domain/case.ts';
import { axisFrame } from '#domain/orthogonal.ts';
import { sequences } from '#domain/sequence.ts';
import { runFold } from '#reference/fold.ts';

/** What samples show of a statement: nowhere a failure, everywhere one, or both; `-` for what no number decides. */
export type Seen = 'holds' | 'fails' | 'sometimes' | '-';

/** The arithmetic of the samples: some 38 digits. */
export const sampling: Balls = balls(128);
const a = sampling;

/** Small, ordinary and large norms; the weights change most between 1/2 and 2. */
export const sampleBetas: readonly number[] = [1 / 4, 1 / 2, 3 / 4, 1, 3 / 2, 2, 3];

/** e^(beta^2) is above 10^24 from here on, so that what tends to a limit is within 10^-20 of it. */
const largeBeta = 8;

/** A side over the axes of coordinate space, enclosed at 128 bits. */
export function enclosed(side: FrameSide, vectors: number, beta: number): readonly Ball[] {
  return side(coordinates(a, vectors + 1), axisFrame(a, a.of(beta), vectors, vectors + 1));
}

/** The double nearest to the middle of a ball. */
export function middle({ mid, exp }: Ball): number {
  return nearestDouble({ mantissa: mid, exponent: exp });
}

/** What samples show of a statement, by evaluation alone: no normal form, no proof, no search. */
export function seen(statement: Statement): Seen {
  const known = outcomes.get(statement) ?? evaluated(statement);
  outcomes.set(statement, known);
  return known;
}

const outcomes = new Map<Statement, Seen>();

function evaluated(statement: Statement): Seen {
  switch (statement.kind) {
    case 'beta':
      return seenAtBetas(statement);
    case 'limit':
      return seenInLimit(statement);
    case 'threshold':
      return seenBelowEps(statement);
    case 'cost':
      return seenOfCost(statement);
    case 'cases':
      return seenInCases(statement);
    case 'lengths':
      return seenAtLengths(statement);
    case 'all': {
      const parts = statement.parts.map((part) => seen(part.statement));
      return parts.includes('fails') ? 'fails' : overall(parts.map((part) => part === 'holds'));
    }
    default:
      return '-';
  }
}

function overall(outcomes: readonly boolean[]): Seen {
  if (outcomes.every((holds) => holds)) return 'holds';
  return outcomes.some((holds) => holds) ? 'sometimes' : 'fails';
}

function related(left: readonly Ball[], relation: Relation, right: readonly Ball[]): boolean {
  if (left.length !== right.length)
    throw new RangeError(`related: got ${left.length} and ${right.length} entries`);
  return left.every((entry, i) => {
    const order = a.compare(entry, right[i]!);
    // Wide enclosures would overlap whatever they enclose.
    if (relation === '=') return !apart(entry, right[i]!) && narrow(entry) && narrow(right[i]!);
    if (relation === '!=') return apart(entry, right[i]!);
    if (relation === '<' || relation === '>') return order === (relation === '<' ? 'less' : 'greater');
    return order !== (relation === '<=' ? 'greater' : 'less');
  });
}

/** Whether two balls certainly hold different numbers. */
export function apart(one: Ball, other: Ball): boolean {
  return ['less', 'greater'].includes(a.compare(one, other));
}

/** 128 bits of numbers below e^18, less a few operations' rounding. */
function narrow(entry: Ball): boolean {
  return nearestDouble({ mantissa: entry.rad, exponent: entry.exp }) < 2 ** -80;
}

function seenAtBetas({ vectors, zeroIncluded, left, relation, right }: ForAllBeta): Seen {
  const betas = zeroIncluded ? [0, ...sampleBetas] : sampleBetas;
  const outcomes = betas.map((beta) =>
    related(enclosed(left, vectors, beta), relation, enclosed(right, vectors, beta)),
  );
  return overall(outcomes);
}

function seenInLimit({ vectors, quantity, limits, strictlyIncreasing }: AsBetaGrows): Seen {
  const entries = enclosed(quantity, vectors, largeBeta);
  if (entries.length !== limits.length)
    throw new RangeError(`limit: got ${entries.length} and ${limits.length}`);
  const reached = entries.every((entry, i) => {
    const off = a.sub(entry, a.of(limits[i]!));
    return a.compare(off, a.of(-1e-20)) === 'greater' && a.compare(off, a.of(1e-20)) === 'less';
  });
  const values = sampleBetas.map((beta) => enclosed(quantity, vectors, beta));
  const rises = values.slice(1).every((later, k) => related(values[k]!, '<', later));
  return reached && (rises || !strictlyIncreasing) ? 'holds' : 'fails';
}

function seenBelowEps({ vectors, names, quantity, eps }: BelowEps): Seen {
  const bounds = eps.map((text) => a.fromRational(parseRational(text)));
  const outcomes = [sampleBetas[0]!, largeBeta].flatMap((beta) => {
    const entries = enclosed(quantity, vectors, beta);
    if (entries.length !== names.length) throw new RangeError(`threshold: got ${entries.length} entries`);
    return bounds.flatMap((bound) => entries.map((entry) => a.compare(entry, bound) === 'less'));
  });
  const half = outcomes.length / 2;
  // "sometimes" is said only of what fails for every name and eps at first and holds for all of them at last.
  const [first, last] = [overall(outcomes.slice(0, half)), overall(outcomes.slice(half))];
  return first === 'fails' && last === 'holds' ? 'sometimes' : '-';
}

function seenOfCost({ sizes, measure, is }: Cost): Seen {
  if (is.says !== 'equals') return '-';
  const samples = [1, 2, 3, 5].flatMap((first) => [1, 2, 4].map((rest) => [first, rest, rest + 1]));
  const outcomes = samples.map((values) => {
    const at = Object.fromEntries(sizes.map((size, i) => [size, values[i]!]));
    const formula = is.formula(
      rationals,
      Object.fromEntries(sizes.map((size) => [size, rationals.of(at[size]!)])),
    );
    return rationals.compare(rationals.of(measure(at)), formula) === 'equal';
  });
  return overall(outcomes);
}

function seenInCases({ domain, left, relation, right }: ForAllCases): Seen {
  const random = fc.sample(domain.arbitrary('integer').filter(domain.includes), { seed: 1, numRuns: 20 });
  const cases = [...domain.graded({ cases: 150 }), ...random];
  return overall(
    cases.map((c) => {
      const lifted = lift(c, a.of);
      return related(left(a, lifted), relation, right(a, lifted));
    }),
  );
}

function seenAtLengths({ params, item, first, every, left, right }: ForAllLengths): Seen {
  const domain = sequences({ params, item, first, every });
  const cases = fc.sample(
    domain.arbitrary('integer').filter((c) => domain.includes(c)),
    { seed: 1, numRuns: 20 },
  );
  const outcomes = cases.map((c) => {
    const entries = c as Readonly<Record<string, number | readonly number[]>>;
    const given = Object.fromEntries(
      Object.keys(params).map((name) => [name, rationals.of(entries[name] as number)]),
    );
    const [length] = Object.keys(item).map((name) => (entries[name] as readonly number[]).length);
    const items = Array.from({ length: length! }, (_, i) =>
      Object.fromEntries(
        Object.keys(item).map((name) => [name, rationals.of((entries[name] as readonly number[])[i]!)]),
      ),
    );
    const space = coordinates(rationals, 0);
    // Where a denominator is zero there is nothing to compare.
    if ('u' in entries && (entries.u as number) + length! === 0) return true;
    const values = [runFold(left, space, given, items), runFold(right, space, given, items)] as const;
    return rationals.compare(...values) === 'equal';
  });
  return overall(outcomes);
}
