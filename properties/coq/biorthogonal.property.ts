import { expect, test } from 'vitest';
import { certifyBiorthogonal } from '#coq/biorthogonal.ts';
import { theoremsOf } from './decided.ts';

test('vectors as asked exist exactly in the widths from their number on', () => {
  const [region, fails] = theoremsOf('q2-setup-orthogonal-basis');
  expect(region!.statement).toBe('forall D : nat, (exists q k, biorthogonal 4 D q k) <-> (4 <= D)%nat');
  expect(region!.altered).toContain('(S 4 <= D)%nat');
  expect(fails!.statement).toBe('~ (forall D : nat, (1 <= D)%nat -> exists q k, biorthogonal 4 D q k)');
});

test('their number may be a size of its own', () => {
  const [region, fails] = theoremsOf('q3-linear-replaces-softmax', 1);
  expect(region!.statement).toContain('forall T dk : nat');
  expect(fails!.proof).toContain('2%nat 1%nat');
});

test('one vector fits into every width', () => {
  const certified = certifyBiorthogonal({ kind: 'biorthogonal', count: 1, width: 'D' });
  expect('theorems' in certified && certified.theorems.map(({ name }) => name)).toEqual(['region']);
});
