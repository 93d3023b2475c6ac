import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPolynomial, polynomials } from '#arithmetic/polynomial.ts';
import { formatRationalFunction, quotient } from '#arithmetic/rational-function.ts';
import { recheck } from '#judge/recheck.ts';
import type { Obligation } from '#judge/verdict.ts';
import { smallPolynomials } from '../arithmetic/arbitrary.ts';

type Of<K extends Obligation['kind']> = Extract<Obligation, { readonly kind: K }>;

const check = (obligation: Obligation, seed?: number): readonly string[] =>
  recheck({ method: 'several methods', argument: '', obligations: [obligation] }, seed);

const identity = (left: string, right: string): Of<'identity'> => ({
  kind: 'identity',
  says: 'it',
  left,
  right,
});

const sign: Of<'sign'> = {
  kind: 'sign',
  says: 'it',
  term: 'u^2/(u + 2) - 1/3',
  strict: false,
  above: false,
  least: { u: '1' },
  numerator: '3*w_u^2 + 5*w_u',
  denominator: '3*w_u + 9',
};
const limit: Of<'limit'> = {
  kind: 'limit',
  says: 'it',
  term: '1 - (1 + u)/(2*u + 3)',
  name: 'u',
  limit: '1/2',
  numerator: 'u + 2',
  denominator: '2*u + 3',
};
const counts: Of<'counts'> = {
  kind: 'counts',
  says: 'it',
  polynomial: '2*T*d - d',
  fitted: [
    { sizes: { T: 1, d: 1 }, count: 1 },
    { sizes: { T: 2, d: 1 }, count: 3 },
    { sizes: { T: 2, d: 3 }, count: 9 },
  ],
  checked: [{ sizes: { d: 5, T: 7 }, count: 65 }],
};

const identities: readonly Of<'identity'>[] = [
  identity('(x + y)^3', 'x^3 + 3*x^2*y + 3*x*y^2 + y^3'),
  identity('1/(x - 1) - 1/(x + 1)', '2/(x^2 - 1)'),
  identity('dot(a + 2*b, a - b)', 'dot(a, a) + dot(a, b) - 2*dot(b, b)'),
  identity('dot((dot(q, k)*v) + s, e)', 'dot(q, k)*dot(v, e) + dot(e, s)'),
  identity('exp(2*x + y)/exp(x)', 'exp(x)*exp(y)'),
  identity('1/(1 + exp(-x))', 'exp(x)/(exp(x) + 1)'),
  identity('sqrt(8*(x^2 + 1))', '2*sqrt2*sqrt(x^2 + 1)'),
  identity('sqrt2*sqrt3', 'sqrt(6)'),
  identity('sqrt(x)^2', 'x'),
];
const truths: readonly Obligation[] = [
  ...identities,
  sign,
  { ...sign, term: 'u + 1', strict: true, numerator: 'w_u + 2', denominator: '1' },
  { ...sign, term: 'u - 1', strict: true, above: true, numerator: 'w_u', denominator: '1' },
  {
    ...sign,
    term: '(sqrt2 + 3)*(b + s)',
    least: { sqrt2: '0', b: '-1/2', s: '1/2' },
    numerator: '(w_sqrt2 + 3)*(w_b + w_s)',
    denominator: '1',
  },
  limit,
  { ...limit, term: 'u/(u^2 + 1)', limit: '0', numerator: 'u', denominator: 'u^2 + 1' },
  { ...limit, term: '2*7/4', limit: '3.5', numerator: '14', denominator: '4' },
  counts,
];

/** The formulas of an obligation, by field. */
function formulasOf(obligation: Obligation): readonly (readonly [field: string, text: string])[] {
  return Object.entries(obligation).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !['kind', 'says', 'name'].includes(entry[0]),
  );
}

