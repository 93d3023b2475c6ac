export function alternatingSum() {
  return new Promise(() => {});
}
