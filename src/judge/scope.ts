import type { InScope, Statement } from '#claim/statement.ts';
import { lengthsOf } from './induction.ts';
import type { Budget, Verdict } from './verdict.ts';

type Term = InScope['terms'][number];

/**
 * Decides a line that names terms by index: it says something only at lengths where all of them exist, and there
 * what its body says.
 *
 * @param decideBody decides the body, which is stated for the lengths at which the terms exist
 * @returns undecided when the body is not stated for all those lengths
 */
export function decideInScope(
  statement: InScope,
  decideBody: (s: Statement, budget: Budget) => Verdict,
  budget: Budget,
): Verdict {
  const { first, every, terms, body } = statement;
  const needed = Math.max(first, ...terms.map(({ shift, least }) => least - shift));
  const from = first + Math.ceil((needed - first) / every) * every;
  if (!covers(body, from, every)) {
    const tried = `scope: the body must be stated for T = ${from} + ${every} k, and is not`;
    return { verdict: 'undecided', tried: [tried] };
  }
  const verdict = decideBody(body, budget);
  if (from === first) return verdict;
  const condition = lengthsOf({ first: from, every });
  const missing = missingAt(first, terms);
  if (verdict.verdict === 'proved') {
    return { verdict: 'conditional', region: { condition, inside: verdict.proof }, missing };
  }
  if (verdict.verdict === 'conditional') {
    const region = { ...verdict.region, condition: `${condition}, and ${verdict.region.condition}` };
    return { ...verdict, region, missing };
  }
  return verdict;
}

/** Whether a statement about lengths is made for all of from + k * every; other kinds are not about lengths. */
function covers(body: Statement, from: number, every: number): boolean {
  if (body.kind === 'all') return body.parts.every(({ statement }) => covers(statement, from, every));
  if (body.kind !== 'lengths') return true;
  return body.first <= from && (from - body.first) % body.every === 0 && every % body.every === 0;
}

function missingAt(length: number, terms: readonly Term[]): string {
  const absent = terms
    .filter(({ shift, least }) => length + shift < least)
    .map(
      ({ symbol, shift, least }) =>
        `${symbol}_${length + shift} does not exist, indices of ${symbol} start at ${least}`,
    );
  return `T = ${length}: ${absent.join('; ')}`;
}
