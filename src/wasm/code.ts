/** Instructions in their binary encoding, in the order in which they are executed. */
export type Code = readonly number[];

/** One instruction after another. */
export function sequence(...parts: readonly Code[]): Code {
  return parts.flat();
}

/** Unsigned LEB128. @source WebAssembly core specification, section 5.2.2 */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

/** Signed LEB128 of a 32-bit integer. @source WebAssembly core specification, section 5.2.2 */
export function signed(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const isLast = rest >= -64 && rest < 64;
    bytes.push((rest & 127) | (isLast ? 0 : 128));
    if (isLast) return bytes;
  }
}

/** The length of some bytes, and then the bytes. */
export function sized(bytes: Code): Code {
  return [...unsigned(bytes.length), ...bytes];
}

/** The number of items, and then the items. */
export function listed(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

/** A name in ASCII. */
export function named(name: string): Code {
  return sized(Array.from(name, (letter) => letter.charCodeAt(0)));
}

/** The eight bytes of a binary64 number, lowest first. */
export function bytesOfDouble(value: number): Code {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return [...new Uint8Array(view.buffer)];
}

/** The four bytes of the binary32 number nearest to a value, lowest first. */
export function bytesOfSingle(value: number): Code {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value, true);
  return [...new Uint8Array(view.buffer)];
}
