import type { Loops } from './loops.ts';

/** Four rows in a pass: each entry of `out` is read and written once for four products. */
function addWeighted(
  weights: Float64Array,
  at: number,
  stride: number,
  rows: Float64Array,
  from: number,
  count: number,
  width: number,
  out: Float64Array,
  to: number,
): void {
  let r = 0;
  for (; r + 4 <= count; r += 4) {
    const w0 = weights[at + r * stride]!;
    const w1 = weights[at + (r + 1) * stride]!;
    const w2 = weights[at + (r + 2) * stride]!;
    const w3 = weights[at + (r + 3) * stride]!;
    const r0 = from + r * width;
    const r1 = r0 + width;
    const r2 = r1 + width;
    const r3 = r2 + width;
    for (let c = 0; c < width; c++) {
      out[to + c] =
        out[to + c]! + w0 * rows[r0 + c]! + w1 * rows[r1 + c]! + w2 * rows[r2 + c]! + w3 * rows[r3 + c]!;
    }
  }
  for (; r < count; r++) {
    const w = weights[at + r * stride]!;
    const row = from + r * width;
    for (let c = 0; c < width; c++) out[to + c] = out[to + c]! + w * rows[row + c]!;
  }
}

function dot(a: Float64Array, at: number, b: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let l = 0; l < count; l++) sum += a[at + l]! * b[from + l]!;
  return sum;
}

/** Four keys in a pass: their sums do not wait for each other. */
function scores(
  q: Float64Array,
  at: number,
  k: Float64Array,
  from: number,
  count: number,
  dk: number,
  out: Float64Array,
): void {
  let j = 0;
  for (; j + 4 <= count; j += 4) {
    const k0 = from + j * dk;
    const k1 = k0 + dk;
    const k2 = k1 + dk;
    const k3 = k2 + dk;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let l = 0; l < dk; l++) {
      const ql = q[at + l]!;
      s0 += ql * k[k0 + l]!;
      s1 += ql * k[k1 + l]!;
      s2 += ql * k[k2 + l]!;
      s3 += ql * k[k3 + l]!;
    }
    out[j] = s0;
    out[j + 1] = s1;
    out[j + 2] = s2;
    out[j + 3] = s3;
  }
  for (; j < count; j++) out[j] = dot(q, at, k, from + j * dk, dk);
}

/** Four rows of S in a pass, each used as soon as it is made. */
function step(
  q: Float64Array,
  qAt: number,
  k: Float64Array,
  kAt: number,
  v: Float64Array,
  vAt: number,
  dk: number,
  dv: number,
  S: Float64Array,
  out: Float64Array,
  to: number,
): void {
  let l = 0;
  for (; l + 4 <= dk; l += 4) {
    const q0 = q[qAt + l]!;
    const q1 = q[qAt + l + 1]!;
    const q2 = q[qAt + l + 2]!;
    const q3 = q[qAt + l + 3]!;
    const k0 = k[kAt + l]!;
    const k1 = k[kAt + l + 1]!;
    const k2 = k[kAt + l + 2]!;
    const k3 = k[kAt + l + 3]!;
    const r0 = l * dv;
    const r1 = r0 + dv;
    const r2 = r1 + dv;
    const r3 = r2 + dv;
    for (let c = 0; c < dv; c++) {
      const vc = v[vAt + c]!;
      const s0 = S[r0 + c]! + k0 * vc;
      const s1 = S[r1 + c]! + k1 * vc;
      const s2 = S[r2 + c]! + k2 * vc;
      const s3 = S[r3 + c]! + k3 * vc;
      S[r0 + c] = s0;
      S[r1 + c] = s1;
      S[r2 + c] = s2;
      S[r3 + c] = s3;
      out[to + c] = out[to + c]! + q0 * s0 + q1 * s1 + q2 * s2 + q3 * s3;
    }
  }
  for (; l < dk; l++) {
    const ql = q[qAt + l]!;
    const kl = k[kAt + l]!;
    for (let c = 0; c < dv; c++) {
      const s = S[l * dv + c]! + kl * v[vAt + c]!;
      S[l * dv + c] = s;
      out[to + c] = out[to + c]! + ql * s;
    }
  }
}

function add(a: Float64Array, from: number, count: number, out: Float64Array, to: number): void {
  for (let c = 0; c < count; c++) out[to + c] = out[to + c]! + a[from + c]!;
}

function total(a: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[i]!;
  return sum;
}

function divide(out: Float64Array, to: number, count: number, by: number): void {
  for (let c = 0; c < count; c++) out[to + c] = out[to + c]! / by;
}

/** The inner loops in binary64. */
export const loops64: Loops<Float64Array> = {
  zeros: (length) => new Float64Array(length),
  round: (value) => value,
  dot,
  addWeighted,
  scores,
  step,
  add,
  total,
  divide,
};
