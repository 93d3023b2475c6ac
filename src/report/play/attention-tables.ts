import { dataTable } from '#report/html/chart.ts';
import { numbered } from '#report/html/heat-map.ts';
import { type Html, html } from '#report/html/html.ts';
import { shortNumber } from '#report/html/scale.ts';
import type { Attended } from './attention.ts';

/** The tables behind the pictures of attention; they follow beta when it rests, as most readers never open them. */
export function attentionTables(attended: Attended): Html {
  return html`${weightsTable(attended)}${outputsTable(attended)}${dataTable(
    'What each token gives away at this β',
    ['token', '1 − W_ii'],
    attended.givenAway.map((value, i) => [i + 1, `${value}`]),
  )}`;
}

/** Every weight of few tokens; of many what each gives itself, and at most to another. */
function weightsTable({ weights }: Attended): Html {
  if (weights.length > numbered) {
    return dataTable(
      'Weights, row by row',
      ['row', 'to itself', 'most to another'],
      weights.map((row, i) => [
        i + 1,
        shortNumber(row[i]!, 6),
        shortNumber(Math.max(...row.filter((_, j) => j !== i)), 6),
      ]),
    );
  }
  return dataTable(
    'Weights',
    ['row', ...weights.map((_, j) => `${j + 1}`)],
    weights.map((row, i) => [i + 1, ...row.map((weight) => shortNumber(weight, 6))]),
  );
}

function outputsTable({ tokens, outputs: given }: Attended): Html {
  const text = (row: readonly number[]): string => `(${row.map((value) => shortNumber(value)).join(', ')})`;
  if (tokens.length > numbered) {
    const shares = sharesOf(tokens, given);
    return dataTable(
      'How far outputs are from tokens',
      ['token', 'distance over its norm'],
      shares.map((share, i) => [i + 1, shortNumber(share, 6)]),
    );
  }
  return dataTable(
    'Tokens and outputs',
    ['row', 'token', 'output'],
    tokens.map((token, i) => [i + 1, text(token), text(given[i]!)]),
  );
}

/** How far each output is from its token, over the norm of the token. */
export function sharesOf(tokens: Attended['tokens'], given: Attended['outputs']): readonly number[] {
  const length = (row: readonly number[]): number => Math.hypot(...row);
  return tokens.map((token, i) => length(token.map((value, c) => value - given[i]![c]!)) / length(token));
}
