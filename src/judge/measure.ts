import type { Case } from '#domain/case.ts';
import { alphabet } from '#domain/grain.ts';
import { flat } from '#domain/layout.ts';

/** How simple a case is: fewer numbers first, then simpler numbers in all, then the simpler number later. */
export interface Measure {
  readonly count: number;
  readonly total: number;
  readonly costs: readonly number[];
}

/** Above the size of any double by its logarithm (1074 binary places), so that digits weigh more than size. */
const COST_OF_A_DIGIT = 2048;

/**
 * How simple a number is: its rank in the alphabet; behind that by digits, then by size, positive before negative.
 */
export function costOf(x: number): number {
  const rank = alphabet.indexOf(x);
  if (rank >= 0) return rank;
  const [mantissa, exponent = '0'] = `${Math.abs(x)}`.split('e');
  const digits = mantissa!.replace('.', '').replace(/^0+/, '').length;
  const places = Math.abs(Number(exponent));
  // A sign weighs less than the step from any integer of at most four digits to the next.
  return (
    alphabet.length + (digits + places) * COST_OF_A_DIGIT + Math.log2(1 + Math.abs(x)) + (x < 0 ? 1e-5 : 0)
  );
}

/** The measure of a case. */
export function measureOf(c: Case): Measure {
  const costs = flat(c).map(costOf);
  return { count: costs.length, total: costs.reduce((total, cost) => total + cost, 0), costs };
}

/** @returns whether a is simpler than b */
export function isSimpler(a: Measure, b: Measure): boolean {
  if (a.count !== b.count) return a.count < b.count;
  if (a.total !== b.total) return a.total < b.total;
  const place = a.costs.findIndex((cost, i) => cost !== b.costs[i]);
  return place >= 0 && a.costs[place]! < b.costs[place]!;
}