/** The text with one sign, digit, operation or name changed, in every way at every place. */
function corruptions(text: string): readonly string[] {
  const names = [...new Set(text.match(/[a-z]\w*(?!\w*\()/g))];
  return [...text.matchAll(/\d|[+*/-]|[a-z]\w*(?!\w*\()/g)].flatMap(({ 0: token, index }) => {
    const others = /\d/.test(token[0]!)
      ? [`${(Number(token) + 1) % 10}`, `${token}1`]
      : /[a-z]/.test(token[0]!)
        ? [...names.filter((name) => name !== token), `(2*${token})`]
        : ['+', '-', '*', '/'].filter((operation) => operation !== token);
    return others.map((other) => text.slice(0, index) + other + text.slice(index + token.length));
  });
}

test('a true obligation is accepted, with every seed', () => {
  for (const obligation of truths) {
    for (const seed of [undefined, 0, 1, 2, -5, 2 ** 40]) expect(check(obligation, seed)).toEqual([]);
  }
});

test('an obligation with one sign, digit, operation or name changed is rejected', () => {
  const accepted = truths.flatMap((obligation) =>
    formulasOf(obligation).flatMap(([field, text]) =>
      corruptions(text).flatMap((changed) =>
        check({ ...obligation, [field]: changed }).length === 0 ? `${field}: ${changed}` : [],
      ),
    ),
  );
  expect(accepted).toEqual([]);
});

test('a least value, a count, a size or a name of the growing variable that is changed is rejected', () => {
  const [first, ...others] = counts.fitted;
  const changed: readonly Obligation[] = [
    { ...sign, least: { u: '2' } },
    { ...sign, least: { u: '1', v: '0' }, numerator: '3*w_u^2 + 5*w_v' },
    { ...sign, least: {} },
    { ...counts, fitted: [{ sizes: { T: 1, d: 1 }, count: 2 }, ...others] },
    { ...counts, fitted: [{ sizes: { T: 2, d: 1 }, count: 1 }, ...others] },
    { ...counts, fitted: [first!, ...others, ...counts.checked] },
    { ...limit, name: 'beta' },
    { ...limit, limit: '-1/2' },
  ];
  for (const obligation of changed) expect(check(obligation)).not.toEqual([]);
});

test('several points are tried, so that what holds for half of all numbers hardly ever passes', () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const passed = seeds.filter((seed) => check(identity('sqrt(x^2)', 'x'), seed).length === 0);
  // Four points are all positive in one seed of 16.
  expect(passed.length).toBeLessThan(8);
});

test('identities of random polynomials and fractions are accepted, and rejected when a coefficient is changed', () => {
  const p = smallPolynomials(['x', 'y']);
  fc.assert(
    fc.property(p, p, p, fc.integer({ min: 1, max: 9 }), (a, b, c, off) => {
      const text = `(${formatPolynomial(a)})*(${formatPolynomial(b)}) - (${formatPolynomial(c)})`;
      const normal = formatPolynomial(polynomials.sub(polynomials.mul(a, b), c));
      expect(check(identity(text, normal))).toEqual([]);
      expect(check(identity(text, `${normal} + ${off}/1000*x`))).toHaveLength(1);
      fc.pre(b.byMonomial.size > 0);
      const divided = `(${formatPolynomial(a)})/(${formatPolynomial(b)})`;
      expect(check(identity(divided, formatRationalFunction(quotient(a, b))))).toEqual([]);
    }),
  );
});

test('a disagreement says which obligation, by how much and where', () => {
  const proof = {
    method: 'several methods',
    argument: '',
    obligations: [identity('x', 'x'), identity('x*dot(u, u) + 1', 'x*dot(u, u)')],
  } as const;
  expect(recheck(proof)).toEqual([
    expect.stringMatching(
      /^obligation 2 \(it\): sides must be equal, got a difference of 1 at x = [-\d/]+, vectors of width \d$/,
    ),
  ]);
  expect(check(identity('exp(x)', 'exp(2*x)'))[0]).toMatch(
    /got a difference of an irrational number at x = /,
  );
  expect(recheck(proof)).toEqual(recheck(proof, 1));
  expect(recheck(proof)).not.toEqual(recheck(proof, 2));
});

const faults = [
  [identity('x/0', 'x/0'), 'sides must have values at random points, got 0 in 100'],
  [
    identity('x +', 'x'),
    'formula "x +": must have a number, a name or a parenthesis at token 3, got its end',
  ],
  [identity('dot(x, x)*x', 'x'), 'names must be of numbers or of vectors, got both for x'],
  [
    identity('exp(exp(x))', 'exp(exp(x))'),
    'exp: exponent must be a fraction at fractions, got another number',
  ],
  [{ ...sign, term: 'u*v' }, 'name v: must be a number, got no value for it'],
  [{ ...sign, least: { u: 'exp(1)' } }, 'constant: must be a fraction, got exp(1)'],
  [{ ...sign, strict: true }, 'numerator must have a constant term, got 3 w_u w_u + 5 w_u'],
  [{ ...sign, term: '0', numerator: '0', strict: true, above: true }, 'numerator must not be zero, got 0'],
  [
    { ...sign, term: '(5*(u - 1))/(u - 1)', numerator: '5*w_u', denominator: 'w_u' },
    'denominator must have a constant term, got none',
  ],
  [
    { ...sign, term: '2 - u', numerator: '1 - w_u', denominator: '1' },
    'numerator must have no negative coefficient, got -1 w_u',
  ],
  [
    { ...sign, term: '1/(2 - u)', numerator: '1', denominator: '1 - w_u' },
    'denominator must have no negative coefficient, got -1 w_u',
  ],
  [{ ...sign, numerator: '3*u^2' }, 'polynomial: names must be among w_u, got u'],
  [
    { ...sign, term: 'sqrt2 - 2', least: { sqrt2: '2' }, numerator: 'w_sqrt2', denominator: '1' },
    'least value of sqrt2 must be at most 0, got 2',
  ],
  [{ ...limit, limit: '1/3' }, 'limit must be 1/2, got 1/3'],
  [
    { ...limit, term: 'u^2/(u + 1)', numerator: 'u^2', denominator: 'u + 1', limit: '0' },
    'degree must be at most 1, got 2',
  ],
  [{ ...limit, denominator: 'u - u' }, 'denominator must not be zero, got 0'],
  [{ ...limit, term: 'beta' }, 'name beta: must be a number, got no value for it'],
  [{ ...counts, checked: [] }, 'sizes not used for the fit must be checked, got none'],
  [
    { ...counts, checked: [{ sizes: { d: 3, T: 2 }, count: 9 }] },
    'sizes checked must not be fitted, got T = 2, d = 3',
  ],
  [
    { ...counts, checked: [{ sizes: { T: 7, d: 5 }, count: 66 }] },
    'polynomial must be 66 at T = 7, d = 5, got 65',
  ],
  [{ ...counts, polynomial: '2*T*d - d*sqrt2' }, 'name sqrt2: must be a number, got no value for it'],
] as const;

test.for(faults.map(([obligation, message]) => [message, obligation] as const))(
  'a fault is said in words: %s',
  ([message, obligation]) => {
    expect(check(obligation)).toEqual([`obligation 1 (it): ${message}`]);
  },
);
