export function alternatingSum() {
  throw 'words';
}
