const f = Math.fround;

/** Rounded once, as a fused multiply and add is: the product of two binary32 numbers is exact in binary64. */
function fused(a: number, b: number, c: number): number {
  return f(a * b + c);
}

const log2e = f(Math.LOG2E);
const ln2 = f(Math.LN2);
const leastNormal = f(-87.33654475);
const greatest = f(88.722839052);
const coefficients = [0.00828929059, 0.0418978221, 0.166676521, 0.499991506, 0.999999701, 1].map(f);

/**
 * e^x in binary32 as fused attention has it on vectors: within 20 ulp, and 0 where the result is not a normal number.
 *
 * @source PyTorch, aten/src/ATen/cpu/vec/vec512/vec512_float.h, `exp_u20`
 */
export function expU20(x: number): number {
  if (x < leastNormal) return 0;
  const bounded = Math.min(x, greatest);
  const n = Math.floor(fused(bounded, log2e, 0.5));
  const r = fused(-n, ln2, bounded);
  const power = coefficients.reduce((sum, coefficient) => fused(r, sum, coefficient));
  // 2^n in two factors: n may be 128.
  return f(f(power * 2 ** (n - 1)) * 2);
}
