import { expect, test } from 'vitest';
import { floatFormats, roundDouble } from '#arithmetic/float-format.ts';
import { inFloats } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { decideInFloats } from '#judge/floats.ts';
import { replay } from '#judge/replay.ts';
import type { Witness } from '#judge/verdict.ts';
import { witnessFile } from '#judge/witness-file.ts';
import { ample } from './budget.ts';

const three = inputs({ name: 'a, b, c', layout: { a: [], b: [], c: [] }, sizes: {} });
const regrouped = inFloats({
  domain: three,
  left: (r, { a, b, c }) => [r.add(r.add(a, b), c)],
  right: (r, { a, b, c }) => [r.add(a, r.add(b, c))],
});
const one = inputs({ name: 'a', layout: { a: [] }, sizes: {} });
const pair = inputs({ name: 'a, b', layout: { a: [], b: [] }, sizes: {} });
const commuted = inFloats({
  domain: pair,
  left: (r, { a, b }) => [r.mul(a, r.add(a, b))],
  right: (r, { a, b }) => [r.mul(r.add(b, a), a)],
});
const inputsOf = ({ inputs: given }: Witness): readonly string[] => given.map(({ decimal }) => decimal);

test('regrouping a sum of three numbers changes it in every format, first next to 2^p', () => {
  const verdict = decideInFloats(regrouped, ample);
  if (verdict.verdict !== 'refuted') throw new Error(verdict.verdict);
  const { witness, otherFormats } = verdict;
  expect(witness).toMatchObject({
    format: 'binary64',
    relation: '=',
    entry: 1,
    left: { term: 'a + b + c' },
    right: { term: 'a + (b + c)' },
  });
  expect([witness!, ...otherFormats!].map(inputsOf)).toEqual(
    [53, 24, 11, 8].map((precision) => ['1', '1', `${2 ** precision}`]),
  );
  expect([witness!, ...otherFormats!].map(({ format }) => format)).toEqual(
    floatFormats.map(({ name }) => name),
  );
  expect([witness!, ...otherFormats!].map(({ gap }) => gap)).toEqual(['2', '2', '2', '2']);
  for (const found of [witness!, ...otherFormats!]) {
    expect(replay(witnessFile('a', 'b', 'c', found))).toMatchObject({ refutes: true, agrees: true });
  }
});

test('changing the order of two operands changes nothing, and is not claimed to be proved', () => {
  expect(decideInFloats(commuted, ample)).toEqual({
    verdict: 'undecided',
    tried: ['search: both sides agree on every case tried in binary64, binary32, binary16, bfloat16'],
  });
});

test('a difference in the narrow formats alone is reported there', () => {
  // 2049 is no number of binary16 and bfloat16.
  const literal = inFloats({
    domain: one,
    left: (r) => [r.sub(r.of(2049), r.of(2048))],
    right: (r) => [r.of(1)],
  });
  const verdict = decideInFloats(literal, ample);
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    witness: { format: 'binary16', left: { term: '2049 - 2048', lo: '0', hi: '0' } },
    otherFormats: [{ format: 'bfloat16' }],
  });
  const only = inFloats({
    domain: one,
    left: (r) => [r.sub(r.of(257), r.of(256))],
    right: (r) => [r.of(1)],
  });
  expect(decideInFloats(only, ample)).not.toHaveProperty('otherFormats');
});

test('no operation is left out of the terms, not even one that changes no real number', () => {
  const padded = inFloats({
    domain: one,
    left: (r, { a }) => [r.sub(r.add(r.mul(r.of(1), a), r.of(2 ** 60)), r.of(2 ** 60))],
    right: (_r, { a }) => [a],
  });
  expect(decideInFloats(padded, ample)).toMatchObject({
    witness: {
      inputs: [{ decimal: '1' }],
      left: { term: '1 * a + 1152921504606846976 - 1152921504606846976' },
    },
  });
});

test('inputs are numbers of the format, results are finite, zeros of both signs are one', () => {
  const overflows = inFloats({
    domain: pair,
    left: (r, { a, b }) => [r.mul(r.mul(a, a), r.mul(b, b))],
    right: (r, { a, b }) => [r.mul(r.mul(a, b), r.mul(a, b))],
  });
  const verdict = decideInFloats(overflows, ample);
  const witnesses = verdict.verdict === 'refuted' ? [verdict.witness!, ...(verdict.otherFormats ?? [])] : [];
  for (const witness of witnesses) {
    expect(Number.isFinite(Number(witness.left.hi)) && Number.isFinite(Number(witness.right.hi))).toBe(true);
  }
  const zeros = inFloats({
    domain: one,
    left: (r, { a }) => [r.mul(r.of(0), a)],
    right: (r) => [r.of(0)],
  });
  expect(decideInFloats(zeros, ample).verdict).toBe('undecided');
});

test('where no graded case differs, a random one does, made simpler, as a number of the format', () => {
  const narrow = inputs({
    name: 'x > 4',
    layout: { x: [] },
    sizes: {},
    alphabet: [],
    admits: (x) => x > 4 && x < 9,
  });
  const third = inFloats({
    domain: narrow,
    left: (r, { x }) => [r.mul(r.div(x, r.of(7)), r.of(7))],
    right: (_r, { x }) => [x],
  });
  const verdict = decideInFloats(third, { ...ample, runs: 300 });
  if (verdict.verdict !== 'refuted') throw new Error(verdict.verdict);
  for (const witness of [verdict.witness!, ...(verdict.otherFormats ?? [])]) {
    expect(inputsOf(witness)[0]!.length).toBeLessThan(18);
    const format = floatFormats.find(({ name }) => name === witness.format)!;
    expect(roundDouble(format, Number(inputsOf(witness)[0]))).toBe(Number(inputsOf(witness)[0]));
    expect(replay(witnessFile('a', 'b', 'c', witness))).toMatchObject({ refutes: true, agrees: true });
  }
});

test('decides nothing when there is no time', () => {
  expect(decideInFloats(regrouped, { ...ample, expired: () => true }).verdict).toBe('undecided');
  let asked = 0;
  const empty = inputs({
    name: 'x',
    layout: { x: [] },
    sizes: {},
    alphabet: [0],
    admits: (x) => x === 0 || x > 3.5,
  });
  const same = inFloats({ domain: empty, left: (_r, { x }) => [x], right: (_r, { x }) => [x] });
  expect(decideInFloats(same, { ...ample, expired: () => ++asked > 10 }).verdict).toBe('undecided');
});
