import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import type { LinearState } from '#kernel/linear-attention/state.ts';
import { advanceLinear, emptyState, joinStates } from '#kernel/linear-attention/stream.ts';
import type { Tokens } from '#kernel/tokens.ts';
import { arrayOf, type Case, cases, causally, everyKind, formats, integers, run, unsigned } from './cases.ts';

const aligned = everyKind({ aligned: true, sizes: { n: 7, m: 0, dk: 6, dv: 3 } });
const settings = fc.record({
  normalize: fc.boolean(),
  featureMap: fc.constantFrom('identity' as const, 'elu1' as const),
});
const raw = { normalize: false, featureMap: 'identity' } as const;

/** The tokens from one to another, as many queries as keys. */
function piece({ q, k, v, dk, dv }: Tokens, from: number, to: number): Tokens {
  const count = to - from;
  return {
    q: q.slice(from * dk, to * dk),
    k: k.slice(from * dk, to * dk),
    v: v.slice(from * dv, to * dv),
    n: count,
    m: count,
    dk,
    dv,
  };
}

/** The state after tokens, from none. */
function stateOf({ format, tokens }: Case, from = 0, to: number = tokens.n): LinearState {
  const out = arrayOf(format, new Array<number>((to - from) * tokens.dv).fill(0));
  return advanceLinear(emptyState(format, tokens.dk, tokens.dv), piece(tokens, from, to), raw, out);
}

function entries({ dk, dv, S, z }: LinearState): readonly unknown[] {
  return [dk, dv, S.constructor, unsigned(S), unsigned(z)];
}

test('tokens in two pieces give the bits of one run, wherever they are cut, and leave the states given alone', () => {
  fc.assert(
    fc.property(aligned, settings, ({ format, tokens }, chosen) => {
      const { n, dk, dv } = tokens;
      const whole = run(recurrent, tokens, { ...causally, ...chosen });
      for (let cut = 0; cut <= n; cut++) {
        const start = emptyState(format, dk, dv);
        const [head, tail] = [whole.slice(0, cut * dv).fill(7), whole.slice(cut * dv).fill(7)];
        const middle = advanceLinear(start, piece(tokens, 0, cut), chosen, head);
        const kept = { S: middle.S.slice(), z: middle.z.slice() };
        advanceLinear(middle, piece(tokens, cut, n), chosen, tail);
        expect([...head, ...tail]).toEqual([...whole]);
        expect(start).toEqual(emptyState(format, dk, dv));
        expect({ S: middle.S, z: middle.z }).toEqual(kept);
      }
    }),
  );
});

test('token by token in one state that is overwritten gives the bits of one run', () => {
  fc.assert(
    fc.property(aligned, settings, ({ format, tokens }, chosen) => {
      const { n, dk, dv } = tokens;
      const state = emptyState(format, dk, dv);
      const rows: number[] = [];
      for (let t = 0; t < n; t++) {
        const out = arrayOf(format, new Array<number>(dv).fill(0));
        expect(advanceLinear(state, piece(tokens, t, t + 1), chosen, out, state)).toBe(state);
        rows.push(...out);
      }
      expect(rows).toEqual([...run(recurrent, tokens, { ...causally, ...chosen })]);
    }),
  );
});

test('a state may be left in another one, whatever that held', () => {
  fc.assert(
    fc.property(aligned, (one) => {
      const { n, dv } = one.tokens;
      const other = stateOf(one);
      const out = arrayOf(one.format, new Array<number>(n * dv).fill(0));
      const into = advanceLinear(stateOf(one), one.tokens, raw, out, other);
      expect(into).toBe(other);
      const twice = advanceLinear(stateOf(one), one.tokens, raw, out);
      expect(entries(into)).toEqual(entries(twice));
    }),
  );
});

test('the states of two pieces of integers join to the state of the whole, in either order and any grouping', () => {
  fc.assert(
    fc.property(cases(integers, { aligned: true }), (one) => {
      const { format, tokens } = one;
      const { n, dk, dv } = tokens;
      const whole = entries(stateOf(one));
      for (let cut = 0; cut <= n; cut++) {
        const [a, b] = [stateOf(one, 0, cut), stateOf(one, cut, n)];
        expect(entries(joinStates(a, b))).toEqual(whole);
        expect(entries(joinStates(b, a))).toEqual(whole);
        const c = stateOf(one);
        expect(entries(joinStates(joinStates(a, b), c))).toEqual(entries(joinStates(a, joinStates(b, c))));
      }
      expect(entries(joinStates(emptyState(format, dk, dv), stateOf(one)))).toEqual(whole);
    }),
  );
});

test('joining rounds each sum to the format, and does not depend on the order', () => {
  fc.assert(
    fc.property(aligned, (one) => {
      const [a, b] = [stateOf(one, 0, one.tokens.n >> 1), stateOf(one)];
      const joined = joinStates(a, b);
      expect(joined).toEqual(joinStates(b, a));
      expect([...joined.S]).toEqual([...a.S.map((entry, i) => entry + b.S[i]!)]);
      expect(joined.S.constructor).toBe(a.S.constructor);
    }),
  );
});

test('states and tokens that do not fit each other are refused in words', () => {
  const tokensOf = (format: FloatFormat, n: number, m: number, dk: number, dv: number): Tokens => {
    const zeros = (length: number) => arrayOf(format, new Array<number>(length).fill(0));
    return { q: zeros(n * dk), k: zeros(m * dk), v: zeros(m * dv), n, m, dk, dv };
  };
  const state = emptyState(binary64, 2, 3);
  const out = new Float64Array(3);
  const advance =
    (tokens: Tokens, into?: LinearState): (() => void) =>
    () =>
      advanceLinear(state, tokens, raw, out, into);
  const fitting = tokensOf(binary64, 1, 1, 2, 3);
  expect(advance(fitting)).not.toThrow();
  const widths = 'advanceLinear: tokens must be of the widths of the state, dk 2 and dv 3, got';
  expect(advance(tokensOf(binary64, 1, 1, 1, 3))).toThrow(new RangeError(`${widths} 1 and 3`));
  expect(advance(tokensOf(binary64, 1, 1, 2, 1))).toThrow(new RangeError(`${widths} 2 and 1`));
  expect(advance(tokensOf(binary64, 1, 2, 2, 3))).toThrow(
    new RangeError('advanceLinear: m must be n, as tokens come whole, got 2 and 1'),
  );
  const other = tokensOf(binary32, 1, 1, 2, 3);
  for (const wrong of [
    other,
    { ...fitting, q: other.q },
    { ...fitting, k: other.k },
    { ...fitting, v: other.v },
  ]) {
    expect(advance(wrong)).toThrow(new TypeError('advanceLinear: tokens: must be of binary64, got binary32'));
  }
  expect(advance(fitting, emptyState(binary64, 3, 3))).toThrow(
    new RangeError('advanceLinear: into: must be of widths dk 2 and dv 3, got 3 and 3'),
  );
  expect(advance(fitting, emptyState(binary32, 2, 3))).toThrow(
    new TypeError('advanceLinear: into: must be of binary64, got binary32'),
  );
  expect(() => joinStates(state, emptyState(binary64, 2, 2))).toThrow(
    new RangeError('joinStates: second: must be of widths dk 2 and dv 3, got 2 and 2'),
  );
  expect(() => joinStates(state, emptyState(binary32, 2, 3))).toThrow(TypeError);
  expect(formats.map((format) => emptyState(format, 1, 1).S.constructor)).toEqual([
    Float64Array,
    Float32Array,
  ]);
});
