/** A module for Node: counterclaim conform module:examples/node.mjs. */
export const name = 'a Node module';

export function alternatingSum(x, h0) {
  return x.reduce((h, input) => input - h, h0);
}

const dot = (a, b) => a.reduce((sum, entry, t) => sum + entry * b[t], 0);
const combined = (weights, rows) =>
  rows[0].map((_, c) => weights.reduce((sum, weight, j) => sum + weight * rows[j][c], 0));
const elu1 = (x) => (x > 0 ? x + 1 : Math.exp(x));

export function softmaxAttention(q, k, v, { scale = 1, causal = false } = {}) {
  return q.map((query, i) => {
    const scores = (causal ? k.slice(0, i + 1) : k).map((key) => scale * dot(query, key));
    const top = scores.reduce((a, b) => Math.max(a, b));
    const weights = scores.map((score) => Math.exp(score - top));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return combined(weights, v).map((entry) => entry / total);
  });
}

export function linearAttention(q, k, v, options = {}) {
  const { causal = false, normalize = false, featureMap = 'identity' } = options;
  const feature = (row) => (featureMap === 'elu1' ? row.map(elu1) : row);
  const keys = k.map(feature);
  return q.map(feature).map((query, i) => {
    const weights = (causal ? keys.slice(0, i + 1) : keys).map((key) => dot(query, key));
    const total = normalize ? weights.reduce((sum, weight) => sum + weight, 0) : 1;
    return combined(weights, v).map((entry) => entry / total);
  });
}
