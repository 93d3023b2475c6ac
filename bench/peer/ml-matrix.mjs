import { readFileSync } from 'node:fs';
import { numbers, serve } from './serve.mjs';

await serve(async ({ kind, format, n, m, dk, dv, files }) => {
  if (format !== 'binary64') return 'ml-matrix has binary64 only';
  if (kind !== 'attention' && kind !== 'linear') return `does not do ${kind}`;
  const { Matrix } = await import('ml-matrix').catch(() => ({}));
  if (Matrix === undefined) return 'not installed: npm ci in bench/';
  const { version } = JSON.parse(
    readFileSync(new URL('../node_modules/ml-matrix/package.json', import.meta.url), 'utf8'),
  );
  const matrix = (name, rows, columns) => Matrix.from1DArray(rows, columns, numbers(files[name], format));
  const [q, k, v] = [matrix('q', n, dk), matrix('k', m, dk), matrix('v', m, dv)];
  let y;
  const run =
    kind === 'linear'
      ? () => {
          y = q.mmul(k.transpose().mmul(v));
        }
      : () => {
          const s = q.mmul(k.transpose());
          for (let i = 0; i < n; i++) {
            const largest = s.maxRow(i);
            let total = 0;
            for (let j = 0; j < m; j++) {
              const e = Math.exp(s.get(i, j) - largest);
              s.set(i, j, e);
              total += e;
            }
            s.mulRow(i, 1 / total);
          }
          y = s.mmul(v);
        };
  return { version, run, rows: (rows) => rows.map((i) => y.getRow(i)) };
});
