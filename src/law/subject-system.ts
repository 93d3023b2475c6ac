import type { Ball, Balls } from '#arithmetic/ball.ts';
import { dyadic, dyadics, nearest } from '#arithmetic/dyadic.ts';
import { exactDoubles } from '#arithmetic/exact-double.ts';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import type { Matrix } from '#reference/linear-attention.ts';
import type { System } from './law.ts';
import { referenceSystem } from './reference-system.ts';
import type { Rows, Subject } from './subject.ts';
import { allowanceOf } from './subject-allowance.ts';
import { type Asked, answer, type Call, type LinearAsked, outside, SubjectFault } from './subject-call.ts';

/** How numbers of an arithmetic come from a subject and go to it. */
interface Exchange<N> {
  /** What stands in for the functions that the subject lacks. */
  readonly reference: System<N>;
  /** @throws outside when there is no such number of the format */
  readonly enter: (value: N) => number;
  /** What comes of a call, entry by entry. */
  readonly replies: (call: Call) => N[];
}

/**
 * The system of a subject's computed numbers, as they are.
 *
 * A function that the subject lacks is the reference, rounded to the format after every operation.
 *
 * @param log takes every call that reaches the subject
 */
export function computedSystem(subject: Subject, log: Asked[]): System<number> {
  const { format } = subject;
  return systemOf(subject, {
    reference: referenceSystem(floats(format)),
    enter: (value) => numberOfFormat(format, value),
    replies: (call) => {
      const reply = logged(subject, call, log);
      if (!reply.every(Number.isFinite)) throw outside;
      return [...reply];
    },
  });
}

/**
 * The system of balls that must hold the real values if the subject is correct: each computed entry, plus or minus the
 * bound of its error at that very input.
 *
 * **No correct subject is failed by what contradicts these balls.** Let a law say of the real functions that left and
 * right are related, at a case whose numbers are taken as they are. Each call is made at numbers of the format that
 * equal the arguments of the law exactly (else `outside`), so that no input is rounded. If the subject is correct, its
 * reply is within the bound of the real value there, hence the ball holds that value; the arithmetic of balls keeps
 * inclusion, so both sides of the law are balls that hold the real sides. Disjoint balls hold no equal numbers, and a
 * ball above another none that is less: as the law is true, this cannot happen, unless some reply was not within its
 * bound.
 *
 * A function that the subject lacks is the reference, in balls.
 *
 * @param a the arithmetic of both sides
 * @param log takes every call that reaches the subject
 */
export function heldSystem(a: Balls, subject: Subject, log: Asked[]): System<Ball> {
  const { format, declares } = subject;
  return systemOf(subject, {
    reference: referenceSystem(a),
    enter: (value) => numberOf(format, value),
    replies: (call) => {
      const { bound, fates } = allowanceOf(call, declares(call.fn));
      if (!fates.every((fate) => fate === 'bounded')) throw outside;
      return logged(subject, call, log).map((value, place) => {
        if (!Number.isFinite(value)) {
          throw new SubjectFault(`${call.fn}: a result that is bounded must be finite, got ${value}`);
        }
        return around(a, value, bound[place]!);
      });
    },
  });
}

/**
 * A system that asks nothing, and of which nothing is known but what it would ask: every reply is NaN, and a call is
 * foreseen only if its numbers are exact and depend on no reply.
 *
 * @param foreseen takes every call that would reach the subject
 */
export function foreseeingSystem(subject: Subject, foreseen: Call[]): System<number> {
  return systemOf(subject, {
    reference: referenceSystem(exactDoubles),
    enter: (value) => numberOfFormat(subject.format, value),
    replies: (call) => {
      foreseen.push(call);
      const entries = 'x' in call ? 1 : call.q.length * call.v[0]!.length;
      return Array.from({ length: entries }, () => Number.NaN);
    },
  });
}

function logged(subject: Subject, call: Call, log: Asked[]): readonly number[] {
  const asked: Asked = { call };
  log.push(asked);
  asked.reply = answer(subject, call);
  return asked.reply;
}

/** @throws outside when a double is no number of the format */
function numberOfFormat(format: FloatFormat, value: number): number {
  if (Number.isFinite(value) && roundDouble(format, value) === value) return value;
  throw outside;
}

/** A ball about a computed number, of a radius of at least the bound. */
function around(a: Balls, value: number, bound: number): Ball {
  const { mantissa, exponent } = dyadic(bound);
  return a.add(a.of(value), { mid: 0n, rad: mantissa, exp: exponent });
}

/** The number of the format that a ball consists of. @throws outside when it is none */
function numberOf(format: FloatFormat, { mid, rad, exp }: Ball): number {
  if (rad !== 0n) throw outside;
  const point = { mantissa: mid, exponent: exp };
  const value = nearest(format, point);
  if (Number.isFinite(value) && dyadics.compare(dyadic(value), point) === 'equal') return value;
  throw outside;
}

/** The functions of a system by those of a subject: each form of linear attention asks for its options. */
function systemOf<N>(subject: Subject, { reference, enter, replies }: Exchange<N>): System<N> {
  const has = subject.functions;
  const rowsOf = (rows: Matrix<N>): Rows => rows.map((row) => row.map(enter));
  const tokensOf = (q: Matrix<N>, k: Matrix<N>, v: Matrix<N>): { q: Rows; k: Rows; v: Rows } => {
    // The contract never asks for attention over no keys.
    if (k.length === 0) throw outside;
    return { q: rowsOf(q), k: rowsOf(k), v: rowsOf(v) };
  };
  const stateOf = (fn: 'alternatingSum' | 'output') => (x: readonly N[], h0: N) =>
    replies({ fn, x: x.map(enter), h0: enter(h0) })[0]!;
  const linear = (q: Matrix<N>, k: Matrix<N>, v: Matrix<N>, options: LinearAsked): N[][] =>
    inRows(q.length, replies({ fn: 'linearAttention', ...tokensOf(q, k, v), options }));
  return {
    ...reference,
    ...(has.alternatingSum && {
      alternatingSum: stateOf('alternatingSum'),
      states: (x, h0) => x.map((_, t) => stateOf('alternatingSum')(x.slice(0, t + 1), h0)),
    }),
    ...(has.output && { output: stateOf('output') }),
    ...(has.softmaxAttention && {
      softmaxAttention: (q, k, v, { scale, ...options } = {}) => {
        const asked = scale === undefined ? options : { ...options, scale: enter(scale) };
        return inRows(q.length, replies({ fn: 'softmaxAttention', ...tokensOf(q, k, v), options: asked }));
      },
    }),
    ...(has.linearAttention && {
      linearAttention: (q, k, v, options = {}) => linear(q, k, v, options),
      reassociated: (q, k, v) => linear(q, k, v, {}),
      recurrent: (q, k, v) => linear(q, k, v, { causal: true }),
      chunkwise: (q, k, v) => linear(q, k, v, { causal: true }),
      elu1Attention: (q, k, v) => {
        const options = { normalize: true, featureMap: 'elu1' } as const;
        const inFormat = [q, k].every((rows) =>
          rows.flat().every((x) => roundDouble(subject.format, x) === x),
        );
        if (k.length === 0 || !inFormat) throw outside;
        return inRows(q.length, replies({ fn: 'linearAttention', q, k, v: rowsOf(v), options }));
      },
    }),
  };
}

function inRows<N>(rows: number, entries: readonly N[]): N[][] {
  const width = rows === 0 ? 0 : entries.length / rows;
  return Array.from({ length: rows }, (_, i) => entries.slice(i * width, (i + 1) * width));
}
