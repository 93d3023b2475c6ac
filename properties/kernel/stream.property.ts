import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import { type FormatName, formatNamed } from '#kernel/format.ts';
import type { LinearState } from '#kernel/linear-attention/state.ts';
import { linearAttention } from '#kernel/linear-attention.ts';
import { recurrence } from '#kernel/rnn.ts';
import {
  advanceLinear,
  advanceState,
  applySegment,
  emptyState,
  joinSegments,
  joinStates,
  segment,
} from '#kernel/stream.ts';
import type { Tokens } from '#kernel/tokens.ts';
import { anything as anyToken, cases, integers } from './linear-attention/cases.ts';
import { arrayOf, everyKind } from './rnn/sequences.ts';
import {
  expectRefused,
  goodTokens,
  numbers,
  type Wrong,
  without,
  wrongOuts,
  wrongTokens,
} from './wrong-calls.ts';

const cuts = fc.array(fc.nat(50), { maxLength: 4 });

/** Pieces of a sequence of so many, cut at places that are given. */
function pieces(length: number, at: readonly number[]): readonly (readonly [number, number])[] {
  const places = [0, ...at.map((place) => Math.min(place, length)).sort((a, b) => a - b), length];
  return places.slice(1).map((end, i) => [places[i]!, end] as const);
}

function rows({ q, k, v, dk, dv }: Tokens, from: number, to: number): Tokens {
  return {
    q: q.subarray(from * dk, to * dk),
    k: k.subarray(from * dk, to * dk),
    v: v.subarray(from * dv, to * dv),
    ...{ n: to - from, m: to - from, dk, dv },
  };
}

test('the recurrence has the same bits wherever its inputs are cut', () => {
  fc.assert(
    fc.property(everyKind(), cuts, ({ format, x, h0 }, at) => {
      const inputs = arrayOf(format, x);
      const h = pieces(x.length, at).reduce(
        (state, [from, to]) => advanceState(state, inputs.subarray(from, to)),
        h0,
      );
      expect(h).toBe(recurrence(inputs, h0, { form: 'streaming' }));
    }),
  );
});

test('segments of whole numbers join to the state of all inputs, in any grouping, and survive a copy', () => {
  fc.assert(
    fc.property(fc.array(integers, { maxLength: 20 }), integers, cuts, (x, h0, at) => {
      const inputs = Float32Array.from(x);
      const parts = pieces(x.length, at).map(([from, to]) =>
        structuredClone(segment(inputs.subarray(from, to))),
      );
      const fromLeft = parts.reduce(joinSegments);
      const fromRight = parts.reduceRight((later, first) => joinSegments(first, later));
      expect(fromRight).toEqual(fromLeft);
      expect(applySegment(fromLeft, h0) + 0).toBe(recurrence(inputs, h0) + 0);
    }),
  );
});

const settings = fc.record({
  normalize: fc.boolean(),
  featureMap: fc.constantFrom('identity' as const, 'elu1' as const),
});

test('causal linear attention has the same bits wherever its tokens are cut, and leaves states alone', () => {
  fc.assert(
    fc.property(
      cases(anyToken, { aligned: true }),
      cuts,
      settings,
      fc.boolean(),
      ({ format, tokens }, at, asked, reuse) => {
        let state = emptyState(format.name as FormatName, tokens.dk, tokens.dv);
        const outs: number[] = [];
        for (const [from, to] of pieces(tokens.n, at)) {
          const before = structuredClone(state);
          const step = advanceLinear(
            state,
            rows(tokens, from, to),
            reuse ? { ...asked, into: state } : asked,
          );
          outs.push(...step.out);
          expect(step.state === state).toBe(reuse);
          if (!reuse) expect(state).toEqual(before);
          state = step.state;
        }
        expect(outs).toEqual([
          ...linearAttention(tokens, { ...asked, causal: true, form: 'recurrent', tier: 'plain' }),
        ]);
      },
    ),
  );
});

