import type { Call } from '#law/subject-call.ts';

/**
 * Calls of the sizes of one that differ from it in as little as may escape who remembers earlier calls: in all of its
 * numbers, in one argument, in the last number of one, in an option.
 *
 * @param other a call of the same function and sizes, from which the other numbers are taken
 */
export function alikeCalls(call: Call, other: Call): readonly Call[] {
  if ('x' in call) {
    const { x, h0 } = other as typeof call;
    return [
      other,
      { ...call, x },
      { ...call, h0 },
      { ...call, x: [...call.x.slice(0, -1), x.at(-1)!] },
      { ...call, x: [x[0]!, ...call.x.slice(1)] },
    ];
  }
  const { q, k, v } = other as typeof call;
  const lastOf = (rows: typeof q, last: typeof q): typeof q => [
    ...rows.slice(0, -1),
    [...rows.at(-1)!.slice(0, -1), last.at(-1)!.at(-1)!],
  ];
  return [
    other,
    { ...call, q },
    { ...call, k },
    { ...call, v },
    { ...call, q: lastOf(call.q, q) },
    { ...call, k: lastOf(call.k, k) },
    { ...call, v: lastOf(call.v, v) },
    { ...call, options: { causal: true } },
  ];
}
