import {
  bfloat16,
  binary16,
  binary32,
  binary64,
  type FloatFormat,
  next,
  previous,
  roundDouble,
  values,
} from '#arithmetic/float-format.ts';
import type { ForAllBeta } from '#claim/statement.ts';
import { type Appear, type Appearance, appearing, type SoftmaxVariant } from './appearance.ts';
import type { FormatRegion } from './verdict.ts';
import { exactNumber } from './witness.ts';

/** Values of a format and what a statement looks like at them, ascending. */
interface Tried {
  readonly betas: readonly number[];
  readonly appearances: readonly Appearance[];
}

/** Neighbours looked at on each side of a boundary. */
const NEIGHBOURS = 32;

/** Fractions of a power of two from which the search for boundaries starts, four an octave. */
const rungs: readonly number[] = [1, 1.25, 1.5, 1.75];

const variants: readonly SoftmaxVariant[] = ['shifted', 'unshifted'];

/**
 * Where in beta > 0 each number format seems to confirm a statement, and from where it returns NaN.
 *
 * Every value of the 16-bit formats is tried. In binary32 and binary64 four values an octave are, then the boundaries
 * between them are bracketed and their neighbours tried.
 */
export function seeming(statement: ForAllBeta): FormatRegion[] {
  return [
    ...[binary64, binary32].flatMap((format) =>
      variants.map((softmax) => bracketed(statement, format, softmax)),
    ),
    ...[binary16, bfloat16].flatMap((format) =>
      variants.map((softmax) => exhausted(statement, format, softmax)),
    ),
  ];
}

function exhausted(statement: ForAllBeta, format: FloatFormat, softmax: SoftmaxVariant): FormatRegion {
  const betas = [...values(format, format.smallestSubnormal, format.largest)];
  const tried = { betas, appearances: appearing(statement, format, softmax)(betas) };
  return described(tried, format, softmax, 'every value of the format');
}

function bracketed(statement: ForAllBeta, format: FloatFormat, softmax: SoftmaxVariant): FormatRegion {
  const appear = appearing(statement, format, softmax);
  const ladder = ladderOf(format);
  const seen = new Map<number, Appearance>();
  const look = (betas: readonly number[]): void => {
    for (const [i, appearance] of appear(betas).entries()) seen.set(betas[i]!, appearance);
  };
  look(ladder);
  for (const [i, beta] of ladder.slice(1).entries()) {
    if (seen.get(beta) !== seen.get(ladder[i]!)) look(aroundBoundary(appear, format, ladder[i]!, beta));
  }
  const betas = [...seen.keys()].sort((a, b) => a - b);
  const search = `four values an octave, boundaries bracketed, ${NEIGHBOURS} neighbours on each side`;
  return described({ betas, appearances: betas.map((beta) => seen.get(beta)!) }, format, softmax, search);
}

/** Both ends of the format's positive numbers, and four numbers an octave. */
function ladderOf(format: FloatFormat): number[] {
  const ladder = new Set([format.smallestSubnormal, format.largest]);
  for (let exponent = format.minExponent; exponent <= format.maxExponent; exponent++) {
    for (const rung of rungs) ladder.add(rung * 2 ** exponent);
  }
  return [...ladder].sort((a, b) => a - b);
}

/** The values around the boundary found by bisection between two values that look different. */
function aroundBoundary(appear: Appear, format: FloatFormat, from: number, to: number): number[] {
  const before = appear([from])[0]!;
  let [below, above] = [from, to];
  while (next(format, below) < above) {
    // The middle of two numbers that are no neighbours is at least a unit away from both, however it is rounded.
    const middle = roundDouble(format, below + (above - below) / 2);
    if (appear([middle])[0] === before) below = middle;
    else above = middle;
  }
  const found = [below, above];
  for (let i = 0; i < NEIGHBOURS; i++) {
    found.unshift(previous(format, found[0]!));
    found.push(next(format, found.at(-1)!));
  }
  return found.filter((beta) => beta > 0 && Number.isFinite(beta));
}

function described(
  { betas, appearances }: Tried,
  format: FloatFormat,
  softmax: SoftmaxVariant,
  how: string,
): FormatRegion {
  const first = appearances.indexOf('holds');
  const last = appearances.lastIndexOf('holds');
  const nan = appearances.indexOf('nan');
  const others = appearances.slice(first, last).filter((appearance) => appearance !== 'holds').length;
  const between = first >= 0 && others > 0 ? `; ${others} values between do not confirm it` : '';
  return {
    format: format.name,
    softmax,
    ...(first >= 0 && {
      confirms: {
        from: exactNumber('beta', betas[first]!),
        to: exactNumber('beta', betas[last]!),
        everyValueBetween: others === 0,
      },
    }),
    ...(nan >= 0 && { nanFrom: exactNumber('beta', betas[nan]!) }),
    search: `${how}${between}`,
  };
}
