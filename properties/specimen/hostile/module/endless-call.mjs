export function alternatingSum() {
  for (;;);
}
