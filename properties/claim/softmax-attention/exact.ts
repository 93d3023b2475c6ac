import { beta, exponentials } from '#arithmetic/exponential.ts';
import { exactly, formatRational, rationals } from '#arithmetic/rational.ts';
import { evaluate, type RationalFunction } from '#arithmetic/rational-function.ts';
import type { FrameSide } from '#claim/statement.ts';
import { formalFrame } from '#domain/orthogonal.ts';

/** The entries of a side over formal orthogonal vectors, in normal form. */
export function normalForms(side: FrameSide, vectors: number): readonly RationalFunction[] {
  const { space, frame } = formalFrame(exponentials, beta, vectors);
  return side(space, frame);
}

/** The entries of a side as fractions where e^(beta^2) is `u` and a factor beta is `norm`, free of roots. */
export function exactAt(side: FrameSide, vectors: number, u: number, norm = 1): readonly string[] {
  const values: Readonly<Record<string, number>> = { u, beta: norm };
  return normalForms(side, vectors).map((entry) =>
    formatRational(evaluate(rationals, entry, (name) => exactly(values[name]!))),
  );
}
