import type { Certificate } from './certificate.ts';
import type { CoqFrame } from './frames.ts';

/**
 * A proof about a frame: inner products become multiples of beta^2, roots of beta, exponentials powers of 1 + w.
 *
 * @param text the sides, which tell what occurs
 * @param proof what closes the goal then
 */
export function opening(
  { names }: CoqFrame,
  parts: number,
  text: string,
  zeroIncluded: boolean,
  proof: string,
): string {
  const steps = [`intros V ${names.join(' ')} beta F B; in_frame`];
  if (text.includes('/ beta') && zeroIncluded) {
    steps.push('destruct B as [B | <-]', `[ | repeat apply conj; unfold Rdiv; ring ]`);
  }
  if (text.includes('sqrt')) steps.push('in_roots beta');
  if (text.includes('exp')) steps.push(exponentials('beta', parts, zeroIncluded && !text.includes('/ beta')));
  return [...steps, proof].join(';\n');
}

/** Exponentials as powers of e^(beta^2 / parts) = 1 + w. */
export function exponentials(beta: string, parts: number, zeroIncluded: boolean, w = 'w'): string {
  const exponent = exponentOf(beta, parts);
  const [lemma, sign] = zeroIncluded ? ['exp_from', 'nonneg'] : ['exp_above', 'positive'];
  return (
    `in_powers (${exponent});\n` +
    `destruct (${lemma} (${exponent}) ltac:(${sign})) as [${w} [W_${w} E_${w}]]; rewrite ?E_${w}`
  );
}

/** beta^2 / parts as a term. */
export function exponentOf(beta: string, parts: number): string {
  return parts === 1 ? `${beta} * ${beta}` : `${beta} * ${beta} / ${parts}`;
}

/** An inequality by the fraction that the difference of its sides is. */
export function byCertificate({ fraction, strict }: Certificate): string {
  const [lemma, sign] = strict ? ['lt_by', 'positive'] : ['le_by', 'nonneg'];
  return `(apply (${lemma} (${fraction})); [ field; nonzero | ${sign} ])`;
}

/** One tactic for each part of a conjunction. */
export function inTurn(tactics: readonly string[]): string {
  const [first] = tactics;
  if (tactics.every((tactic) => tactic === first)) return `repeat apply conj; ${first!}`;
  const nested = tactics.slice(1).reduce((inner) => `(conj _ ${inner})`, '_');
  return `refine ${nested}; [\n  ${tactics.join('\n| ')} ]`;
}
