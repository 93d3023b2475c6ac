import { readSync, write, writeSync } from 'node:fs';
export function alternatingSum() {
  writeSync(1, 'one ');
  write(2, 'two ', () => {});
  process.stderr.write('three ', () => {});
  console.log('four');
  return readSync(0, Buffer.alloc(1));
}
