import { expect, test } from 'vitest';
import { byCertificate, exponentials, exponentOf, inTurn, opening, picking } from '#coq/frame-proof.ts';
import { fixedFrame } from '#coq/frames.ts';

test('what occurs in the sides is opened, and nothing else', () => {
  const frame = fixedFrame(2);
  expect(opening(frame, 1, 'inner a b = 0', false, ['done'])).toBe(
    'intros V a b beta F B;\nrepeat apply conj; in_frame;\ndone',
  );
  expect(opening(frame, 1, 'sqrt(inner a b)', true, ['done'])).toContain('in_roots beta');
  expect(opening(frame, 1, 'exp(inner a b)', true, ['done'])).toContain('exp_from (beta * beta)');
  expect(opening(frame, 2, 'exp(inner a b)', false, ['done'])).toContain('exp_above (beta * beta / 2)');
});

test('beta = 0 is a case of its own where something is divided by beta', () => {
  const proof = opening(fixedFrame(2), 1, 'exp(inner a b) / beta', true, ['done']);
  expect(proof).toContain('destruct B as [B | <-]');
  expect(proof).toContain('exp_above');
});

test('an inequality is shown by the fraction that the difference is', () => {
  expect(byCertificate({ fraction: 'w', strict: true })).toBe(
    '(apply (lt_by (w)); [ field; nonzero | positive ])',
  );
  expect(byCertificate({ fraction: 'w', strict: false })).toContain('le_by (w)');
});

test('parts of a conjunction have one tactic each, or one for all', () => {
  expect(inTurn(['a', 'a'])).toBe('repeat apply conj; a');
  expect(inTurn(['a', 'b', 'c'])).toBe('refine (conj _ (conj _ _)); [\n  a\n| b\n| c ]');
  expect(inTurn(['a', 'a'], ['s'])).toBe('repeat apply conj; s;\na');
  expect(inTurn(['a', 'b'], ['s', 't'])).toBe('refine (conj _ _); s;\nt;\n[\n  a\n| b ]');
  expect(exponentOf('x', 1)).toBe('x * x');
  expect(exponentials('x', 1, false, 'v')).toContain('as [v [W_v E_v]]');
});

test('of a conjunction the part with an index is left', () => {
  expect(picking(0, 1)).toBe('');
  expect(picking(0, 2)).toBe('apply proj1 in H; ');
  expect(picking(1, 3)).toBe('do 1 apply proj2 in H; apply proj1 in H; ');
  expect(picking(2, 3)).toBe('do 2 apply proj2 in H; ');
});

test('parts are opened one by one, the case beta = 0 among them', () => {
  const proof = opening(fixedFrame(2), 1, 'exp(inner a b) / beta', true, ['p', 'q']);
  expect(proof.indexOf('in_frame')).toBeGreaterThan(proof.indexOf('repeat apply conj'));
  expect(proof.lastIndexOf('in_frame')).toBeGreaterThan(proof.indexOf('refine (conj _ _)'));
});
