import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFragment, parseFragment } from '#report/play/fragment.ts';

test('what was set is read back', () => {
  const name = fc.string({ minLength: 1, unit: 'grapheme' });
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.dictionary(name, fc.string({ unit: 'grapheme' })),
      (anchor, settings) => {
        const params = new Map(Object.entries(settings));
        const read = parseFragment(formatFragment({ anchor, params }));
        expect(read.anchor).toBe(anchor);
        expect(new Map([...read.params].sort())).toEqual(new Map([...params].sort()));
      },
    ),
  );
});

test.each([
  ['', '', {}],
  ['#q2b-weights-diagonal-one', 'q2b-weights-diagonal-one', {}],
  ['#attention&beta=1', 'attention', { beta: '1' }],
  ['#beta=2', '', { beta: '2' }],
  ['#a&=x&b', 'a', {}],
  ['#a&b=%ZZ+1', 'a', { b: '%ZZ 1' }],
])('%s is read', (text, anchor, settings) => {
  const read = parseFragment(text);
  expect([read.anchor, Object.fromEntries(read.params)]).toEqual([anchor, settings]);
});

test('a list of numbers stays as a person writes it, and the order of settings does not matter', () => {
  const params = new Map([
    ['x', '0, 1'],
    ['h0', '2'],
  ]);
  expect(formatFragment({ anchor: 'recurrence', params })).toBe('#recurrence&h0=2&x=0,+1');
  expect(formatFragment({ anchor: '', params: new Map([...params].reverse()) })).toBe('#&h0=2&x=0,+1');
});
