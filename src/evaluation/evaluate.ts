import { dyadics } from '#arithmetic/dyadic.ts';
import { coordinates } from '#arithmetic/space.ts';
import {
  elu1,
  features,
  identityFeature,
  type Matrix,
  reassociated,
  recurrent,
} from '#reference/linear-attention.ts';
import { finalState, output } from '#reference/rnn.ts';
import { softmaxAttention } from '#reference/softmax-attention.ts';
import { certifier } from './certify.ts';
import {
  type ExponentialQuotient,
  exponentialQuotients as exact,
  ofDyadic,
  rationalValue,
} from './exponential-quotient.ts';
import {
  type ArgumentsOf,
  checkRequest,
  type FunctionName,
  type LinearRequest,
  type Request,
  type Rows,
  type SequenceRequest,
  type SoftmaxRequest,
} from './request.ts';

/** What each function returns, as certified decimals. */
export interface ResultOf {
  readonly alternatingSum: string;
  readonly output: string;
  /** Shape [n][dv]. */
  readonly softmaxAttention: readonly (readonly string[])[];
  readonly linearAttention: readonly (readonly string[])[];
}

/** How many significant digits are wanted, 1 to 1000. */
export interface EvaluationOptions {
  readonly digits: number;
}

type Value = ExponentialQuotient;

/**
 * A reference at exact inputs, as decimals whose every digit is certified.
 *
 * @param fn one of `alternatingSum`, `output`, `softmaxAttention`, `linearAttention`
 * @param args doubles, taken exactly; shapes and defaults as in `ArgumentsOf`
 * @returns decimals rounded to nearest, ties to even; without zeros at the end exactly when nothing was rounded
 * @throws RangeError naming the argument at fault, a zero normaliser, or the entry whose last digit is not settled
 */
export function evaluate<F extends FunctionName>(
  fn: F,
  args: ArgumentsOf[F],
  options: EvaluationOptions,
): ResultOf[F] {
  return answer(checkRequest(fn, args), options.digits) as ResultOf[F];
}

/** A checked request answered, as `evaluate` does. */
export function answer(request: Request, digits: number): ResultOf[FunctionName] {
  const certify = certifier(digits);
  const named = (where: string, value: Value): string => {
    try {
      return certify(value);
    } catch (error) {
      throw new RangeError(`${where}: ${(error as Error).message}`);
    }
  };
  const namedRows = (rows: Matrix<Value>): readonly (readonly string[])[] =>
    rows.map((row, i) => row.map((value, c) => named(`result[${i}][${c}]`, value)));
  switch (request.fn) {
    case 'softmaxAttention':
      return namedRows(softmaxRows(request));
    case 'linearAttention':
      return namedRows(linearRows(request));
    default:
      return named('result', sequenceValue(request));
  }
}

function sequenceValue({ fn, x, h0 }: SequenceRequest): Value {
  const h = ofDyadic(finalState(dyadics, x.map(dyadics.of), dyadics.of(h0)));
  // The output after T inputs is the output after none from the state they lead to.
  return fn === 'output' ? output(exact, [], h) : h;
}

function softmaxRows({ q, k, v, scale, causal }: SoftmaxRequest): Matrix<Value> {
  const [keys, values] = [coordinates(exact, k[0]!.length), coordinates(exact, v[0]!.length)];
  return softmaxAttention(keys, values, lifted(q), lifted(k), lifted(v), { scale: exact.of(scale), causal });
}

function linearRows(request: LinearRequest): Matrix<Value> {
  const { v, normalize } = request;
  if (!normalize) return linearSums(request, lifted(v));
  // Attention on values that are all 1 is the sum of the scores.
  const sums = linearSums(
    request,
    lifted(v).map((row) => [...row, exact.of(1)]),
  );
  return sums.map((row, i) => {
    const normaliser = row.at(-1)!;
    if (rationalValue(normaliser)?.num === 0n) {
      throw new RangeError(
        `result[${i}]: the normaliser, the sum over keys of <phi(q_${i}), phi(k_j)>, must be non-zero, got 0`,
      );
    }
    return row.slice(0, -1).map((entry) => exact.div(entry, normaliser));
  });
}

/** The forms that are linear in the number of tokens; they equal the form as written exactly. */
function linearSums({ q, k, causal, featureMap }: LinearRequest, v: Matrix<Value>): Matrix<Value> {
  const map = featureMap === 'elu1' ? elu1 : identityFeature;
  const keys = coordinates(exact, k[0]!.length);
  const [queries, seen] = [features(exact, map, q), features(exact, map, k)];
  if (!causal) return reassociated(keys, queries, seen, v);
  // Queries beyond the last key see every key.
  return [
    ...recurrent(keys, queries.slice(0, k.length), seen, v),
    ...reassociated(keys, queries.slice(k.length), seen, v),
  ];
}

function lifted(rows: Rows): Matrix<Value> {
  return rows.map((row) => row.map(exact.of));
}
