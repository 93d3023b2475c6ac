import { expect, test } from 'vitest';
import { axiomsIn, axiomsOfTheReals } from '#coq/axioms.ts';

test('axioms are found in what Coq prints, whether their types fit on the line or not', () => {
  const printed = `Axioms:
ClassicalDedekindReals.sig_not_dec : forall P : Prop, {~ ~ P} + {~ P}
ClassicalDedekindReals.sig_forall_dec
  : forall P : nat -> Prop,
    {n : nat | ~ P n} + {forall n : nat, P n}
Closed under the global context
Axioms:
ClassicalDedekindReals.sig_not_dec : forall P : Prop, {~ ~ P} + {~ P}
PrimInt63.add : PrimInt63.int -> PrimInt63.int -> PrimInt63.int
`;
  expect(axiomsIn(printed)).toEqual([
    'ClassicalDedekindReals.sig_forall_dec',
    'ClassicalDedekindReals.sig_not_dec',
    'PrimInt63.add',
  ]);
  expect(axiomsIn('Closed under the global context\n')).toEqual([]);
});

test('nothing but the reals and the excluded middle may be assumed', () => {
  expect(axiomsOfTheReals.filter((axiom) => /Prim|Admitted/.test(axiom))).toEqual([]);
  expect(axiomsOfTheReals).toHaveLength(4);
});
