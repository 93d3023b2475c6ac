import {
  add,
  type Exact,
  exact,
  exponential,
  fraction,
  negate,
  product,
  quotient,
  root,
  subtract,
} from './recheck-number.ts';
import type { Formula } from './recheck-term.ts';

/** Values of the names of numbers and of the names of vectors. */
export interface Point {
  readonly numbers: ReadonlyMap<string, Exact>;
  readonly vectors: ReadonlyMap<string, readonly Exact[]>;
  /** Coordinates of every vector. */
  readonly width: number;
}

/** The names in formulas, by what they are names of. */
export interface Names {
  readonly numbers: ReadonlySet<string>;
  readonly vectors: ReadonlySet<string>;
  /** Whether the root of a formula occurs. */
  readonly roots: boolean;
}

/** The name of the vector whose coordinates are all zero. */
const zeroVector = 'zero';

/**
 * The exact value of a formula at a point.
 *
 * @throws undefinedHere where it has none, RangeError for a name without a value
 */
export function valueAt(formula: Formula, point: Point): Exact {
  const at = (part: Formula): Exact => valueAt(part, point);
  switch (formula.is) {
    case 'number':
      return exact(formula.value);
    case 'name':
      return known(point.numbers.get(formula.name), formula.name, 'a number');
    case '+':
      return add(at(formula.left), at(formula.right));
    case '-':
      return subtract(at(formula.left), at(formula.right));
    case '*':
      return product(at(formula.left), at(formula.right));
    case '/':
      return quotient(at(formula.left), at(formula.right));
    case 'negative':
      return negate(at(formula.of));
    case 'power':
      return raised(at(formula.base), formula.exponent);
    case 'exp':
      return exponential(at(formula.of));
    case 'sqrt':
      return root(at(formula.of));
    case 'dot': {
      const right = vectorAt(formula.right, point);
      return vectorAt(formula.left, point)
        .map((entry, i) => product(entry, right[i]!))
        .reduce(add);
    }
  }
}

/** Inside `dot` a product is a number times a vector, in this order. */
function vectorAt(formula: Formula, point: Point): readonly Exact[] {
  const at = (part: Formula): readonly Exact[] => vectorAt(part, point);
  switch (formula.is) {
    case 'name':
      if (formula.name === zeroVector) return Array.from({ length: point.width }, () => exact(fraction(0n)));
      return known(point.vectors.get(formula.name), formula.name, 'a vector');
    case '+':
    case '-': {
      const right = at(formula.right);
      const combine = formula.is === '+' ? add : subtract;
      return at(formula.left).map((entry, i) => combine(entry, right[i]!));
    }
    case '*': {
      const factor = valueAt(formula.left, point);
      return at(formula.right).map((entry) => product(factor, entry));
    }
    case 'negative':
      return at(formula.of).map(negate);
    default:
      throw new RangeError(`dot: arguments must be sums of multiples of vectors, got ${formula.is}`);
  }
}

/** The names in some formulas; names inside `dot` are of vectors. */
export function namesIn(formulas: readonly Formula[]): Names {
  const numbers = new Set<string>();
  const vectors = new Set<string>();
  let roots = false;
  const visit = (formula: Formula, inVector: boolean): void => {
    if (formula.is === 'name' && formula.name !== zeroVector)
      (inVector ? vectors : numbers).add(formula.name);
    if (formula.is === 'sqrt') roots = true;
    if ('left' in formula) {
      visit(formula.left, formula.is === 'dot' || (inVector && formula.is !== '*'));
      visit(formula.right, formula.is === 'dot' || inVector);
    }
    if ('of' in formula) visit(formula.of, inVector);
    if ('base' in formula) visit(formula.base, inVector);
  };
  for (const formula of formulas) visit(formula, false);
  return { numbers, vectors, roots };
}

function raised(base: Exact, exponent: number): Exact {
  const one = exact(fraction(1n));
  if (exponent < 0) return quotient(one, raised(base, -exponent));
  if (exponent === 0) return one;
  const half = raised(base, Math.floor(exponent / 2));
  const square = product(half, half);
  return exponent % 2 === 0 ? square : product(square, base);
}

function known<T>(value: T | undefined, name: string, what: string): T {
  if (value === undefined) throw new RangeError(`name ${name}: must be ${what}, got no value for it`);
  return value;
}
