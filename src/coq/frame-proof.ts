import type { Certificate } from './certificate.ts';
import type { CoqFrame } from './frames.ts';

/**
 * A proof about a frame: inner products become multiples of beta^2, roots of beta, exponentials powers of 1 + w.
 *
 * @param text the sides, which tell what occurs
 * @param proofs what closes each part of the statement then
 */
export function opening(
  { names }: CoqFrame,
  parts: number,
  text: string,
  zeroIncluded: boolean,
  proofs: readonly string[],
): string {
  const start = [`intros V ${names.join(' ')} beta F B`];
  if (text.includes('/ beta') && zeroIncluded) {
    start.push('destruct B as [B | <-]', `[ | repeat apply conj; in_frame; unfold Rdiv; ring ]`);
  }
  const opened = ['in_frame'];
  if (text.includes('sqrt')) opened.push('in_roots beta');
  if (text.includes('exp'))
    opened.push(exponentials('beta', parts, zeroIncluded && !text.includes('/ beta')));
  return [...start, inTurn(proofs, opened)].join(';\n');
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

/**
 * One tactic for each part of a conjunction.
 *
 * @param opened what all parts have in common, before it: a goal takes Coq time in the square of its length, so that parts
 *   are opened one by one
 */
export function inTurn(tactics: readonly string[], opened: readonly string[] = []): string {
  const [first] = tactics;
  const before = opened.map((tactic) => `${tactic};\n`).join('');
  if (tactics.every((tactic) => tactic === first)) return `repeat apply conj; ${before}${first!}`;
  const nested = tactics.slice(1).reduce((inner) => `(conj _ ${inner})`, '_');
  return `refine ${nested}; ${before}[\n  ${tactics.join('\n| ')} ]`;
}

/** The tactic that leaves of a conjunction H of so many parts the one with this index. */
export function picking(index: number, count: number): string {
  const steps = [
    ...(index > 0 ? [`do ${index} apply proj2 in H`] : []),
    ...(index < count - 1 ? ['apply proj1 in H'] : []),
  ];
  return steps.map((step) => `${step}; `).join('');
}
