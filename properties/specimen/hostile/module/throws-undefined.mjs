export function alternatingSum() {
  throw undefined;
}
