import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32 } from '#arithmetic/float-format.ts';
import { formatOf, zerosLike } from '#kernel/declaration.ts';
import { kernels } from '#kernel/kernels.ts';
import { allocate } from '#kernel/memory.ts';
import { outputs } from '#kernel/rnn/output.ts';
import {
  chooseState,
  chooseStates,
  output,
  recurrence,
  type StateForm,
  type StatesForm,
  states,
} from '#kernel/rnn.ts';
import { arrayOf, everyKind } from './rnn/sequences.ts';
import { detached, expectRefused, type Wrong, wrongTiers } from './wrong-calls.ts';

type Loose = (x: unknown, h0?: unknown, options?: unknown) => unknown;
const calls: Readonly<Record<string, Loose>> = { recurrence, output, states } as Readonly<
  Record<string, unknown>
> as Readonly<Record<string, Loose>>;
const x = Float64Array.of(1, 2, 3);
const array = 'must be a Float64Array or a Float32Array';
const stateForms = 'lanes, compensated, streaming, paired';

interface WrongSequence extends Wrong {
  readonly of: readonly unknown[];
  readonly only?: readonly string[];
}

const wrong: readonly WrongSequence[] = [
  { what: 'no inputs', kind: TypeError, says: `x ${array}, got undefined`, of: [] },
  { what: 'a list', kind: TypeError, says: `x ${array}, got Array`, of: [[1, 2], 0] },
  {
    what: 'big integers',
    kind: TypeError,
    says: `x ${array}, got BigInt64Array`,
    of: [new BigInt64Array(2), 0],
  },
  {
    what: 'inputs that were handed over',
    kind: TypeError,
    says: 'x must have an attached buffer, got a detached one',
    of: [detached(), 0],
  },
  { what: 'no initial state', kind: TypeError, says: 'h0 must be a number, got undefined', of: [x] },
  {
    what: 'an initial state in a list',
    kind: TypeError,
    says: 'h0 must be a number, got Array',
    of: [x, [0]],
  },
  {
    what: 'an initial state of another format',
    kind: RangeError,
    says: 'h0 must be a binary32 number, such as 0.10000000149011612, got 0.1',
    of: [new Float32Array(2), 0.1],
  },
  {
    what: 'an initial state beyond the format',
    kind: RangeError,
    says: 'h0 must be a binary32 number, such as Infinity, got 1e+39',
    of: [new Float32Array(2), 1e39],
  },
  {
    what: 'options that are none',
    kind: TypeError,
    says: 'options must be an object with form, tier, got 5',
    of: [x, 0, 5],
    only: ['recurrence', 'output'],
  },
  {
    what: 'an array for options',
    kind: TypeError,
    says: 'options must be an object with form, tier, out, got Float64Array',
    of: [x, 0, x],
    only: ['states'],
  },
  {
    what: 'a list for options',
    kind: TypeError,
    says: 'options must be an object with form, tier, out, got Array',
    of: [x, 0, []],
    only: ['states'],
  },
  {
    what: 'an option that is none',
    kind: TypeError,
    says: 'options must be among form, tier, got "out"',
    of: [x, 0, { out: x }],
    only: ['recurrence', 'output'],
  },
  {
    what: 'an option that is none',
    kind: TypeError,
    says: 'options must be among form, tier, out, got "into"',
    of: [x, 0, { into: x }],
    only: ['states'],
  },
  ...wrongTiers.map(({ options, ...rest }) => ({ ...rest, of: [x, 0, options] })),
  {
    what: 'a form that is none',
    kind: RangeError,
    says: `form must be one of ${stateForms}, got "scan"`,
    of: [x, 0, { form: 'scan' }],
    only: ['recurrence', 'output'],
  },
  {
    what: 'a form that is none',
    kind: RangeError,
    says: 'form must be one of streaming, scan, got "lanes"',
    of: [x, 0, { form: 'lanes' }],
    only: ['states'],
  },
  {
    what: 'a list for out',
    kind: TypeError,
    says: `out ${array}, got Array`,
    of: [x, 0, { out: [0, 0, 0] }],
    only: ['states'],
  },
  {
    what: 'out of another format',
    kind: TypeError,
    says: 'out must be of binary64 as x is, got Float32Array',
    of: [x, 0, { out: new Float32Array(3) }],
    only: ['states'],
  },
  {
    what: 'out of another length',
    kind: RangeError,
    says: 'out must have T = 3 numbers, got 4',
    of: [x, 0, { out: new Float64Array(4) }],
    only: ['states'],
  },
];

const refusals = wrong.flatMap((one) => (one.only ?? Object.keys(calls)).map((where) => ({ ...one, where })));

