export function alternatingSum() {
  process.exit(3);
}
