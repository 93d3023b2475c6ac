/** How many characters there are: two of them tell 8281 numbers apart, which is 13 bits and a little. */
const BASE = 91;
const FIRST = '#'.charCodeAt(0);

/**
 * Bytes as text of printable ASCII, two characters for 13 bits, and one for what is left if it is 6 bits or less: 8 % shorter than base 64. `page/unpacked.ts` reads it.
 *
 * A script holds it between double quotes, so there is no `"`, and for `\\` and `<` stand `~` and `!`.
 *
 * @param {Uint8Array} bytes
 */
export function packed(bytes) {
  let [text, value, bits] = ['', 0, 0];
  const pair = (number) => character(Math.floor(number / BASE)) + character(number % BASE);
  for (const byte of bytes) {
    value |= byte << bits;
    bits += 8;
    if (bits < 13) continue;
    text += pair(value & 8191);
    value >>= 13;
    bits -= 13;
  }
  if (bits === 0) return text;
  return text + (bits <= 6 ? character(value) : pair(value));
}

function character(digit) {
  const own = String.fromCharCode(FIRST + digit);
  return own === '\\' ? '~' : own === '<' ? '!' : own;
}
