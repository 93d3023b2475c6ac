import { type Fraction, fraction } from './recheck-number.ts';

/** A formula as read. */
export type Formula =
  | { readonly is: 'number'; readonly value: Fraction }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: '+' | '-' | '*' | '/'; readonly left: Formula; readonly right: Formula }
  | { readonly is: 'negative'; readonly of: Formula }
  | { readonly is: 'power'; readonly base: Formula; readonly exponent: number }
  | { readonly is: 'exp' | 'sqrt'; readonly of: Formula }
  | { readonly is: 'dot'; readonly left: Formula; readonly right: Formula };

/** Larger powers are no part of any proof, and would only make a faulty one slow to reject. */
const LARGEST_POWER = 1000;

interface Reader {
  readonly tokens: readonly string[];
  readonly text: string;
  at: number;
}

/**
 * Reads infix text with + - * / ^, `exp(.)`, `sqrt(.)`, `dot(.,.)`, decimal literals and names.
 *
 * A minus sign binds weaker than a product and a power: -x^2 is -(x^2).
 *
 * @throws RangeError when the text is no such formula
 */
export function readFormula(text: string): Formula {
  const tokens = [...text.matchAll(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|\S/g)].map(
    ([token]) => token,
  );
  const reader: Reader = { tokens, text, at: 0 };
  const formula = readSum(reader);
  if (reader.at < tokens.length) return fault(reader, 'an operation');
  return formula;
}

function readSum(reader: Reader): Formula {
  let left: Formula = takes(reader, '-') ? { is: 'negative', of: readProduct(reader) } : readProduct(reader);
  for (;;) {
    const is = takes(reader, '+') ? '+' : takes(reader, '-') ? '-' : undefined;
    if (is === undefined) return left;
    left = { is, left, right: readProduct(reader) };
  }
}

function readProduct(reader: Reader): Formula {
  let left = readPower(reader);
  for (;;) {
    const is = takes(reader, '*') ? '*' : takes(reader, '/') ? '/' : undefined;
    if (is === undefined) return left;
    left = {
      is,
      left,
      right: takes(reader, '-') ? { is: 'negative', of: readPower(reader) } : readPower(reader),
    };
  }
}

function readPower(reader: Reader): Formula {
  const base = readOperand(reader);
  if (!takes(reader, '^')) return base;
  const parenthesised = takes(reader, '(');
  const negative = takes(reader, '-');
  const digits = reader.tokens[reader.at] ?? '';
  if (!/^\d+$/.test(digits) || Number(digits) > LARGEST_POWER) {
    return fault(reader, `an integer exponent of at most ${LARGEST_POWER}`);
  }
  reader.at++;
  if (parenthesised) expects(reader, ')');
  return { is: 'power', base, exponent: negative ? -Number(digits) : Number(digits) };
}

function readOperand(reader: Reader): Formula {
  const token = reader.tokens[reader.at] ?? '';
  if (takes(reader, '(')) {
    const inner = readSum(reader);
    expects(reader, ')');
    return inner;
  }
  if (/^\d/.test(token)) {
    reader.at++;
    return { is: 'number', value: literal(token) };
  }
  if (!/^[A-Za-z_]/.test(token)) return fault(reader, 'a number, a name or a parenthesis');
  reader.at++;
  if (!takes(reader, '(')) return { is: 'name', name: token };
  const argument = readSum(reader);
  if (token === 'exp' || token === 'sqrt') {
    expects(reader, ')');
    return { is: token, of: argument };
  }
  if (token !== 'dot') return fault(reader, 'one of exp, sqrt, dot before a parenthesis');
  expects(reader, ',');
  const right = readSum(reader);
  expects(reader, ')');
  return { is: 'dot', left: argument, right };
}

function literal(token: string): Fraction {
  const [mantissa, power = '0'] = token.split(/[eE]/);
  const [integer, places = ''] = mantissa!.split('.');
  const shift = Number(power) - places.length;
  const digits = BigInt(integer! + places);
  if (Math.abs(shift) > LARGEST_POWER)
    throw new RangeError(`literal: exponent must be at most 1000, got ${token}`);
  return shift >= 0 ? fraction(digits * 10n ** BigInt(shift)) : fraction(digits, 10n ** BigInt(-shift));
}

function takes(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false;
  reader.at++;
  return true;
}

function expects(reader: Reader, token: string): void {
  if (!takes(reader, token)) fault(reader, token);
}

function fault({ tokens, at, text }: Reader, wanted: string): never {
  const shown = text.length > 80 ? `${text.slice(0, 80)}...` : text;
  throw new RangeError(
    `formula "${shown}": must have ${wanted} at token ${at + 1}, got ${tokens[at] ?? 'its end'}`,
  );
}
