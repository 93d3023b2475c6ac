const BASE = 91;
const FIRST = 35;

/** The bytes that `build/packed.mjs` wrote as text */
export function unpacked(text: string): Uint8Array<ArrayBuffer> {
  const pairs = Math.floor(text.length / 2);
  const bytes = new Uint8Array(Math.floor((pairs * 13 + (text.length % 2) * 6) / 8));
  let [value, bits, count] = [0, 0, 0];
  for (let i = 0; i < text.length; i += 2) {
    const single = i + 1 === text.length;
    value |= (single ? digitAt(text, i) : digitAt(text, i) * BASE + digitAt(text, i + 1)) << bits;
    for (bits += single ? 6 : 13; bits >= 8; bits -= 8) {
      bytes[count++] = value & 255;
      value >>= 8;
    }
  }
  return bytes;
}

function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  // `!` stands for `<`, `~` for the backslash.
  return (code === 33 ? 60 : code === 126 ? 92 : code) - FIRST;
}
