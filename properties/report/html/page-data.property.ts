import { expect, test } from 'vitest';
import { pageData } from '#report/html/page-data.ts';
import { ledgerOf } from '#report/ledger.ts';
import { decidedOf, verdicts } from '../sample.ts';

test('takes the regions of formats and the thresholds where they were decided', () => {
  const rows = [
    decidedOf('q2b-weights-diagonal-one', verdicts.refuted),
    decidedOf('q2b-holds-without-large-beta', verdicts.conditional),
  ];
  const data = pageData(
    ledgerOf(
      '1',
      25,
      rows.map(({ claim }) => claim.id),
      rows,
    ),
  );
  expect(data.formats).toEqual([
    { format: 'binary16', softmax: 'shifted', from: '2.75', to: '255.9' },
    { format: 'binary32', softmax: 'unshifted', from: '4', to: '9', nan: '9.5' },
    { format: 'bfloat16', softmax: 'shifted' },
  ]);
  expect(data.thresholds).toEqual([
    { name: 'W_11', eps: '', beta: '1.75' },
    { name: 'W_11', eps: '0.5', beta: '1.75' },
  ]);
});

test('takes nothing where they were not', () => {
  const rows = [
    decidedOf('q2b-weights-diagonal-one', verdicts.refutedByProof),
    decidedOf('q2b-holds-without-large-beta', verdicts.conditionalOnTerms),
  ];
  const nothing = { formats: [], thresholds: [] };
  expect(
    pageData(
      ledgerOf(
        '1',
        25,
        rows.map(({ claim }) => claim.id),
        rows,
      ),
    ),
  ).toEqual(nothing);
  expect(pageData(ledgerOf('1', 25, [], []))).toEqual(nothing);
});
