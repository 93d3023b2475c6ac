import fc from 'fast-check';

/** How many code points are halves of pairs, from this one. */
const [halves, firstHalf] = [0x800, 0xd800] as const;

/**
 * Texts of any code points but halves of pairs, and what is dangerous as a name. Those of fast-check for all code points
 * make a table of them first, for shrinking what it did not draw, which takes seconds.
 */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc
    .array(fc.oneof(fc.nat(0x7f), fc.nat(0x10ffff - halves)))
    .map((codes) => String.fromCodePoint(...codes.map((code) => (code < firstHalf ? code : code + halves)))),
);
