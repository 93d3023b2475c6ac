import { execFileSync } from 'node:child_process';
export function alternatingSum() {
  execFileSync('sleep', ['0.6']);
}
