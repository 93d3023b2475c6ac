import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary64 } from '#arithmetic/float-format.ts';
import { Asker } from '#conformance/asker.ts';
import { gradeSubject } from '#conformance/grade-subject.ts';
import type { Answer } from '#conformance/graded-law.ts';
import { looksLike } from '#conformance/looks-like.ts';
import { stateVariants } from '#law/rnn/variants.ts';
import { softmaxVariants } from '#law/softmax-attention/variants.ts';
import { gradeOf, hostWith, right, someSeed } from './graded-stage.ts';

const asker = new Asker(hostWith(right));
const call = { fn: 'alternatingSum', x: [1], h0: 2 } as const;

test('what agrees with one variant is told by it', () => {
  expect(looksLike(stateVariants, asker, [{ call, numbers: [1], isWrong: true }])).toBe(
    'starts from 0, or gives the first input its sign, whatever the number of inputs, or subtracts the input from the state',
  );
});

test('nothing is told where none fits, where there are no numbers, and where too many fit', () => {
  expect(looksLike(stateVariants, asker, [{ call, numbers: [77], isWrong: true }])).toBeUndefined();
  expect(looksLike(stateVariants, asker, [])).toBeUndefined();
  const many = { fn: 'alternatingSum', x: [], h0: 1 } as const;
  const all = Array.from({ length: 4 }, () => stateVariants[0]!);
  expect(looksLike(all, asker, [{ call: many, numbers: [0], isWrong: true }])).toBeUndefined();
});

test('a wrong implementation by a variant is told by its words', () => {
  for (const id of [
    'a-mask-one-more',
    'a-scale-squared',
    'a-last-key-dropped',
    'a-no-shift',
    'a-not-normalised',
  ]) {
    const { entries, says } = softmaxVariants.find((one) => one.id === id)!;
    const host = hostWith({
      softmaxAttention: (q, k, v, options) => {
        const flat = entries(floats(binary64), { fn: 'softmaxAttention', q, k, v, options });
        return q.map((_, i) => flat.slice(i * v[0]!.length, (i + 1) * v[0]!.length));
      },
    });
    const { laws } = gradeSubject(host, { seed: someSeed(), runs: 1, laws: ['a-within-bound'] });
    expect([id, gradeOf(laws, 'a-within-bound').witness!.looksLike]).toEqual([id, says]);
  }
});

test('binary32 is told by numbers of binary32 that are as wrong as that', () => {
  const one = { fn: 'alternatingSum', x: [], h0: 0.1 } as const;
  const told = (x: number): string | undefined =>
    looksLike(stateVariants, asker, [{ call: one, numbers: [x], isWrong: true }]);
  expect(told(Math.fround(0.1))).toBe('computes in binary32');
  expect(told(Math.fround(0.1) + 1e-12)).toBeUndefined();
});

test('what is shown bears out what it looks like: no further from it than the bound, where right is further', () => {
  const [variant] = stateVariants.filter(({ id }) => id === 'r-h0-negated');
  const one = { fn: 'alternatingSum', x: [1, 64, 64], h0: 0.1 } as const;
  const [bound] = asker.allowance(one).bound;
  const told = (number: number): string | undefined =>
    looksLike([variant!], asker, [{ call: one, numbers: [number], isWrong: true }]);
  // It is 1 - 0.1, and what it looks like is 1 + 0.1.
  expect([told(1.1), told(1.1 + bound!), told(1.1 + 2 * bound!)]).toEqual([
    variant!.says,
    variant!.says,
    undefined,
  ]);
});

test('where a variant would be wrong too, the subject must agree with it in a few wrong results, lest it be by chance', () => {
  const answer = (h0: number, x: readonly number[], number: number): Answer => ({
    call: { fn: 'alternatingSum', x, h0 },
    numbers: [number],
    isWrong: x.length > 0,
  });
  const negated = stateVariants.filter(({ id }) => id === 'r-h0-negated');
  const told = (count: number): string | undefined =>
    looksLike(negated, asker, [
      ...Array.from({ length: count + 1 }, (_, i) => answer(i + 1, [1], i + 2)),
      answer(4, [], 4),
    ]);
  expect(told(2)).toBeUndefined();
  expect(told(3)).toBe('starts from -h0');
});

test('a variant beyond all doubles is agreed with by what is not finite', () => {
  const tokens = { fn: 'softmaxAttention', q: [[1]], k: [[800]], v: [[1]], options: {} } as const;
  const vanishing = { ...tokens, q: [[2 ** 20], [0]], k: [[-1024], [-1025]], v: [[1], [2]] } as const;
  const told = (x: number): string | undefined =>
    looksLike(
      softmaxVariants.filter(({ id }) => id === 'a-not-normalised'),
      asker,
      [{ call: tokens, numbers: [x], isWrong: true }],
    );
  expect(told(Number.POSITIVE_INFINITY)).toBe('does not divide by the sum');
  expect(told(5)).toBeUndefined();
  // Both weights are beyond all doubles on the other side.
  const notNormalised = softmaxVariants.filter(({ id }) => id === 'a-not-normalised');
  const toldOf = (first: number): string | undefined =>
    looksLike(notNormalised, asker, [{ call: vanishing, numbers: [first, 3], isWrong: true }]);
  expect(toldOf(0)).toBe('does not divide by the sum');
  expect(toldOf(1)).toBeUndefined();
});

test('a variant that is not finite is agreed with by nothing that is', () => {
  const tokens = { fn: 'softmaxAttention', q: [[1]], k: [[800]], v: [[1]], options: {} } as const;
  const unshifted = softmaxVariants.filter(({ id }) => id === 'a-no-shift');
  const told = (x: number): string | undefined =>
    looksLike(unshifted, asker, [{ call: tokens, numbers: [x], isWrong: true }]);
  expect(told(Number.NaN)).toBe('exponentiates scores as they are');
  expect(told(0)).toBeUndefined();
});

test('an entry of which nothing is promised tells no variant from another', () => {
  const [first] = stateVariants;
  const most = { fn: 'alternatingSum', x: [Number.MAX_VALUE], h0: -Number.MAX_VALUE } as const;
  for (const number of [0, Number.POSITIVE_INFINITY]) {
    const answers = [
      { call, numbers: [1], isWrong: true },
      { call: most, numbers: [number], isWrong: false },
    ];
    expect(looksLike([first!], asker, answers)).toBe(first!.says);
  }
});
