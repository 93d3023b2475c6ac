import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { numbers, rowsOf, serve } from './serve.mjs';

const require = createRequire(import.meta.url);

await serve(async ({ kind, format, n, m, dk, dv, files }) => {
  if (format !== 'binary32') return 'tfjs has binary32 only';
  if (kind !== 'attention') return `does not do ${kind}`;
  let tf;
  let wasm;
  try {
    tf = require('@tensorflow/tfjs');
    wasm = require('@tensorflow/tfjs-backend-wasm');
  } catch {
    return 'not installed: npm ci in bench/';
  }
  const folder = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  wasm.setWasmPaths(join(folder, 'dist', '/'));
  wasm.setThreadsCount(1);
  if (!(await tf.setBackend('wasm'))) return 'the wasm backend does not start here';
  const tensor = (name, rows, columns) => tf.tensor2d(numbers(files[name], format), [rows, columns]);
  const [q, k, v] = [tensor('q', n, dk), tensor('k', m, dk), tensor('v', m, dv)];
  let y;
  const run = () => {
    const result = tf.tidy(() => tf.matMul(tf.softmax(tf.matMul(q, k, false, true)), v));
    // The backend computes before it returns; reading copies the result out of its memory, as a user must.
    y = result.dataSync();
    result.dispose();
  };
  return { version: tf.version.tfjs, run, rows: (rows) => rowsOf(y, dv, rows) };
});
