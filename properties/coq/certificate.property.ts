import { expect, test } from 'vitest';
import { certificateIn } from '#coq/certificate.ts';
import type { Obligation } from '#judge/verdict.ts';

const sign = (numerator: string, denominator: string, strict: boolean): Obligation => ({
  kind: 'sign',
  says: '',
  term: '',
  strict,
  above: true,
  least: {},
  numerator,
  denominator,
});

test('a certificate names u = 1 + w, and what is at least 0 by itself', () => {
  expect(certificateIn([sign('w_beta*w_u + w_t', 'w_u^2 + w_sqrt2*w_s', true)])).toEqual({
    fraction: '(beta*w + t) / (w^2 + sqrt 2*s)',
    strict: true,
  });
  expect(certificateIn([sign('w_u', '1', false)])).toEqual({ fraction: 'w', strict: false });
});

test('obligations without a sign hold no certificate', () => {
  expect(certificateIn([{ kind: 'identity', says: '', left: 'x', right: 'x' }])).toBeUndefined();
});
