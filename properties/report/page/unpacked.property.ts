import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unpacked } from '../../../src/report/page/unpacked.ts';

/** The other half is a part of the build, and plain JavaScript. */
const build = new URL('../../../src/report/page/build/packed.mjs', import.meta.url).href;
const { packed } = (await import(build)) as { readonly packed: (bytes: Uint8Array) => string };

test('reads back whatever bytes were packed, none too many', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect([...unpacked(packed(bytes))]).toEqual([...bytes]);
    }),
  );
});

test('what is packed can stand between double quotes in a script', () => {
  const every = packed(Uint8Array.from({ length: 65536 }, (_, i) => (i % 2 === 0 ? i >> 9 : i >> 1)));
  expect(every).toMatch(/^[!#-;=-[\]-~]+$/);
});
