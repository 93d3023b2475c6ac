import { expect, test } from 'vitest';
import { inTurn, intros, onEach, unfolding } from '#coq/tactic.ts';

test('tactics follow each other, and what is nothing is left out', () => {
  expect(inTurn('intros x', '', 'ring')).toBe('intros x;\nring');
  expect(intros(['a', 'b'])).toBe('intros a b');
});

test('goals have a tactic each, indented', () => {
  expect(onEach()).toBe('');
  expect(onEach('ring')).toBe('[ ring ]');
  expect(onEach('a;\nb', 'c')).toBe('[ a;\n  b\n| c ]');
});

test('definitions are unfolded by a tactic of their own', () => {
  expect(unfolding('opened', ['f', 'g'])).toBe('Ltac opened := cbv beta iota delta [f g].');
});
