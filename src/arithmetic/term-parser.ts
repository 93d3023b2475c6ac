import { power, rationalIn } from './polynomial.ts';
import { parseRational, type Rational } from './rational.ts';
import type { Analytic } from './ring.ts';

interface Token {
  readonly text: string;
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly at: number;
}

/** A number is an integer, a decimal, or a fraction without spaces; behind ^ only an integer. */
const tokenPattern =
  /\s*(?:(\^\s*\d+)|(\d+\/\d+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|([-+*/(),]))/y;

/**
 * The value of a term over any arithmetic: infix with + - * / ^ integer, signs, parentheses, exp( ) and sqrt( ).
 *
 * Operations of equal rank are taken from left to right, as `terms` writes them.
 *
 * @param lookup the value of a name; may throw
 * @param literal the element for an exact literal; absent means it is built from doubles
 * @throws RangeError when the text is not a term, naming the place
 */
export function evaluateTerm<N>(
  a: Analytic<N>,
  term: string,
  lookup: (name: string) => N,
  literal: (r: Rational) => N = (r) => rationalIn(a, r),
): N {
  const tokens = tokensOf(term);
  let place = 0;
  const peek = (): Token => tokens[place]!;
  const take = (text: string): boolean => peek().text === text && place++ >= 0;
  const expected = (what: string): RangeError => fault(term, what, peek());

  const sum = (): N => {
    let total = productOf();
    for (;;) {
      if (take('+')) total = a.add(total, productOf());
      else if (take('-')) total = a.sub(total, productOf());
      else return total;
    }
  };
  const productOf = (): N => {
    let total = signed();
    for (;;) {
      if (take('*')) total = a.mul(total, signed());
      else if (take('/')) total = a.div(total, signed());
      else return total;
    }
  };
  const signed = (): N => (take('-') ? a.neg(signed()) : powered());
  const powered = (): N => {
    const base = atom();
    const { text } = peek();
    if (!text.startsWith('^')) return base;
    place++;
    const exponent = Number(text.slice(1));
    return exponent === 0 ? a.of(1) : power(a, base, exponent);
  };
  const inBrackets = (): N => {
    if (!take('(')) throw expected('"("');
    const value = sum();
    if (!take(')')) throw expected('")"');
    return value;
  };
  const atom = (): N => {
    const { text, kind } = peek();
    if (kind === 'number') {
      place++;
      return literal(parseRational(text));
    }
    if (kind !== 'name') return inBrackets();
    place++;
    if (peek().text !== '(') return lookup(text);
    if (text === 'exp') return a.exp(inBrackets());
    if (text === 'sqrt') return a.sqrt(inBrackets());
    throw fault(term, 'exp or sqrt', tokens[place - 1]!);
  };

  const value = sum();
  if (peek().kind !== 'end') throw expected('an operation');
  return value;
}

function tokensOf(term: string): Token[] {
  const tokens: Token[] = [];
  const end = term.trimEnd().length;
  tokenPattern.lastIndex = 0;
  for (let at = 0; at < end; at = tokenPattern.lastIndex) {
    const match = tokenPattern.exec(term);
    if (match === null) {
      const place = at + term.slice(at).search(/\S/);
      throw fault(term, 'a number, a name or a sign', { text: term[place]!, kind: 'sign', at: place });
    }
    const [whole, exponent, number, name, sign] = match;
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign';
    tokens.push({ text: (exponent ?? number ?? name ?? sign)!, kind, at: at + whole.search(/\S/) });
  }
  return [...tokens, { text: 'the end', kind: 'end', at: end }];
}

function fault(term: string, what: string, { text, at }: Token): RangeError {
  return new RangeError(
    `term: ${what} must stand at place ${at + 1} of ${JSON.stringify(term)}, got ${text}`,
  );
}
