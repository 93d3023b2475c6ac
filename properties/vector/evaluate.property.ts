import { expect, test } from 'vitest';
import { formatRounded, roundToDigits } from '#evaluation/decimal.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { fromDecimal, fromHex, matrixFromHex, oracle } from './oracle.ts';

const digits = 40;

/** A decimal to 40 digits, without zeros at the end. */
function shown(text: string): string {
  return formatRounded({ ...roundToDigits(fromDecimal(text), digits), exact: true });
}

/** The same of a printed one, which must have no more than 40 digits. */
function printed(text: string): string {
  const rounded = roundToDigits(fromDecimal(text), digits);
  expect(rounded.exact).toBe(true);
  return formatRounded(rounded);
}

test('the recurrence and its output print the digits of the oracle', () => {
  for (const { x, h0, state, output } of oracle.recurrence) {
    const args = { x: x.map(fromHex), h0: fromHex(h0) };
    expect(printed(evaluate('alternatingSum', args, { digits }))).toBe(shown(state));
    if (output !== undefined) expect(printed(evaluate('output', args, { digits }))).toBe(shown(output));
  }
});

test('softmax attention prints the digits of the oracle', () => {
  for (const { q, k, v, scale, causal, result } of oracle.softmax) {
    const args = { q: matrixFromHex(q), k: matrixFromHex(k), v: matrixFromHex(v) };
    const options = { scale: fromHex(scale), causal };
    const found = evaluate('softmaxAttention', { ...args, options }, { digits });
    expect(found.map((row) => row.map(printed))).toEqual(result.map((row) => row.map(shown)));
  }
});

test('linear attention prints the digits of the oracle in all its forms', () => {
  for (const { q, k, v, causal, normalize, featureMap, result } of oracle.linear) {
    const args = { q: matrixFromHex(q), k: matrixFromHex(k), v: matrixFromHex(v) };
    const options = {
      causal,
      normalize,
      featureMap: featureMap === 'elu1' ? featureMap : 'identity',
    } as const;
    const found = evaluate('linearAttention', { ...args, options }, { digits });
    expect(found.map((row) => row.map(printed))).toEqual(result.map((row) => row.map(shown)));
  }
});
