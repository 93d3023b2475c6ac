import type { Ring } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import { terms } from '#arithmetic/term.ts';
import type { Biorthogonal } from '#claim/statement.ts';
import { innerProducts } from '#reference/norm.ts';

import type { Obligation, Proof, Verdict, Witness } from './verdict.ts';
import { exactNumber } from './witness.ts';

/**
 * Decides for which widths there are `count` vectors q_i and k_j with <q_i, k_j> = [i = j]: exactly from `count` on.
 *
 * A width is at least 1. In widths too small the matrix of inner products has determinant 0, in others the axes are such vectors.
 */
export function decideBiorthogonal({ count, width }: Biorthogonal): Verdict {
  const number = count === 'every' ? 'T' : `${count}`;
  if (count === 1) return { verdict: 'proved', proof: axes(number, width) };
  const shown = count === 'every' ? [2, 3] : [...new Set([2, 3, count])];
  return {
    verdict: 'conditional',
    region: {
      condition: count === 'every' ? `T <= ${width}, for T vectors` : `${width} >= ${count}`,
      inside: axes(number, width),
      outside: dependent(number, width, shown),
    },
    witness: singular(count === 'every' ? 2 : count),
  };
}

/** One vector in width 1; then a coordinate more, with or without a vector more. */
function axes(number: string, width: string): Proof {
  const identity = (says: string, left: string, right: string): Obligation => ({
    kind: 'identity',
    says,
    left,
    right,
  });
  return {
    method: 'construction',
    argument:
      `q_i = k_i = the i-th axis, i = 1 ... ${number}, in every width ${width} from ${number} on. By induction: one ` +
      'axis in width 1; a coordinate 0 appended to all vectors changes no inner product; and the new axis, zero but ' +
      'for that coordinate, has inner product 1 with itself and 0 with all others.',
    obligations: [
      identity('one axis in width 1', '1*1', '1'),
      identity('x and y with a coordinate 0 appended', 'dot(x, y) + 0*0', 'dot(x, y)'),
      identity('x with 0 appended, against the new axis (0 y, 1)', '0*dot(x, y) + 0*1', '0'),
      identity('the new axis (0 y, 1) against itself', '0*0*dot(y, y) + 1*1', '1'),
    ],
  };
}

/** The determinant of Q K^T is zero when the vectors have a coordinate less than there are vectors. */
function dependent(number: string, width: string, shown: readonly number[]): Proof {
  return {
    method: 'normal forms',
    argument:
      `If ${width} < ${number}, append zero columns to Q and K until they are square, Q' and K': no inner product ` +
      "changes, and det(Q K^T) = det(Q') det(K') = 0, since both have a zero column. The identity matrix has " +
      `determinant 1. Shown as identities in all entries for ` +
      `${shown.map((n) => `${n} vectors in width ${n - 1}`).join(', ')}.`,
    obligations: shown.map((n) => ({
      kind: 'identity',
      says: `the determinant of the inner products of ${n} vectors with ${n} vectors in width ${n - 1}`,
      left: determinantOfProducts(entries('q', n), entries('k', n)),
      right: '0',
    })),
  };
}

/** Small vectors in the largest width that is too small. */
function singular(count: number): Witness {
  const x = entries('x', count);
  const inputs = x.flatMap((row, i) =>
    row.map((name, c) => exactNumber(name, i === count - 1 || i === c ? 1 : 0)),
  );
  return {
    inputs,
    entry: 1,
    left: { term: determinantOfProducts(x, x), lo: '0', hi: '0' },
    relation: '=',
    right: { term: '1', lo: '1', hi: '1' },
    digits: 1,
    gap: '1',
  };
}

/** Names of the entries of n vectors in width n - 1, by rows. */
function entries(symbol: string, n: number): string[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n - 1 }, (_, c) => `${symbol}${i + 1}_${c + 1}`),
  );
}

function determinantOfProducts(q: readonly (readonly string[])[], k: readonly (readonly string[])[]): string {
  return determinant(terms, innerProducts(coordinates(terms, q[0]!.length), q, k));
}

/** The determinant by expansion along the first row. */
export function determinant<N>(r: Ring<N>, rows: readonly (readonly N[])[]): N {
  const [first, ...rest] = rows;
  if (rest.length === 0) return first![0]!;
  return sum(
    r,
    first!.map((entry, c) => {
      const minor = determinant(
        r,
        rest.map((row) => row.filter((_, other) => other !== c)),
      );
      const product = r.mul(entry, minor);
      return c % 2 === 0 ? product : r.neg(product);
    }),
  );
}
