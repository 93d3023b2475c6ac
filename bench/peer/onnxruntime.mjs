// Usage: node onnxruntime.mjs onnxruntime-node|onnxruntime-web
import { readFileSync } from 'node:fs';
import { attentionModel } from '../run/onnx-model.mjs';
import { numbers, rowsOf, serve } from './serve.mjs';

const name = process.argv[2];

await serve(async (work) => {
  const { kind, format, n, m, dk, dv, files } = work;
  if (kind !== 'attention') return `does not do ${kind}`;
  const ort = await import(name).catch(() => undefined);
  if (ort === undefined) return 'not installed: npm ci in bench/';
  if (name === 'onnxruntime-web') ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(attentionModel(work), {
    executionProviders: [name === 'onnxruntime-web' ? 'wasm' : 'cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
  });
  const tensor = (file, rows, columns) =>
    new ort.Tensor(format === 'binary64' ? 'float64' : 'float32', numbers(files[file], format), [
      rows,
      columns,
    ]);
  const feeds = { q: tensor('q', n, dk), k: tensor('k', m, dk), v: tensor('v', m, dv) };
  let y;
  const run = async () => {
    ({ y } = await session.run(feeds));
  };
  const { version } = JSON.parse(
    readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  );
  return { version, run, rows: (rows) => rowsOf(y.data, dv, rows) };
});