test('outputs and states go where they are asked to', () => {
  const tokens = rows({ ...goodTokens(), k: numbers(binary64, 4), m: 2, v: numbers(binary64, 8) }, 0, 2);
  const state = emptyState('binary64', 2, 4);
  const [out, into] = [new Float64Array(8).fill(7), emptyState('binary64', 2, 4)];
  const step = advanceLinear(state, tokens, { out, into });
  expect(step.out).toBe(out);
  expect(step.state).toBe(into);
  expect(state).toEqual(emptyState('binary64', 2, 4));
  expect(out).toEqual(linearAttention(tokens, { causal: true }));
});

test('the states of two pieces join to that of both', () => {
  fc.assert(
    fc.property(cases(integers, { aligned: true }), fc.nat(6), ({ format, tokens }, cut) => {
      const empty = emptyState(format.name as FormatName, tokens.dk, tokens.dv);
      const at = Math.min(cut, tokens.n);
      const of = (from: number, to: number): LinearState =>
        advanceLinear(empty, rows(tokens, from, to)).state;
      expect(joinStates(of(0, at), of(at, tokens.n))).toEqual(of(0, tokens.n));
    }),
  );
});

const array = 'must be a Float64Array or a Float32Array';
const x = Float64Array.of(1, 2);
const good = segment(x);
const single = segment(new Float32Array(1));

interface WrongCall extends Wrong {
  readonly where: string;
  readonly call: () => unknown;
}

/** A call whose types would not let it be made. */
const loose = (call: unknown, ...of: readonly unknown[]): unknown =>
  (call as (...of: readonly unknown[]) => unknown)(...of);

const wrong: readonly WrongCall[] = [
  {
    where: 'advanceState',
    what: 'the arguments the other way round',
    kind: TypeError,
    says: `x ${array}, got 0`,
    call: () => loose(advanceState, x, 0),
  },
  {
    where: 'advanceState',
    what: 'a state that is none',
    kind: TypeError,
    says: 'h must be a number, got null',
    call: () => loose(advanceState, null, x),
  },
  {
    where: 'advanceState',
    what: 'a state of another format',
    kind: RangeError,
    says: 'h must be a binary32 number, such as 0.30000001192092896, got 0.3',
    call: () => advanceState(0.3, new Float32Array(1)),
  },
  {
    where: 'segment',
    what: 'a list',
    kind: TypeError,
    says: `x ${array}, got Array`,
    call: () => loose(segment, [1]),
  },
  {
    where: 'joinSegments',
    what: 'no second piece',
    kind: TypeError,
    says: 'second must be an object with format, sign, sum, got undefined',
    call: () => loose(joinSegments, good),
  },
  {
    where: 'joinSegments',
    what: 'a piece without a format',
    kind: TypeError,
    says: 'first.format must be an object with name, got undefined',
    call: () => loose(joinSegments, { sign: 1, sum: 0 }, good),
  },
  {
    where: 'joinSegments',
    what: 'a format that is none',
    kind: RangeError,
    says: 'first.format.name must be one of binary64, binary32, got "binary16"',
    call: () => loose(joinSegments, { ...good, format: { name: 'binary16' } }, good),
  },
  {
    where: 'joinSegments',
    what: 'a sign that is none',
    kind: RangeError,
    says: 'second.sign must be 1 or -1, got 0',
    call: () => loose(joinSegments, good, { ...good, sign: 0 }),
  },
  {
    where: 'joinSegments',
    what: 'a sum that is none',
    kind: TypeError,
    says: 'second.sum must be a number, got "0"',
    call: () => loose(joinSegments, good, { ...good, sum: '0' }),
  },
  {
    where: 'joinSegments',
    what: 'pieces of two formats',
    kind: TypeError,
    says: 'both must be of one format, got binary64 and binary32',
    call: () => joinSegments(good, single),
  },
  {
    where: 'applySegment',
    what: 'a state of another format',
    kind: RangeError,
    says: 'h must be a binary32 number, such as 0.30000001192092896, got 0.3',
    call: () => applySegment(single, 0.3),
  },
  {
    where: 'applySegment',
    what: 'no piece',
    kind: TypeError,
    says: 'piece must be an object with format, sign, sum, got 1',
    call: () => loose(applySegment, 1, 1),
  },
  {
    where: 'emptyState',
    what: 'a format that is none',
    kind: RangeError,
    says: 'format must be one of binary64, binary32, got "float64"',
    call: () => loose(emptyState, 'float64', 1, 1),
  },
  {
    where: 'emptyState',
    what: 'a width that is none',
    kind: RangeError,
    says: 'dk must be a whole number from 0 to 2^53 - 1, got -1',
    call: () => emptyState('binary64', -1, 1),
  },
  {
    where: 'emptyState',
    what: 'no width',
    kind: TypeError,
    says: 'dv must be a whole number from 0 to 2^53 - 1, got undefined',
    call: () => loose(emptyState, 'binary64', 1),
  },
  {
    where: 'emptyState',
    what: 'widths beyond memory',
    kind: RangeError,
    says: `dk dv must be numbers that memory can hold, got ${2 ** 52}`,
    call: () => emptyState('binary64', 2 ** 26, 2 ** 26),
  },
  {
    where: 'joinStates',
    what: 'a state that is none',
    kind: TypeError,
    says: 'first must be an object with dk, dv, S, z, got undefined',
    call: () => loose(joinStates),
  },
];