test.each(refusals)('$where refuses $what: $says', ({ where, of, ...rest }) => {
  expectRefused(rest, where, x, () => calls[where]!(...(of as [unknown])));
});

test('states may take the place of their inputs, and overlap them in no other way', () => {
  const expected = states(x, 4);
  const inPlace = x.slice();
  expect(states(inPlace, 4, { out: inPlace })).toBe(inPlace);
  expect(inPlace).toEqual(expected);
  for (const form of ['streaming', 'scan'] as const) {
    const all = new Float64Array(8).fill(1);
    for (const at of [0, 1, 3, 4]) {
      const says = 'out must be x or not overlap it, got arrays with bytes in common';
      expectRefused({ what: '', kind: RangeError, says }, 'states', all, () =>
        states(all.subarray(2, 5), 0, { out: all.subarray(at, at + 3), form }),
      );
    }
    expect(states(all.subarray(0, 4), 0, { out: all.subarray(4), form })).toEqual(
      Float64Array.of(1, 0, 1, 0),
    );
  }
});

test('recurrence and output have the bits of the kernel that is chosen', () => {
  const forms = fc.constantFrom<StateForm | undefined>(
    undefined,
    'streaming',
    'paired',
    'lanes',
    'compensated',
  );
  fc.assert(
    fc.property(everyKind(), forms, fc.constantFrom(undefined, 'plain' as const), (one, form, tier) => {
      const inputs = arrayOf(one.format, one.x);
      const { kernel } = chooseState('recurrence', inputs, one.h0, { form, tier });
      expect(kernel.form).toBe(form ?? 'lanes');
      const h = kernel.run(inputs, one.h0);
      expect(recurrence(inputs, one.h0, { form, tier })).toBe(h);
      expect(output(inputs, one.h0, { form, tier })).toBe(outputs(one.format)(h));
    }),
  );
});

test('states have the bits of the kernel that is chosen, in an array of their own or in the one that is given', () => {
  const forms = fc.constantFrom<StatesForm | undefined>(undefined, 'streaming', 'scan');
  fc.assert(
    fc.property(everyKind(600), forms, (one, form) => {
      const inputs = arrayOf(one.format, one.x);
      const expected = zerosLike(inputs, inputs.length);
      const { kernel } = chooseStates('states', inputs, one.h0, { form });
      expect(kernel.form).toBe(form ?? kernel.form);
      kernel.run(inputs, one.h0, expected);
      expect(states(inputs, one.h0, { form })).toEqual(expected);
      const out = zerosLike(inputs, inputs.length);
      expect(states(inputs, one.h0, { form, out })).toBe(out);
      expect(out).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test('without inputs the state is the initial one, and its output that of a stream', () => {
  for (const none of [new Float64Array(0), new Float32Array(0)]) {
    for (const { form } of kernels.recurrence) {
      expect(recurrence(none, 0.25, { form: form as StateForm })).toBe(0.25);
    }
    expect(states(none, 1)).toEqual(none);
    expect(output(none, 0.25)).toBe(outputs(formatOf(none))(0.25));
    expect([output(none, Number.POSITIVE_INFINITY), output(none, Number.NEGATIVE_INFINITY)]).toEqual([1, 0]);
    expect(output(none, Number.NaN)).toBeNaN();
  }
  expect(formatOf(new Float32Array(0))).toBe(binary32);
});

test('vectors are left out where plain sums have the same bits sooner', () => {
  const tierOf = (x: Float64Array, form?: StateForm): string =>
    chooseState('recurrence', x, 0, { form }).kernel.tier;
  const [own, resident] = [new Float64Array(5000), allocate('binary64', 5000)];
  expect([
    tierOf(own),
    tierOf(resident),
    tierOf(resident.subarray(0, 511)),
    tierOf(resident.subarray(0, 512)),
  ]).toEqual(['plain', 'simd', 'plain', 'simd']);
  expect([4095, 4096].map((count) => tierOf(own.subarray(0, count), 'compensated'))).toEqual([
    'plain',
    'simd',
  ]);
  expect([4095, 4096].map((count) => tierOf(resident.subarray(0, count), 'compensated'))).toEqual([
    'plain',
    'simd',
  ]);
  expect(chooseState('recurrence', own, 0, { tier: 'simd' }).kernel.tier).toBe('simd');
});

test('a sum has the same bits whether vectors answer or not', () => {
  fc.assert(
    fc.property(everyKind(200), fc.constantFrom<StateForm>('lanes', 'compensated'), (one, form) => {
      const inputs = arrayOf(one.format, one.x);
      const [plain, simd] = (['plain', 'simd'] as const).map((tier) =>
        recurrence(inputs, one.h0, { form, tier }),
      );
      expect(simd).toBe(plain);
    }),
    { numRuns: 50 },
  );
});
