export function alternatingSum() {
  for (;;) console.log('more \u001b[31mred');
}
