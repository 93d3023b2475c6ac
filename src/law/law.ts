import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { Rational } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import type { Case, Lifted } from '#domain/case.ts';
import type { Domain } from '#domain/domain.ts';
import type { Matrix } from '#reference/linear-attention.ts';

/** What softmax attention may be asked for; the scale is 1 when absent. */
export interface SoftmaxOptions<N> {
  readonly scale?: N;
  readonly causal?: boolean;
}

/** What linear attention may be asked for. */
export interface LinearOptions {
  readonly causal?: boolean;
  readonly normalize?: boolean;
}

/** One of the three forms of linear attention that are not the one as written. */
export type LinearForm<N> = (q: Matrix<N>, k: Matrix<N>, v: Matrix<N>) => Matrix<N>;

/** The functions of the three systems over one arithmetic: the references, or a subject that claims to be as good. */
export interface System<N> {
  readonly alternatingSum: (x: readonly N[], h0: N) => N;
  /** h_1 ... h_T of one run. */
  readonly states: (x: readonly N[], h0: N) => readonly N[];
  readonly output: (x: readonly N[], h0: N) => N;
  readonly softmaxAttention: (
    q: Matrix<N>,
    k: Matrix<N>,
    v: Matrix<N>,
    options?: SoftmaxOptions<N>,
  ) => Matrix<N>;
  readonly linearAttention: (q: Matrix<N>, k: Matrix<N>, v: Matrix<N>, options?: LinearOptions) => Matrix<N>;
  /** Q (K^T V), not causal. */
  readonly reassociated: LinearForm<N>;
  /** Causal, token by token; as many queries as keys. */
  readonly recurrent: LinearForm<N>;
  /** Causal, by chunks of so many tokens; as many queries as keys. */
  readonly chunkwise: (q: Matrix<N>, k: Matrix<N>, v: Matrix<N>, chunk: number) => Matrix<N>;
  /** Normalised linear attention of queries and keys under elu + 1, which branches on a sign: they are doubles. */
  readonly elu1Attention: (q: Matrix<number>, k: Matrix<number>, v: Matrix<N>) => Matrix<N>;
}

/** A system for every arithmetic. */
export type SystemOver = <N>(a: Analytic<N>) => System<N>;

/**
 * One side of a law: entries computed by the system under test.
 *
 * @param given the case in doubles, for what is decided by comparing inputs: which key has the largest score, |x|
 */
export type LawSide<C extends Case> = <N>(
  a: Analytic<N>,
  system: System<N>,
  c: Lifted<C, N>,
  given: C,
) => readonly N[];

/** How the entries of the left side stand to those of the right, entry by entry. */
export type LawRelation = '=' | '<=' | '<';

/** What rounding leaves of a law. */
export type InFloats =
  /** Holds of the computed numbers as it stands, up to the sign of zero, barring overflow and underflow. */
  | 'bitwise'
  /** Holds within the sum of the bounds of both sides. */
  | 'within bound'
  /** A statement about real numbers only. */
  | 'exact only';

/** A case on which what is said fails in a format, though not in the reals or not with one operation more. */
export interface Trap<C extends Case> {
  readonly format: FloatFormat;
  readonly at: C;
}

/** For every case of the domain, over the reals: left relation right. */
export interface Related<C extends Case = Case> {
  readonly kind: 'relation';
  readonly domain: Domain<C>;
  readonly left: LawSide<C>;
  readonly relation: LawRelation;
  readonly right: LawSide<C>;
  readonly inFloats: InFloats;
  /** Where the references, evaluated in a format, break what holds of them over the reals. */
  readonly traps?: readonly Trap<C>[];
}

/** The partial derivatives of a number that the system computes, by each entry of one of its inputs. */
export interface Derivative<C extends Case = Case> {
  readonly kind: 'derivative';
  readonly domain: Domain<C>;
  /** One entry. */
  readonly of: LawSide<C>;
  /** The name of a list among the inputs. */
  readonly by: string;
  /** One entry for each of that list. */
  readonly is: LawSide<C>;
}

/** One side of a statement about computed numbers, as the fractions they are. */
export type RoundedSide<C extends Case> = (
  computed: System<number>,
  given: C,
  format: FloatFormat,
) => readonly Rational[];

/** A statement about what the system computes in a format; the inputs are numbers of the format. */
export interface Rounded<C extends Case = Case> {
  readonly kind: 'rounded';
  readonly domain: Domain<C>;
  readonly formats: readonly FloatFormat[];
  readonly left: RoundedSide<C>;
  readonly relation: LawRelation;
  readonly right: RoundedSide<C>;
  readonly traps?: readonly Trap<C>[];
}

/** Multiplications done while a form of linear attention runs at given sizes. */
export type CountOf = (
  form: 'linearAttention' | 'reassociated',
  sizes: { readonly T: number; readonly dk: number; readonly dv: number },
) => number;

/** A statement about operation counts; the entries of a case are sizes. */
export interface Counted<C extends Case = Case> {
  readonly kind: 'counts';
  readonly domain: Domain<C>;
  readonly left: (count: CountOf, sizes: C) => readonly number[];
  readonly right: (sizes: C) => readonly number[];
}

/** One statement of a law, in a form whose kind tells how it is checked. */
export type Part = Related | Derivative | Rounded | Counted;

/** What every correct implementation of a system owes: known true, and checked, not decided. */
export interface Law {
  readonly id: string;
  readonly system: 'rnn' | 'softmax-attention' | 'linear-attention' | 'between';
  readonly says: string;
  /** All of them hold. */
  readonly parts: readonly Part[];
}

/** A relation over cases of any kind; each part is checked on cases of its own domain only. */
export function relation<C extends Case>(part: Omit<Related<C>, 'kind'>): Part {
  return { kind: 'relation', ...part } as unknown as Part;
}

/** As `relation`, for a derivative. */
export function derivative<C extends Case>(part: Omit<Derivative<C>, 'kind'>): Part {
  return { kind: 'derivative', ...part } as unknown as Part;
}

/** As `relation`, for computed numbers. */
export function rounded<C extends Case>(part: Omit<Rounded<C>, 'kind'>): Part {
  return { kind: 'rounded', ...part } as unknown as Part;
}

/** As `relation`, for operation counts. */
export function counts<C extends Case>(part: Omit<Counted<C>, 'kind'>): Part {
  return { kind: 'counts', ...part } as unknown as Part;
}
