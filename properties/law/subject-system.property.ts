import { expect, test } from 'vitest';
import { balls, contains } from '#arithmetic/ball.ts';
import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import { exactly, fraction } from '#arithmetic/rational.ts';
import { referenceSystem } from '#law/reference-system.ts';
import type { SubjectFunctions } from '#law/subject.ts';
import { type Asked, outside, SubjectFault } from '#law/subject-call.ts';
import { computedSystem, heldSystem } from '#law/subject-system.ts';
import { implementation } from '../specimen/subject/subject-specimen.ts';

const a = balls(128);
const rows = (...entries: number[][]) => entries.map((row) => row.map(a.of));
const right: SubjectFunctions = {
  alternatingSum: (x, h0) => x.reduce((h, input) => input - h, h0),
  output: (x, h0) => 1 / (1 + Math.exp(-1000 * x.reduce((h, input) => input - h, h0))),
  softmaxAttention: (q, _k, v) => q.map(() => v[0]!),
  linearAttention: (q, _k, v, options) => q.map(() => v[0]!.map(() => Object.keys(options).length)),
};

function held(functions: SubjectFunctions, log: Asked[] = [], format: FloatFormat = binary64) {
  return heldSystem(a, implementation('one', functions, format), log);
}

function computed(functions: SubjectFunctions, log: Asked[] = [], format: FloatFormat = binary64) {
  return computedSystem(implementation('one', functions, format), log);
}

test('a held number is a ball of its bound about what was computed', () => {
  const ball = held(right).alternatingSum(rows([1, 0.3])[0]!, a.of(0.1));
  const [exact, value] = [0.1, 1, 0.3].map(exactly);
  expect(contains(ball, exactly(0.3 - (1 - 0.1)))).toBe(true);
  expect(ball.rad > 0n && exact !== value).toBe(true);
  // Exactly 0.3 - 1 + 0.1 of the doubles.
  const sum = [exactly(0.3), fraction(-1n), exactly(0.1)].reduce((x, y) =>
    fraction(x.num * y.den + y.num * x.den, x.den * y.den),
  );
  expect(contains(ball, sum)).toBe(true);
  expect(contains(ball, exactly(0.3 - (1 - 0.1) + 2 ** -40))).toBe(false);
});

test('every call and its reply are logged, also one that is at fault', () => {
  const log: Asked[] = [];
  held(right, log).alternatingSum([a.of(2)], a.of(1));
  computed(right, log).output([], 0);
  expect(log).toEqual([
    { call: { fn: 'alternatingSum', x: [2], h0: 1 }, reply: [1] },
    { call: { fn: 'output', x: [], h0: 0 }, reply: [0.5] },
  ]);
  const faulty: Asked[] = [];
  expect(() => held({ alternatingSum: () => 'h' as never }, faulty).alternatingSum([], a.of(1))).toThrow(
    SubjectFault,
  );
  expect(faulty).toEqual([{ call: { fn: 'alternatingSum', x: [], h0: 1 } }]);
});

test('the states are the final states of each beginning', () => {
  expect(computed(right).states([1, 5, 2], 1)).toEqual([0, 5, -3]);
  expect(computed({}).states([1, 5, 2], 1)).toEqual([0, 5, -3]);
});

test('each form of linear attention asks for its options', () => {
  const log: Asked[] = [];
  const system = computed(right, log);
  const [q, k, v] = [
    [[1], [2]],
    [[3], [4]],
    [[5], [6]],
  ];
  system.linearAttention(q, k, v);
  system.linearAttention(q, k, v, { causal: true, normalize: true });
  system.reassociated(q, k, v);
  system.recurrent(q, k, v);
  system.chunkwise(q, k, v, 2);
  system.elu1Attention(q, k, v);
  system.softmaxAttention(q, k, v, { scale: 0.5, causal: true });
  system.softmaxAttention(q, k, v);
  expect(log.map(({ call }) => 'options' in call && call.options)).toEqual([
    {},
    { causal: true, normalize: true },
    {},
    { causal: true },
    { causal: true },
    { normalize: true, featureMap: 'elu1' },
    { causal: true, scale: 0.5 },
    {},
  ]);
  expect(
    system.linearAttention(q, k, [
      [1, 2],
      [3, 4],
    ]),
  ).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(system.linearAttention([], k, v)).toEqual([]);
});

test('what the subject lacks is the reference', () => {
  const log: Asked[] = [];
  const lacking = held({}, log);
  const reference = referenceSystem(a);
  const [x, h0] = [rows([1, 2])[0]!, a.of(3)];
  expect(lacking.output(x, h0)).toEqual(reference.output(x, h0));
  const one = rows([1]);
  expect(lacking.softmaxAttention(one, one, one)).toEqual(reference.softmaxAttention(one, one, one));
  expect(lacking.chunkwise(one, one, one, 1)).toEqual(reference.chunkwise(one, one, one, 1));
  expect(computed({}, log, binary32).linearAttention([[0.1]], [[1]], [[1]])).toEqual([[Math.fround(0.1)]]);
  expect(log).toEqual([]);
});

test('a call at what is no number of the format is outside', () => {
  const third = a.div(a.of(1), a.of(3));
  const cases = [
    () => held(right).alternatingSum([third], a.of(0)),
    () => held(right, [], binary32).alternatingSum([a.of(0.1)], a.of(0)),
    () => held(right).alternatingSum([a.mul(a.of(2 ** 1000), a.of(2 ** 1000))], a.of(0)),
    () => held(right).softmaxAttention(rows([1]), [], []),
    () => held(right).elu1Attention([[1]], [], []),
    () => held(right, [], binary32).elu1Attention([[0.1]], [[1]], rows([1])),
    () => computed(right).alternatingSum([Number.NaN], 0),
    () => computed(right, [], binary32).alternatingSum([0.1], 0),
  ];
  for (const asked of cases) expect(asked).toThrow(outside);
  expect(() => held(right).alternatingSum([a.of(0.1)], a.of(0))).not.toThrow();
});

test('a result of which nothing is promised is outside, and one that must be finite and is not is a fault', () => {
  const largest = a.of(Number.MAX_VALUE);
  expect(() => held(right).alternatingSum([largest, a.neg(largest)], a.of(0))).toThrow(outside);
  expect(() => held({ alternatingSum: () => Number.NaN }).alternatingSum([], a.of(1))).toThrow(
    new SubjectFault('alternatingSum: a result that is bounded must be finite, got NaN'),
  );
  expect(() => computed({ alternatingSum: () => Infinity }).alternatingSum([], 1)).toThrow(outside);
});
