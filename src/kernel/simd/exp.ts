import { type ExpPlan, plan32, plan64 } from '#kernel/exp.ts';
import { type Code, sequence } from '#wasm/code.ts';
import { get, type Local, set, type ValueType } from '#wasm/instruction.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';

/** The exponential of vectors, ready to be placed in a function. */
export interface VectorExp {
  /** Loads the constants into variables: once, before any loop. */
  readonly prepare: Code;
  /** Replaces the numbers of variables by their exponentials; two at a time take little longer than one. */
  readonly apply: (...x: readonly Local[]) => Code;
}

/** The arguments of which the exponential is asked for, and what becomes of small results. */
type Range = 'all' | 'nonPositive' | 'flushed';

/**
 * e^x of every lane by the operations of `kernel/exp.ts`, so with its bits where `mulAdd` rounds twice, and within the
 * same EXP_ULP where it is fused.
 *
 * @param range `nonPositive` leaves out what only positive arguments need; `flushed` moreover gives 0 where e^x is below
 *   half of the smallest normal number, and rounds what is between once
 * @cost about 35 instructions a vector
 */
export function vectorExp(v: VectorType, local: (type: ValueType) => Local, range: Range): VectorExp {
  const loaded: Code[] = [];
  const constant = (value: Code): Code => {
    const variable = local(VECTOR);
    loaded.push(set(variable, value));
    return get(variable);
  };
  const plan: ExpPlan = v.format === 'binary64' ? plan64 : plan32;
  const number = (value: number): Code => constant(v.const(value));
  const steps = [
    reduction(v, plan, number, range),
    polynomial(v, plan, number),
    scaling(v, plan, constant, range),
  ];
  const variables: Omit<Variables, 'x'>[] = [];
  const variablesOf = (i: number): Omit<Variables, 'x'> =>
    (variables[i] ??= {
      ...{ k: local(VECTOR), r: local(VECTOR), t: local(VECTOR) },
      ...{ square: local(VECTOR), q: local(VECTOR) },
    });
  return {
    prepare: sequence(...loaded),
    apply: (...xs) => {
      const all = xs.map((x, i) => ({ x, ...variablesOf(i) }));
      return sequence(...steps.flatMap((step) => all.map(step)));
    },
  };
}

/** What is in variables while the numbers of one are replaced. */
interface Variables {
  readonly x: Local;
  readonly k: Local;
  readonly r: Local;
  /** k in its lowest bits. */
  readonly t: Local;
  readonly square: Local;
  readonly q: Local;
}

/** Instructions on the variables of one vector. */
type Step = (variables: Variables) => Code;

/** x = k ln 2 + r, x moved to where e^x is a number first. */
function reduction(v: VectorType, plan: ExpPlan, number: (value: number) => Code, range: Range): Step {
  const { bias } = layoutOf(v);
  const [magic, least] =
    range === 'flushed'
      ? [number(plan.magic + bias), number(-bias * Math.LN2)]
      : [number(plan.magic), number(plan.least)];
  const log2e = number(plan.log2e);
  const [high, low] = [number(-plan.ln2High), number(-plan.ln2Low)] as const;
  const greatest = range === 'all' ? number(plan.greatest) : undefined;
  return ({ x, k, r, t, square }) =>
    sequence(
      greatest === undefined ? [] : set(x, v.pmin(get(x), greatest)),
      set(x, v.pmax(get(x), least)),
      set(t, v.mulAdd(get(x), log2e, magic)),
      set(k, v.sub(get(t), magic)),
      set(r, v.mulAdd(get(k), low, v.mulAdd(get(k), high, get(x)))),
      set(square, v.mul(get(r), get(r))),
    );
}

/** e^r. */
function polynomial(v: VectorType, plan: ExpPlan, number: (value: number) => Code): Step {
  const coefficients = plan.q.map(number);
  const one = number(1);
  const series = (parity: 0 | 1, square: Local): Code =>
    coefficients
      .filter((_, i) => i % 2 === parity)
      .reduceRight((so, coefficient) => v.mulAdd(so, get(square), coefficient));
  return ({ r, square, q }) =>
    sequence(
      set(q, v.mulAdd(series(1, square), get(r), series(0, square))),
      set(q, v.add(one, v.mulAdd(get(square), get(q), get(r)))),
    );
}

/** Bits of the fraction of a format, and the bias of its exponent. */
function layoutOf({ format }: VectorType): { readonly fraction: number; readonly bias: number } {
  return format === 'binary64' ? { fraction: 52, bias: 1023 } : { fraction: 23, bias: 127 };
}

function scaling(v: VectorType, plan: ExpPlan, constant: (value: Code) => Code, range: Range): Step {
  switch (range) {
    case 'all':
      return scalingBothWays(v, plan, constant);
    case 'nonPositive':
      return scalingDown(v, plan, constant);
    default:
      return scalingOnce(v);
  }
}

/** 2^k e^r for k <= 0, or 0 for the least k: k and the bias are in the lowest bits of t, from the magic number. */
function scalingOnce(v: VectorType): Step {
  const { fraction } = layoutOf(v);
  return ({ x, t, q }) => set(x, v.mul(get(q), v.shiftLeft(get(t), fraction)));
}

/** 2^k e^r for k <= 0. */
function scalingDown(v: VectorType, { shift }: ExpPlan, constant: (value: Code) => Code): Step {
  const { fraction, bias } = layoutOf(v);
  // The magic number's own low bits are 0, so its sum holds k there, to which the biased exponent is added.
  const [raised, down] = [constant(integers(v, bias + shift)), constant(v.const(2 ** -shift))] as const;
  return ({ x, t, q }) =>
    set(x, v.mul(v.mul(get(q), v.shiftLeft(v.integerAdd(get(t), raised), fraction)), down));
}

/** 2^k e^r for every k. */
function scalingBothWays(v: VectorType, { shift }: ExpPlan, constant: (value: Code) => Code): Step {
  const { fraction, bias } = layoutOf(v);
  const [raised, down] = [constant(integers(v, bias + shift)), constant(v.const(2 ** -shift))] as const;
  const [lowered, up] = [constant(integers(v, bias - shift)), constant(v.const(2 ** shift))] as const;
  const zero = constant(v.const(0));
  return ({ x, k, r, t, q }) => {
    const power = v.integerAdd(get(t), v128.bitselect(lowered, raised, get(r)));
    return sequence(
      // The mask of lanes with k > 0.
      set(r, v.gt(get(k), zero)),
      set(x, v.mul(v.mul(get(q), v.shiftLeft(power, fraction)), v128.bitselect(up, down, get(r)))),
    );
  };
}

/** The same integer in every lane. */
function integers(v: VectorType, value: number): Code {
  const bytes = Array.from({ length: v.bytes }, (_, i) => (i < 4 ? (value >> (8 * i)) & 255 : 0));
  return v128.const(Array.from({ length: v.lanes }, () => bytes).flat());
}
