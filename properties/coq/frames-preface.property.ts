import { expect, test } from 'vitest';
import { framesPreface } from '#coq/frames-preface.ts';

test('a frame is a list of orthogonal vectors of norm beta, and the axes of R^n are one', () => {
  expect(framesPreface).toContain('inner v v = beta * beta /\\ Forall (fun w => inner v w = 0) rest');
  expect(framesPreface).toContain('fun j => if Nat.eqb i j then beta else 0.');
  expect(framesPreface).not.toMatch(/Admitted|Axiom/);
});
