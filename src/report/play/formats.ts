import { floats } from '#arithmetic/float-arithmetic.ts';
import {
  bfloat16,
  binary16,
  binary32,
  binary64,
  type FloatFormat,
  roundDouble,
} from '#arithmetic/float-format.ts';
import { quickExpRounder } from '#arithmetic/quick-exp.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates } from '#arithmetic/space.ts';
import { threeTokens, vectorsOfThreeTokens } from '#claim/softmax-attention/tokens.ts';
import { axisFrame } from '#domain/orthogonal.ts';
import type { SoftmaxVariant } from '#judge/appearance.ts';
import { shiftedSoftmax } from '#judge/shifted-softmax.ts';
import { attentionWeights } from '#reference/softmax-attention.ts';

/** What a number format makes of the write-up's weights at one beta. */
export interface FormatShown {
  readonly format: string;
  readonly softmax: SoftmaxVariant;
  /** The beta of the format: the one asked for, rounded. */
  readonly beta: number;
  /** W_11, W_22, W_33 as the format computes them. */
  readonly diagonal: readonly number[];
  /** "confirms" when all three are exactly 1. */
  readonly shows: 'confirms' | 'denies' | 'NaN';
}

export const formats: readonly FloatFormat[] = [binary64, binary32, binary16, bfloat16];
const variants: readonly SoftmaxVariant[] = ['shifted', 'unshifted'];

/** What every format makes of "each token gives itself a weight of exactly 1", every operation rounded. */
export function formatsAt(beta: number): readonly FormatShown[] {
  return formats.flatMap((format) =>
    variants.map((softmax) => {
      const own = roundDouble(format, beta);
      const diagonal = diagonalIn(format, softmax, own);
      const shows = diagonal.some(Number.isNaN)
        ? 'NaN'
        : diagonal.every((w) => w === 1)
          ? 'confirms'
          : 'denies';
      return { format: format.name, softmax, beta: own, diagonal, shows };
    }),
  );
}

function diagonalIn(format: FloatFormat, softmax: SoftmaxVariant, beta: number): readonly number[] {
  const a = { ...floats(format), exp: quickExpRounder(format) };
  if (softmax === 'unshifted') return diagonalOver(a, beta);
  const shifted = shiftedSoftmax(a, Math.max);
  return diagonalOver(shifted, shifted.from(beta)).map(shifted.formed);
}

function diagonalOver<N>(a: Analytic<N>, beta: N): readonly N[] {
  const space = coordinates(a, vectorsOfThreeTokens);
  const tokens = threeTokens(space, axisFrame(a, beta, vectorsOfThreeTokens).vectors);
  return attentionWeights(space, tokens, tokens).map((row, i) => row[i]!);
}
