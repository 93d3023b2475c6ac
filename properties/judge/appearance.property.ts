import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import {
  bfloat16,
  binary16,
  binary32,
  binary64,
  floatFormats,
  roundDouble,
} from '#arithmetic/float-format.ts';
import { quickExpRounder } from '#arithmetic/quick-exp.ts';
import { coordinates } from '#arithmetic/space.ts';
import type { ForAllBeta, Relation } from '#claim/statement.ts';
import { axisFrame } from '#domain/orthogonal.ts';
import { appearing } from '#judge/appearance.ts';
import { firstOutput, firstToken, forBeta, numbers, ofBeta } from './three-tokens.ts';

/** What a program that computes one beta at a time sees, softmax as defined. */
function plainly(statement: ForAllBeta, format: (typeof floatFormats)[number], beta: number): string {
  const a = { ...floats(format), exp: quickExpRounder(format) };
  const [space, frame] = [coordinates(a, 4), axisFrame(a, beta, 4)];
  const [left, right] = [statement.left(space, frame), statement.right(space, frame)];
  if ([...left, ...right].some(Number.isNaN)) return 'nan';
  return left.every((entry, i) => entry === right[i]) ? 'holds' : 'fails';
}

test('many values at once look as each of them does alone', () => {
  const statement = forBeta(firstOutput, '=', firstToken);
  const sizes = fc.double({ min: -6, max: 6, noNaN: true }).map((exponent) => 2 ** exponent);
  for (const format of floatFormats) {
    const betas = fc.sample(sizes, { numRuns: 40, seed: 1 }).map((beta) => roundDouble(format, beta));
    expect(appearing(statement, format, 'unshifted')(betas)).toEqual(
      betas.map((beta) => plainly(statement, format, beta)),
    );
  }
});

test('more values than fit a block keep their order', () => {
  const betas = Array.from({ length: 2500 }, (_, i) => i);
  const found = appearing(
    forBeta(
      ofBeta((_a, beta) => beta),
      '<',
      numbers(1500),
    ),
    binary64,
    'shifted',
  )(betas);
  expect(found.lastIndexOf('holds')).toBe(1499);
  expect(found.indexOf('fails')).toBe(1500);
  expect(found).toHaveLength(2500);
});

test.each([
  ['=', [false, true, false]],
  ['!=', [true, false, true]],
  ['<', [true, false, false]],
  ['<=', [true, true, false]],
  ['>', [false, false, true]],
  ['>=', [false, true, true]],
] as const)('beta %s 2 at 1, 2 and 3 is %j', (relation: Relation, expected) => {
  const statement = forBeta(
    ofBeta((_a, beta) => beta),
    relation,
    numbers(2),
  );
  expect(appearing(statement, binary32, 'unshifted')([1, 2, 3])).toEqual(
    expected.map((holds) => (holds ? 'holds' : 'fails')),
  );
});

test('a NaN in any entry of either side is what is returned', () => {
  const nan = ofBeta((a) => a.div(a.of(0), a.of(0)));
  const one = numbers(1);
  for (const statement of [
    forBeta(nan, '=', one),
    forBeta(one, '=', nan),
    forBeta((s, f) => [...numbers(2)(s, f), ...nan(s, f)], '=', numbers(1, 1)),
    forBeta((s, f) => [...nan(s, f), ...numbers(2)(s, f)], '=', numbers(1, 1)),
  ]) {
    expect(appearing(statement, binary16, 'shifted')([1])).toEqual(['nan']);
  }
});

test('only the shifted softmax returns numbers where the exponential of a score overflows', () => {
  const statement = forBeta(firstOutput, '=', firstToken);
  expect(appearing(statement, bfloat16, 'unshifted')([8])).toEqual(['nan']);
  expect(appearing(statement, bfloat16, 'shifted')([8])).toEqual(['fails']);
  expect(appearing(statement, bfloat16, 'shifted')([10])).toEqual(['holds']);
});

test('zeros of either sign are the same number', () => {
  const statement = forBeta(
    ofBeta((a) => a.neg(a.of(0))),
    '=',
    numbers(0),
  );
  expect(appearing(statement, binary64, 'unshifted')([1])).toEqual(['holds']);
});
