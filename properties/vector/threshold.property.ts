import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { exactly, parseRational, rationals } from '#arithmetic/rational.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import { attentionWeights } from '#reference/softmax-attention.ts';
import { fromDecimal, fromHex, oracle } from './oracle.ts';

const a = enclosures(60);

/** The double that many steps up from a positive one. */
function stepped(value: number, steps: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + steps);
  return view.getFloat64(0);
}

/** The two neighbouring doubles between which a positive number lies, or on the first of which. */
function neighbours(decimal: string): readonly [number, number] {
  const nearest = Number(decimal);
  const order = rationals.compare(exactly(nearest), fromDecimal(decimal));
  const below = order === 'greater' ? stepped(nearest, -1n) : nearest;
  return [below, stepped(below, 1n)];
}

/** 1 - W_ii, summed over the other keys. */
function leaked(tokens: readonly (readonly number[])[], row: number, scale: number): ReturnType<typeof a.of> {
  const lifted = tokens.map((token) => token.map(a.of));
  const weights = attentionWeights(coordinates(a, tokens[0]!.length), [lifted[row]!], lifted, {
    scale: a.of(scale),
  });
  return sum(
    a,
    weights[0]!.filter((_, j) => j !== row),
  );
}

/** x_1 = d + b, x_2 = a, x_3 = c + d along the axes a, b, c, d. */
const writeUpTokens = (beta: number): number[][] => [
  [0, beta, 0, beta],
  [beta, 0, 0, 0],
  [0, 0, beta, beta],
];

const orthogonalTokens = (beta: number, count: number): number[][] =>
  Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_unused, j) => (i === j ? beta : 0)),
  );

test('beyond the threshold of the oracle, and only there, a row leaks at most eps', () => {
  let bracketed = 0;
  for (const { tokens, row = 1, scale = '0x1.0p+0', count = 3, eps, beta } of oracle.thresholds) {
    const most = a.fromRational(parseRational(eps));
    const at = (norm: number) => {
      const all = tokens === 'write-up' ? writeUpTokens(norm) : orthogonalTokens(norm, count);
      return a.compare(leaked(all, row - 1, fromHex(scale)), most);
    };
    if (beta === '0') {
      // The row leaks eps at beta = 0, and less ever after.
      expect([at(0), at(2 ** -40)]).toEqual(['overlap', 'less']);
      continue;
    }
    const [below, above] = neighbours(beta);
    expect([tokens, row, eps, at(below), at(above)]).toEqual([tokens, row, eps, 'greater', 'less']);
    bracketed++;
  }
  expect(bracketed).toBe(oracle.thresholds.length - 1);
});
