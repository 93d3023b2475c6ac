import { parentPort, workerData } from 'node:worker_threads';
export function alternatingSum() {
  return parentPort === null && workerData === null ? 1 : 0;
}
