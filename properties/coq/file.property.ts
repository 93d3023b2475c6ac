import { expect, test } from 'vitest';
import { writeUp } from '#claim/write-up.ts';
import { broken, claimFile, identifier, inModule, inParts } from '#coq/file.ts';
import { certifiedOf } from './decided.ts';

const place = 'question 1, step 1, line 12';

test('a file tells the claim and its place, and each reading with its theorem and what that rests on', () => {
  const text = claimFile(certifiedOf('q1-flat-alternating'), place)!;
  expect(text.startsWith('(** * q1-flat-alternating: conditional\n\n    With the brackets removed')).toBe(
    true,
  );
  expect(text).toContain(`Write-up: ${place}. *)`);
  expect(text).toContain('From Counterclaim Require Import preface.\n');
  expect(text).toContain('(** ** charitable (T even): proved\n\n    for all even T >= 0: H_T = sum');
  expect(text).toContain(
    'Theorem holds :\n  forall (h0 : R) (blocks : list (R * R)),\n    left_side h0 blocks = right_side h0 blocks.\nProof.\n',
  );
  expect(text.match(/^Theorem /gm)).toHaveLength(7);
  expect(text.match(/^Print Assumptions checked\.$/gm)).toHaveLength(1);
  expect(text.match(/^Module /gm)).toEqual(text.match(/^End /gm)?.map(() => 'Module '));
});

test('a theorem that needs no definitions begins with what it says', () => {
  const text = claimFile(certifiedOf('q2b-softmax-of-scalar'), place)!;
  expect(text).toMatch(/\nModule Reading1\.\n\n\(\*\* [^*]*\*\)\nTheorem holds :\n/);
});

test('Coq is asked what every theorem rests on', () => {
  for (const { id } of writeUp) {
    const claim = certifiedOf(id);
    const text = claimFile(claim, place);
    if (text === undefined) continue;
    const theorems = claim.readings.flatMap(({ module, certified }) =>
      'theorems' in certified
        ? certified.theorems.map(({ part, name }) => [module, part, name].filter(Boolean).join('.'))
        : [],
    );
    const [, asked] = /^Definition checked :=\s+\(?([^()]*?)\)?\.\nPrint Assumptions/m.exec(text)!;
    expect([id, asked!.split(/,\s*/)]).toEqual([id, theorems]);
  }
});

test('a reading that cannot be stated is named with the reason', () => {
  const text = claimFile(certifiedOf('q1-nested-form'), place)!;
  expect(text).toMatch(/\(\*\* \*\* literal: ill-posed\n\n.* \*\)\n\(\*\* Not stated: .*\. \*\)\n/);
});

test('a claim of which nothing can be stated has no file', () => {
  expect(claimFile(certifiedOf('q1-recurrence-definition'), place)).toBeUndefined();
});

test('lines are broken where they are too wide', () => {
  const wide = `    ${'word '.repeat(30).trim()}`;
  expect(broken(`a\n${wide}`)).toBe(`a\n    ${'word '.repeat(21).trim()}\n      ${'word '.repeat(9).trim()}`);
});

test('nothing in a sentence ends the comment it stands in', () => {
  const claim = certifiedOf('q1-expand-once');
  const says = 'a *) b (* c';
  const decided = { ...claim.decided, claim: { ...claim.decided.claim, says } };
  expect(claimFile({ ...claim, decided }, place)).toContain('    a * ) b ( * c\n');
});

test('theorems of a part stand in a module of its own', () => {
  const theorem = { says: '', name: 'a', definitions: [], statement: '', proof: '', altered: '' };
  const parted = [
    theorem,
    { ...theorem, name: 'b', part: 'Part1' },
    { ...theorem, name: 'c', part: 'Part1' },
  ];
  expect(inParts(parted, ({ name }) => `${name}\n`)).toBe('a\n\nModule Part1.\n\nb\n\nc\n\nEnd Part1.\n');
  expect(inModule('A', 'b\n')).toBe('Module A.\n\nb\n\nEnd A.\n');
});

test('a file has the name of its claim, as Coq takes it', () => {
  expect(identifier('q1-final-formula-even-T')).toBe('q1_final_formula_even_T');
});
