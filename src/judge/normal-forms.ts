import { type Atomic, atomicIndeterminate, atoms, equalAtomic, ofPolynomial } from '#arithmetic/atoms.ts';
import { constant, indeterminate, polynomials } from '#arithmetic/polynomial.ts';
import { exactly } from '#arithmetic/rational.ts';
import { type TidyTerm, tidyName, tidyTerms } from '#arithmetic/tidy-term.ts';
import type { ForAllCases, Relation } from '#claim/statement.ts';
import { type Case, lift, numbersOf } from '#domain/case.ts';
import { certifyPositive, type Named, type SignContext } from './atom-sign.ts';
import { sidesAt } from './cases.ts';
import type { Obligation, Proof } from './verdict.ts';

const tidy = tidyTerms(true);

/** How much an input exceeds its least value. */
const excess = (name: string): string => `v_${name}`;

/**
 * Proves a statement at each of its shapes, for all real values of the inputs: equations by equal normal forms,
 * inequalities by a sign certificate of the difference, the inputs at or above their least values.
 *
 * An exponential is an atom of which is known that it is positive, at least 1 when its exponent is not negative, and
 * that e^f e^g = e^(f + g).
 *
 * @returns undefined when there is no list of shapes or no such proof, which says nothing of the statement
 */
export function proveForAllCases(statement: ForAllCases): Proof | undefined {
  const obligations: Obligation[] = [];
  for (const shape of statement.shapes ?? []) {
    const found = atShape(statement, shape);
    if (found === undefined) return undefined;
    obligations.push(...found);
  }
  if (obligations.length === 0) return undefined;
  const isEquation = statement.relation === '=';
  const argument = isEquation
    ? 'Both sides have the same normal form, with a symbol for every input.'
    : 'With v_x for what an input x exceeds its least value by, the difference of the sides has one sign.';
  const readout =
    statement.readout === 'logistic' ? ' The logistic is increasing, so its arguments decide.' : '';
  return {
    method: isEquation ? 'normal forms' : 'signs of coefficients',
    argument: argument + readout,
    obligations,
  };
}

function atShape(statement: ForAllCases, shape: Case): readonly Obligation[] | undefined {
  try {
    return statement.relation === '=' ? identities(statement, shape) : inequalities(statement, shape);
  } catch (error) {
    // No normal form: a root, or an exponential of something that is no polynomial.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function identities(statement: ForAllCases, shape: Case): readonly Obligation[] | undefined {
  const symbols = sidesAt(
    statement,
    atoms,
    lift(shape, (_value, name) => atomicIndeterminate(name)),
  );
  const texts = sidesAt(
    statement,
    tidy,
    lift(shape, (_value, name) => tidyName(name)),
  );
  if (!symbols.left.every((entry, i) => equalAtomic(entry, symbols.right[i]!))) return undefined;
  return texts.left.map((entry, i) => ({
    kind: 'identity',
    says: `entry ${i + 1}: left = right`,
    left: entry.text,
    right: texts.right[i]!.text,
  }));
}

function inequalities(statement: ForAllCases, shape: Case): readonly Obligation[] | undefined {
  const { relation, least = {} } = statement;
  const inputs = [...numbersOf(shape).keys()];
  const isExcess = (name: string): boolean =>
    !inputs.includes(name) && inputs.some((input) => name === excess(input) && least[input] !== undefined);
  const values = sidesAt(
    statement,
    atoms,
    lift(shape, (_value, name) => shiftedValue(name, least[name])),
  );
  const texts = sidesAt(
    statement,
    tidy,
    lift(shape, (_value, name) => shiftedTerm(name, least[name])),
  );
  const obligations: Obligation[] = [];
  for (const [i, value] of values.left.entries()) {
    const left = { value, term: texts.left[i]! };
    const right = { value: values.right[i]!, term: texts.right[i]! };
    const says = `entry ${i + 1}: left ${relation} right`;
    const found = compared(left, relation, right, { says, isExcess });
    if (found === undefined) return undefined;
    obligations.push(...found);
  }
  return obligations;
}

function compared(
  left: Named,
  relation: Relation,
  right: Named,
  context: SignContext,
): readonly Obligation[] | undefined {
  const isLess = (strict: boolean) => certifyPositive(right, left, strict, context);
  const isGreater = (strict: boolean) => certifyPositive(left, right, strict, context);
  if (relation === '<' || relation === '<=') return isLess(relation === '<');
  if (relation === '>' || relation === '>=') return isGreater(relation === '>');
  return isLess(true) ?? isGreater(true);
}

/** least + v_name for an input with a least value; any other is left free. */
function shiftedValue(name: string, least: number | undefined): Atomic {
  if (least === undefined) return atomicIndeterminate(name);
  return ofPolynomial(polynomials.add(constant(exactly(least)), indeterminate(excess(name))));
}

function shiftedTerm(name: string, least: number | undefined): TidyTerm {
  return least === undefined ? tidyName(name) : tidy.add(tidy.of(least), tidyName(excess(name)));
}
