export function alternatingSum() {
  throw new Error(`\u001b[2J${'long '.repeat(100000)}`);
}
