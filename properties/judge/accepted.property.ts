import { expect, test } from 'vitest';
import { accepted, proofsOf } from '#judge/accepted.ts';
import type { Proof, Verdict, Witness } from '#judge/verdict.ts';

const proof = (right: string): Proof => ({
  method: 'normal forms',
  argument: 'same normal form',
  obligations: [{ kind: 'identity', says: 'sum', left: 'x + x', right }],
});
const [sound, unsound] = [proof('2*x'), proof('3*x')];
const witness = { extent: { says: 'everywhere', proof: unsound } } as Witness;

test('finds every proof that a verdict rests on', () => {
  const region = { condition: 'T even', inside: sound, outside: unsound };
  const expected: [Verdict, readonly Proof[]][] = [
    [{ verdict: 'proved', proof: sound }, [sound]],
    [{ verdict: 'conditional', region }, [sound, unsound]],
    [{ verdict: 'conditional', region: { condition: 'T even', inside: sound }, witness }, [sound, unsound]],
    [{ verdict: 'refuted', witness }, [unsound]],
    [{ verdict: 'refuted', contrary: sound }, [sound]],
    [{ verdict: 'definition' }, []],
    [{ verdict: 'undecided', tried: [] }, []],
  ];
  for (const [verdict, proofs] of expected) expect(proofsOf(verdict)).toEqual(proofs);
});

test('a verdict passes when its proofs are accepted, and is refused with every objection otherwise', () => {
  const verdict: Verdict = { verdict: 'proved', proof: sound };
  expect(accepted('here', verdict)).toBe(verdict);
  expect(() => accepted('a claim, repair', { verdict: 'proved', proof: unsound })).toThrow(
    /^a claim, repair: every proof must be accepted by the independent checker, got /,
  );
});
