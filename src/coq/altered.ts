import type { CertifiedClaim } from './certify.ts';
import { identifier, inModule, inParts } from './file.ts';
import { importsFor } from './supports.ts';
import type { Theorem } from './theorem.ts';

/**
 * The altered theorems of claims, each of which the proof of its original must fail to close.
 *
 * A proof may rest on theorems before it; where these are, they stand here as axioms, being proved in the files of the
 * claims.
 */
export function alteredFile(claims: readonly CertifiedClaim[]): string {
  const goals = claims.flatMap(({ decided, readings }) =>
    readings.flatMap(({ module, certified }) =>
      'theorems' in certified
        ? [inModule(`${identifier(decided.claim.id)}_${module}`, goalsOf(certified.theorems))]
        : [],
    ),
  );
  const text = goals.join('\n');
  return `${importsFor(text)}\n${text}`;
}

function goalsOf(theorems: readonly Theorem[]): string {
  const isUsed = ({ name, part }: Theorem): boolean =>
    theorems.some((other) => other.part === part && new RegExp(`\\b${name}\\b`).test(other.proof));
  return inParts(theorems, (theorem) => {
    const { definitions, name, statement, altered, proof } = theorem;
    const sentences = [
      ...definitions,
      `Goal ${altered}.`,
      `Fail solve [ ${proof} ].`,
      'Abort.',
      ...(isUsed(theorem) ? [`Axiom ${name} : ${statement}.`] : []),
    ];
    return `${sentences.join('\n')}\n`;
  });
}
