import type { Obligation } from '#judge/verdict.ts';

/** A fraction without a negative coefficient, as Coq writes it. */
export interface Certificate {
  readonly fraction: string;
  /** Whether the fraction is above 0, not only at least 0. */
  readonly strict: boolean;
}

/** The names of a certificate as a proof has them: u = 1 + w, and what is at least 0 stands for itself. */
const inProof: readonly (readonly [RegExp, string])[] = [
  [/\bw_u\b/g, 'w'],
  [/\bw_(beta|s|t)\b/g, '$1'],
  [/\bw_sqrt(\d+)\b/g, 'sqrt $1'],
];

/** The sign certificate among obligations, undefined when there is none. */
export function certificateIn(obligations: readonly Obligation[]): Certificate | undefined {
  const sign = obligations.find((obligation) => obligation.kind === 'sign');
  if (sign?.kind !== 'sign') return undefined;
  const fraction = sign.denominator === '1' ? sign.numerator : `(${sign.numerator}) / (${sign.denominator})`;
  return { fraction: named(fraction), strict: sign.strict };
}

/** The text of a polynomial with its names as a proof has them. */
function named(text: string): string {
  return inProof.reduce((renamed, [from, to]) => renamed.replace(from, to), text);
}