test.each(wrong)('$where refuses $what', ({ where, call, ...rest }) => {
  expectRefused(rest, where, good, call);
});

test('states of different formats or widths do not join', () => {
  const state = emptyState('binary64', 2, 4);
  const says = 'second: must be of widths dk 2 and dv 4, got 2 and 3';
  expect(() => joinStates(state, emptyState('binary32', 2, 4))).toThrow(
    new TypeError('joinStates: second: must be of binary64, got binary32'),
  );
  expect(() => joinStates(state, emptyState('binary64', 2, 3))).toThrow(
    new RangeError(`joinStates: ${says}`),
  );
});

const wrongStates: readonly (Wrong & { readonly change: (state: LinearState) => unknown })[] = [
  {
    what: 'a width that is none',
    kind: RangeError,
    says: 'dk must be a whole number from 0 to 2^53 - 1, got 0.5',
    change: (s) => ({ ...s, dk: 0.5 }),
  },
  {
    what: 'a width that is absent',
    kind: TypeError,
    says: 'dv must be a whole number from 0 to 2^53 - 1, got undefined',
    change: (s) => without(s, 'dv'),
  },
  {
    what: 'sums in a list',
    kind: TypeError,
    says: `S ${array}, got Array`,
    change: (s) => ({ ...s, S: [...s.S] }),
  },
  {
    what: 'no sums of keys',
    kind: TypeError,
    says: `z ${array}, got undefined`,
    change: (s) => without(s, 'z'),
  },
  {
    what: 'two formats',
    kind: TypeError,
    says: 'z must be of binary64 as state.S is, got Float32Array',
    change: (s) => ({ ...s, z: new Float32Array(2) }),
  },
  {
    what: 'too few sums',
    kind: RangeError,
    says: 'S must have dk dv = 8 numbers, got 7',
    change: (s) => ({ ...s, S: s.S.subarray(1) }),
  },
  {
    what: 'too many sums of keys',
    kind: RangeError,
    says: 'z must have dk = 2 numbers, got 3',
    change: (s) => ({ ...s, z: new Float64Array(3) }),
  },
];

/** As many keys as queries. */
function aligned(format?: FloatFormat): Tokens {
  const { k, v, ...tokens } = goodTokens(format);
  return { ...tokens, k: k.subarray(2), v: v.subarray(4), m: 2 };
}

test.each(wrongStates)('a piece is refused with a state that has $what', ({ change, says, ...rest }) => {
  const state = emptyState('binary64', 2, 4);
  const bad = change(state);
  const out = new Float64Array(8).fill(7);
  const refused = (name: string, call: () => unknown): void => {
    const said = says.replace('as state.', `as ${name}.`);
    expectRefused({ ...rest, says: `${name}.${said}` }, 'advanceLinear', [out, state], call);
  };
  refused('state', () => advanceLinear(bad as LinearState, aligned(), { out }));
  refused('into', () => advanceLinear(state, aligned(), { out, into: bad as LinearState }));
});

