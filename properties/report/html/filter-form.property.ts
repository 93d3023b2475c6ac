import { expect, test } from 'vitest';
import { filterForm } from '#report/html/filter-form.ts';
import { samples } from '../sample.ts';

test('every question, verdict and kind that is there can be chosen, and no other', () => {
  const { text } = filterForm(samples);
  const chosen = (name: string): readonly string[] => {
    const select = new RegExp(`<select name="${name}">(.*?)</select>`).exec(text)![1]!;
    return [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value!);
  };
  expect(new Set(chosen('question'))).toEqual(new Set(samples.map(({ claim }) => claim.source.question)));
  expect(new Set(chosen('verdict'))).toEqual(new Set(samples.map(({ verdict }) => verdict.verdict)));
  expect(new Set(chosen('kind'))).toEqual(new Set(samples.map(({ claim }) => claim.kind)));
});
