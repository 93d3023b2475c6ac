/** Bytes as text of printable ASCII, for `page/unpacked.ts` to read. */
export function packed(bytes: Uint8Array): string;
