import { alphabet } from './grain.ts';

/** How far a graded enumeration goes, and over which numbers. */
export interface Grading {
  /** Numbers by rank, the first being the one tried first. */
  readonly alphabet: readonly number[];
  /** Cases at most, shared by all sizes alike. */
  readonly cases: number;
}

/** Enough for every false claim of the write-up: a witness has a handful of numbers of small rank. */
export const ordinaryGrading: Grading = { alphabet, cases: 2400 };

/**
 * Lists of `count` numbers by the sum of their ranks, and lexicographically by rank where the sums are equal.
 *
 * For the variables (h0, x1, x2): (0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0), (0, 0, -1), (0, 1, 1), ...
 *
 * @param count numbers in a list, at least 0
 * @returns lazily, whole grades only, at most `cases` lists; the first list whatever `cases` is
 */
export function* gradedNumbers(count: number, { alphabet: numbers, cases }: Grading): Generator<number[]> {
  const most = count * (numbers.length - 1);
  for (let grade = 0; grade <= most && (grade === 0 || listsUpTo(grade, count) <= cases); grade++) {
    for (const ranks of ranksOfSum(grade, count, numbers.length)) yield ranks.map((rank) => numbers[rank]!);
  }
}

/** C(grade + count, count): the lists with a rank sum of at most `grade`, over an alphabet without end. */
function listsUpTo(grade: number, count: number): number {
  let lists = 1;
  for (let i = 1; i <= count; i++) lists = (lists * (grade + i)) / i;
  return Math.round(lists);
}

function* ranksOfSum(sum: number, count: number, size: number): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  // What is left for the other numbers must not exceed the highest rank of each.
  const least = Math.max(0, sum - (count - 1) * (size - 1));
  for (let first = least; first <= Math.min(sum, size - 1); first++) {
    for (const rest of ranksOfSum(sum - first, count - 1, size)) yield [first, ...rest];
  }
}
