// What someone writes in an afternoon: loops over Float64Array or Float32Array, no blocks, Math.exp.
import { numbers, rowsOf, serve } from './serve.mjs';

await serve(({ kind, format, n, m, dk, dv, files }) => {
  if (kind === 'recurrence') {
    const x = numbers(files.x, format);
    let h = 0;
    const run = () => {
      h = 0;
      for (let t = 0; t < x.length; t++) h = x[t] - h;
    };
    return { version: `Node ${process.version}`, run, rows: () => [[h]] };
  }
  const [q, k, v] = ['q', 'k', 'v'].map((name) => numbers(files[name], format));
  const y = new q.constructor(n * dv);
  const forms = { attention, linear: quadratic, 'causal linear': recurrent };
  if (!(kind in forms)) return `does not do ${kind}`;
  return { version: `Node ${process.version}`, run: forms[kind], rows: (rows) => rowsOf(y, dv, rows) };

  function attention() {
    const weights = new q.constructor(m);
    for (let i = 0; i < n; i++) {
      let largest = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < m; j++) {
        let s = 0;
        for (let l = 0; l < dk; l++) s += q[i * dk + l] * k[j * dk + l];
        weights[j] = s;
        if (s > largest) largest = s;
      }
      let total = 0;
      for (let j = 0; j < m; j++) {
        weights[j] = Math.exp(weights[j] - largest);
        total += weights[j];
      }
      for (let c = 0; c < dv; c++) {
        let sum = 0;
        for (let j = 0; j < m; j++) sum += weights[j] * v[j * dv + c];
        y[i * dv + c] = sum / total;
      }
    }
  }

  function quadratic() {
    y.fill(0);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        let s = 0;
        for (let l = 0; l < dk; l++) s += q[i * dk + l] * k[j * dk + l];
        for (let c = 0; c < dv; c++) y[i * dv + c] += s * v[j * dv + c];
      }
    }
  }

  function recurrent() {
    const state = new q.constructor(dk * dv);
    for (let t = 0; t < n; t++) {
      for (let l = 0; l < dk; l++) {
        for (let c = 0; c < dv; c++) state[l * dv + c] += k[t * dk + l] * v[t * dv + c];
      }
      for (let c = 0; c < dv; c++) {
        let sum = 0;
        for (let l = 0; l < dk; l++) sum += q[t * dk + l] * state[l * dv + c];
        y[t * dv + c] = sum;
      }
    }
  }
});
