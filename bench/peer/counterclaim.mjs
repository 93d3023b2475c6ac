// This package's kernels. Usage: node counterclaim.mjs plain|simd|relaxed [threads]
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { numbers, rowsOf, serve } from './serve.mjs';

const [tier, threads = '1'] = process.argv.slice(2);
// Node 20 has the relaxed instructions behind a flag, which must be set before anything is compiled.
if (tier === 'relaxed' && Number(process.versions.node.split('.')[0]) < 22) {
  setFlagsFromString('--experimental-wasm-relaxed-simd');
}
const kernel = await import('../../dist/kernel.js');
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const pool = Number(threads) > 1 ? kernel.createPool(Number(threads)) : undefined;

await serve((work) => {
  const { kind, format, n, m, dk, dv, form, files, resident = true } = work;
  if (tier !== 'plain' && !kernel.tiers()[tier]?.available) return kernel.tiers()[tier].why;
  const allocate = (length) =>
    resident
      ? kernel.allocate(format, length)
      : new (format === 'binary64' ? Float64Array : Float32Array)(length);
  const load = (name) => {
    const read = numbers(files[name], format);
    const array = allocate(read.length);
    array.set(read);
    return array;
  };
  const memory = () => ({ beyond: kernel.workspaceBytes() - before });
  if (kind === 'recurrence' || kind === 'states') {
    const x = load('x');
    const out = kind === 'states' ? allocate(x.length) : undefined;
    let h = 0;
    const run =
      kind === 'states'
        ? () => kernel.states(x, 0, { tier: 'plain', out })
        : () => {
            h = kernel.recurrence(x, 0, { tier, form });
          };
    return { version, run, rows: (rows) => (out === undefined ? [[h]] : rowsOf(out, 1, rows)) };
  }
  const [q, k, v] = ['q', 'k', 'v'].map(load);
  const tokens = { q, k, v, n, m, dk, dv };
  const out = allocate(n * dv);
  const before = kernel.workspaceBytes();
  const options = { tier, out, ...(form && { form }), ...(pool && { pool }) };
  const runs = {
    attention: () => kernel.softmaxAttention(tokens, options),
    linear: () => kernel.linearAttention(tokens, options),
    quadratic: () => kernel.linearAttention(tokens, { ...options, form: 'quadratic' }),
    'causal linear': () => kernel.linearAttention(tokens, { ...options, causal: true }),
  };
  return { version, run: runs[kind], rows: (rows) => rowsOf(out, dv, rows), extra: memory };
});
