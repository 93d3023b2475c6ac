import { floats } from '#arithmetic/float-arithmetic.ts';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import { quickExpRounder } from '#arithmetic/quick-exp.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates } from '#arithmetic/space.ts';
import type { ForAllBeta, Relation } from '#claim/statement.ts';
import { axisFrame } from '#domain/orthogonal.ts';
import { type Column, columns } from './columns.ts';
import { shiftedSoftmax } from './shifted-softmax.ts';

/** What a number format shows of a statement at one beta: it seems to hold, it does not, or a NaN is returned. */
export type Appearance = 'holds' | 'fails' | 'nan';

/** Softmax as defined, or after a shift by the greatest score. */
export type SoftmaxVariant = 'shifted' | 'unshifted';

/** The appearance of a statement at each of many values of beta. */
export type Appear = (betas: readonly number[]) => Appearance[];

/**
 * Values computed together: few enough that most blocks have no NaN in them, which keeps multiples of zero zero and
 * hence known, and enough to make up for the setting up.
 */
const BLOCK = 1024;

const holds: Readonly<Record<Relation, (x: number, y: number) => boolean>> = {
  '=': (x, y) => x === y,
  '!=': (x, y) => x !== y,
  '<': (x, y) => x < y,
  '<=': (x, y) => x <= y,
  '>': (x, y) => x > y,
  '>=': (x, y) => x >= y,
};

/**
 * How a statement appears when both sides are computed in a number format on axis-aligned vectors, every operation
 * rounded to nearest and the exponential correctly rounded.
 */
export function appearing(statement: ForAllBeta, format: FloatFormat, variant: SoftmaxVariant): Appear {
  const arithmetic = { ...floats(format), exp: quickExpRounder(format) };
  return (betas) => {
    const appearances: Appearance[] = [];
    for (let start = 0; start < betas.length; start += BLOCK) {
      const block = Float64Array.from(betas.slice(start, start + BLOCK));
      const { left, right } = sidesAt(statement, arithmetic, variant, block);
      appearances.push(...compared(left, statement.relation, right, block.length));
    }
    return appearances;
  };
}

function compared(
  left: readonly Column[],
  relation: Relation,
  right: readonly Column[],
  length: number,
): Appearance[] {
  const isAsSaid = holds[relation];
  const appearances = Array.from({ length }, (): Appearance => 'holds');
  for (const [e, entry] of left.entries()) {
    const other = right[e]!;
    for (let i = 0; i < length; i++) {
      const [x, y] = [entry[i]!, other[i]!];
      if (Number.isNaN(x) || Number.isNaN(y)) appearances[i] = 'nan';
      else if (appearances[i] === 'holds' && !isAsSaid(x, y)) appearances[i] = 'fails';
    }
  }
  return appearances;
}

function sidesAt(
  { vectors, left, right }: ForAllBeta,
  arithmetic: Analytic<number>,
  variant: SoftmaxVariant,
  betas: Column,
): { readonly left: readonly Column[]; readonly right: readonly Column[] } {
  const a = columns(arithmetic, betas.length);
  if (variant === 'unshifted') {
    const [space, frame] = [coordinates(a, vectors), axisFrame(a, betas, vectors)];
    return { left: left(space, frame), right: right(space, frame) };
  }
  const shifted = shiftedSoftmax(a, a.greatest);
  const [space, frame] = [coordinates(shifted, vectors), axisFrame(shifted, shifted.from(betas), vectors)];
  return {
    left: left(space, frame).map(shifted.formed),
    right: right(space, frame).map(shifted.formed),
  };
}
