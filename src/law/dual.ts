import type { Analytic } from '#arithmetic/ring.ts';
import { type Case, type Lifted, lift } from '#domain/case.ts';
import type { Derivative, SystemOver } from './law.ts';

/** value + slope * d with d^2 = 0: a number and its derivative by whatever d stands for. */
export interface Dual<N> {
  readonly value: N;
  readonly slope: N;
}

/** The dual numbers over an arithmetic: what is computed in them is differentiated by the way. */
export function duals<N>(a: Analytic<N>): Analytic<Dual<N>> {
  return {
    of: (x) => ({ value: a.of(x), slope: a.of(0) }),
    add: (x, y) => ({ value: a.add(x.value, y.value), slope: a.add(x.slope, y.slope) }),
    sub: (x, y) => ({ value: a.sub(x.value, y.value), slope: a.sub(x.slope, y.slope) }),
    mul: (x, y) => ({
      value: a.mul(x.value, y.value),
      slope: a.add(a.mul(x.slope, y.value), a.mul(x.value, y.slope)),
    }),
    neg: (x) => ({ value: a.neg(x.value), slope: a.neg(x.slope) }),
    div: (x, y) => {
      const value = a.div(x.value, y.value);
      return { value, slope: a.div(a.sub(x.slope, a.mul(value, y.slope)), y.value) };
    },
    exp: (x) => {
      const value = a.exp(x.value);
      return { value, slope: a.mul(value, x.slope) };
    },
    sqrt: (x) => {
      const value = a.sqrt(x.value);
      return { value, slope: a.div(x.slope, a.mul(a.of(2), value)) };
    },
  };
}

/**
 * The partial derivatives of what a part speaks of, at a case, by each entry of its list.
 *
 * @cost one evaluation an entry, each operation at most five times
 */
export function gradient<N>(over: SystemOver, a: Analytic<N>, { of, by }: Derivative, c: Case): N[] {
  const dual = duals(a);
  const system = over(dual);
  const list = c[by] as readonly number[];
  return list.map((_, t) => {
    const along = list.map((value, i): Dual<N> => ({ value: a.of(value), slope: a.of(i === t ? 1 : 0) }));
    const moved: Lifted<Case, Dual<N>> = { ...lift(c, dual.of), [by]: along };
    return of(dual, system, moved, c)[0]!.slope;
  });
}
