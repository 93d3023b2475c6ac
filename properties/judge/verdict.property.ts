import { expect, test } from 'vitest';
import { verdictWords } from '#judge/verdict.ts';

test('the words of a verdict are six, undecided last', () => {
  expect(verdictWords).toEqual(['definition', 'proved', 'conditional', 'refuted', 'ill-posed', 'undecided']);
});
