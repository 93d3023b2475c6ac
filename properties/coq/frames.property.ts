import { expect, test } from 'vitest';
import { outputEntries, scoresAt } from '#claim/softmax-attention/quantities.ts';
import { orthogonalTokens, threeTokens } from '#claim/softmax-attention/tokens.ts';
import {
  conjunction,
  fixedFrame,
  frameInstance,
  related,
  sideOf,
  varyingFrame,
  varyingInstance,
} from '#coq/frames.ts';

const score = scoresAt(threeTokens, [[1, 3]]);

test('four vectors are named as in the write-up, more by number', () => {
  expect(fixedFrame(4).names).toEqual(['a', 'b', 'c', 'd']);
  expect(fixedFrame(5).names).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
});

test('a side is written in vectors of any space, which vary with beta where it does', () => {
  expect(sideOf(score, fixedFrame(4)).map(({ text }) => text)).toEqual(['inner (vadd d b) (vadd c d)']);
  expect(sideOf(score, varyingFrame(4)).map(({ text }) => text)).toEqual([
    'inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))',
  ]);
});

test('a coordinate is the inner product with a vector of the frame over beta', () => {
  const [first, second] = sideOf(outputEntries(orthogonalTokens, [1]), fixedFrame(2));
  expect(first!.text).toMatch(/^inner \(vadd \(vscale .* a \/ beta$/);
  expect(second!.text).toMatch(/ b \/ beta$/);
});

test('the axes of a space of as many dimensions are a frame', () => {
  const { facts, unknowns } = frameInstance(fixedFrame(2), '3');
  expect(facts).toContain('frame beta [axis 2 beta 0; axis 2 beta 1]');
  expect(facts).toContain('(frames 3) as F');
  expect(unknowns).toBe('_ _ _ _');
  expect(varyingInstance(varyingFrame(2)).instances).toBe(
    '(coordinates 2) (fun beta => axis 2 beta 0) (fun beta => axis 2 beta 1)',
  );
});

test('relations and conjunctions are written as Coq reads them', () => {
  const [x] = sideOf(score, fixedFrame(4));
  expect(related(x!, '!=', x!)).toContain(' <> ');
  expect(conjunction(['p', 'q'])).toBe('p /\\\n  q');
  expect(conjunction([])).toBe('True');
});
