export async function alternatingSum() {
  throw new Error('later');
}