test.each(wrongTokens)('a piece is refused with tokens that have $what', ({ change, ...rest }) => {
  const state = emptyState('binary64', 2, 4);
  expectRefused(rest, 'advanceLinear', state, () =>
    advanceLinear(state, change(goodTokens()) as Tokens, { into: state }),
  );
});

test.each(wrongOuts)('a piece is refused with $what', ({ out, ...rest }) => {
  const state = emptyState('binary64', 2, 4);
  const call = (): unknown =>
    advanceLinear(state, aligned(), { into: state, out: out(aligned()) as Float64Array });
  expectRefused(rest, 'advanceLinear', state, call);
});

test('a piece is refused where it does not fit the state, or what is asked for is none', () => {
  const state = emptyState('binary64', 2, 4);
  const refused = (kind: Wrong['kind'], says: string, tokens: Tokens, options: unknown = {}): void => {
    const out = new Float64Array(8).fill(7);
    const all = {
      out: tokens.q instanceof Float64Array ? out : undefined,
      into: state,
      ...(options as object),
    };
    expectRefused({ what: '', kind, says }, 'advanceLinear', [state, out], () =>
      advanceLinear(state, tokens, all),
    );
  };
  refused(RangeError, 'm must be n, as tokens come whole, got 3 and 2', goodTokens());
  refused(TypeError, 'tokens: must be of binary64, got binary32', aligned(formatNamed('binary32')));
  const narrow = { ...aligned(), k: numbers(binary64, 2), q: numbers(binary64, 2), dk: 1 };
  refused(RangeError, 'tokens must be of the widths of the state, dk 2 and dv 4, got 1 and 4', narrow);
  refused(TypeError, 'options must be among normalize, featureMap, out, into, got "causal"', aligned(), {
    causal: true,
  });
  refused(TypeError, 'normalize must be true or false, got 1', aligned(), { normalize: 1 });
  refused(TypeError, 'into must be an object with dk, dv, S, z, got null', aligned(), { into: null });
  refused(RangeError, 'into: must be of widths dk 2 and dv 4, got 2 and 3', aligned(), {
    into: emptyState('binary64', 2, 3),
  });
  refused(TypeError, 'into: must be of binary64, got binary32', aligned(), {
    into: emptyState('binary32', 2, 4),
  });
});

test('a piece is refused where what is written overlaps what is read', () => {
  const tokens = aligned();
  const fresh = emptyState('binary64', 2, 4);
  const refused = (name: string, other: string, state: LinearState, piece: Tokens, options: object): void => {
    const says = `${name} must not overlap ${other}, got arrays with bytes in common`;
    const call = (): unknown => advanceLinear(state, piece, options);
    expectRefused({ what: '', kind: RangeError, says }, 'advanceLinear', [state, piece], call);
  };
  for (const [sums, length] of [
    ['S', 8],
    ['z', 2],
  ] as const) {
    const all = new Float64Array(length + 12);
    const state = { ...emptyState('binary64', 2, 4), [sums]: all.subarray(0, length) };
    /** So many numbers, the first of which is the last of the sums. */
    const after = (count: number): Float64Array => all.subarray(length - 1, length - 1 + count);
    refused('out', `state.${sums}`, state, tokens, { out: after(8) });
    refused('out', `into.${sums}`, fresh, tokens, { out: after(8), into: state });
    for (const [name, count] of [
      ['q', 4],
      ['k', 4],
      ['v', 8],
    ] as const) {
      refused(`into.${sums}`, name, fresh, { ...tokens, [name]: after(count) }, { into: state });
      refused(`into.${sums}`, name, state, { ...tokens, [name]: after(count) }, { into: state });
    }
    refused(`into.${sums}`, `state.${sums}`, state, tokens, {
      into: { ...emptyState('binary64', 2, 4), [sums]: after(length) },
    });
  }
  const all = new Float64Array(9);
  const tangled = { ...emptyState('binary64', 2, 4), S: all.subarray(0, 8), z: all.subarray(7) };
  refused('into.S', 'into.z', tangled, tokens, { into: tangled });
  refused('into.S', 'into.z', fresh, tokens, { into: tangled });
  refused('into.S', 'state.z', { ...fresh, z: all.subarray(7) }, tokens, {
    into: { ...fresh, S: all.subarray(0, 8) },
  });
});
