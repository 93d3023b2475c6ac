import type { Field } from '#arithmetic/ring.ts';
import type { Space } from '#arithmetic/space.ts';
import type { Cost, ForAllBeta, ForAllCases, ForAllLengths, Relation, Statement } from '#claim/statement.ts';
import type { Bundle, Shape } from '#reference/fold.ts';

const opposite: Readonly<Record<Relation, Relation>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/**
 * A statement that is false when the given one is true, by one small change of it: a term too many, a relation turned
 * round, a limit or a count off by one, a domain one case too wide.
 *
 * @returns undefined for kinds that are never proved or say nothing
 */
export function falseTwin(statement: Statement): Statement | undefined {
  switch (statement.kind) {
    case 'lengths':
      return { ...statement, right: plusOne(statement.right) };
    case 'cases':
      return casesTwin(statement);
    case 'beta':
      return betaTwin(statement);
    case 'limit':
      return { ...statement, limits: statement.limits.map((limit) => limit + 1) };
    case 'cost':
      return costTwin(statement);
    case 'all': {
      // The last part carries the conclusion.
      const last = falseTwin(statement.parts.at(-1)!.statement)!;
      return { ...statement, parts: [...statement.parts.slice(0, -1), { says: 'twin', statement: last }] };
    }
    case 'not':
      return statement.statement;
    case 'notation':
      return 'indices' in statement
        ? { ...statement, indices: { ...statement.indices, from: statement.indices.from - 1 } }
        : undefined;
    default:
      return undefined;
  }
}

/** That two transcendental sides are equal no enclosure can say, so the twin of "=" is off by one, not "!=". */
function casesTwin(statement: ForAllCases): ForAllCases {
  const { relation, right } = statement;
  if (relation !== '=') return { ...statement, relation: opposite[relation] };
  const raised: ForAllCases['right'] = (a, c) => right(a, c).map((entry) => a.add(entry, a.of(1)));
  return { ...statement, right: raised };
}

function betaTwin(statement: ForAllBeta): ForAllBeta {
  const { relation, right } = statement;
  if (relation !== '=') return { ...statement, relation: opposite[relation] };
  const raised: ForAllBeta['right'] = (s, frame) =>
    right(s, frame).map((entry) => s.scalars.add(entry, s.scalars.of(1)));
  return { ...statement, right: raised };
}

function plusOne(fold: ForAllLengths['right']): ForAllLengths['right'] {
  return {
    ...fold,
    finish: <N, V>(a: Space<N, V, Field<N>>, state: Bundle<Shape, N, V>, params: Bundle<Shape, N, V>) =>
      a.scalars.add(fold.finish(a, state, params), a.scalars.of(1)),
  };
}

function costTwin(statement: Cost): Cost {
  const { is } = statement;
  switch (is.says) {
    case 'equals':
      return { ...statement, is: { ...is, formula: (r, sizes) => r.add(is.formula(r, sizes), r.of(1)) } };
    case 'at-least':
      // No count here grows as the eighth power of anything.
      return {
        ...statement,
        is: {
          ...is,
          formula: (r, sizes) =>
            Object.values(sizes).reduce((total, n) => r.add(total, power(r.mul, n, 8)), is.formula(r, sizes)),
        },
      };
    case 'order':
      if (is.degree === 0) return { ...statement, is: { says: 'equals', formula: (r) => r.of(0) } };
      return { ...statement, is: { ...is, degree: is.degree - 1 } };
    case 'below':
      return { ...statement, measure: is.measure, is: { ...is, measure: statement.measure, strict: true } };
  }
}

function power<N>(mul: (a: N, b: N) => N, base: N, exponent: number): N {
  return exponent === 1 ? base : mul(base, power(mul, base, exponent - 1));
}
