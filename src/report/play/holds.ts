import { floats } from '#arithmetic/float-arithmetic.ts';
import { floatFormats, roundDouble } from '#arithmetic/float-format.ts';
import type { Claim } from '#claim/claim.ts';
import type { InFloats, Statement } from '#claim/statement.ts';
import { type Case, lift } from '#domain/case.ts';
import { flat } from '#domain/layout.ts';
import { usualBudget } from '#judge/budget.ts';
import { asCases } from '#judge/cases.ts';
import { decideAt } from '#judge/compare.ts';

/** What a reading says of exactly one input. */
export interface Holding {
  readonly claim: string;
  readonly reading: string;
  readonly truth: 'holds' | 'fails' | 'silent' | 'open';
  /** Where it fails, or why it is silent. */
  readonly note: string;
}

type Truth = Pick<Holding, 'truth' | 'note'>;

/** Every reading of the claims that speaks of such inputs, decided at this one: exactly, or by enclosures. */
export function holdingFor(claims: readonly Claim[], input: Case): readonly Holding[] {
  return claims.flatMap(({ id, readings }) =>
    readings.flatMap(({ name, statement }) => {
      const truth = truthAt(statement, input);
      return truth === undefined ? [] : [{ claim: id, reading: name, ...truth }];
    }),
  );
}

/** @returns undefined for a statement that is about other things than such an input */
function truthAt(statement: Statement, input: Case): Truth | undefined {
  switch (statement.kind) {
    case 'lengths':
    case 'cases': {
      const cases = asCases(statement);
      const own = partOf(input, cases.domain.layout);
      if (own === undefined) return undefined;
      if (!cases.domain.includes(own)) return { truth: 'silent', note: cases.domain.name };
      const { truth } = decideAt(cases, own, usualBudget.digits, usualBudget.mostDigits);
      return truth === 'holds' || truth === 'fails' ? { truth, note: '' } : { truth: 'open', note: '' };
    }
    case 'floats':
      return inFormats(statement, input);
    case 'scope': {
      const { x } = input;
      const T = Array.isArray(x) ? x.length : 0;
      if (T < statement.first || (T - statement.first) % statement.every !== 0) {
        return { truth: 'silent', note: `T = ${statement.first} + ${statement.every} k` };
      }
      const missing = statement.terms.find(({ shift, least }) => T + shift < least);
      if (missing === undefined) return truthAt(statement.body, input);
      return { truth: 'fails', note: `there is no ${missing.symbol} with index ${T + missing.shift}` };
    }
    default:
      return undefined;
  }
}

/** The inputs that a layout names, in its order; undefined when it names others. */
function partOf(input: Case, layout: Readonly<Record<string, unknown>> | undefined): Case | undefined {
  const names = Object.keys(layout ?? {});
  if (!names.includes('x') || !names.every((name) => Object.hasOwn(input, name))) return undefined;
  return Object.fromEntries(names.map((name) => [name, input[name]!]));
}

/** Whether both sides are the same number in each format that holds the input. */
function inFormats({ domain, left, right }: InFloats, input: Case): Truth | undefined {
  const own = partOf(input, domain.layout);
  if (own === undefined) return undefined;
  if (!domain.includes(own)) return { truth: 'silent', note: domain.name };
  const differing = floatFormats.filter((format) => {
    if (!flat(own).every((value) => roundDouble(format, value) === value)) return false;
    const a = floats(format);
    const lifted = lift(own, a.of);
    const others = right(a, lifted);
    return left(a, lifted).some((entry, i) => entry !== others[i]);
  });
  if (differing.length === 0) return { truth: 'holds', note: 'in every format that holds the inputs' };
  return { truth: 'fails', note: `in ${differing.map(({ name }) => name).join(', ')}` };
}
