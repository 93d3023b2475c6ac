import { recheck } from './recheck.ts';
import type { Proof, Verdict } from './verdict.ts';

/** Every proof that a verdict rests on. */
export function proofsOf(verdict: Verdict): readonly Proof[] {
  switch (verdict.verdict) {
    case 'proved':
      return [verdict.proof];
    case 'conditional':
      return present([verdict.region.inside, verdict.region.outside, verdict.witness?.extent?.proof]);
    case 'refuted':
      return present([verdict.contrary, verdict.witness?.extent?.proof]);
    default:
      return [];
  }
}

function present(proofs: readonly (Proof | undefined)[]): readonly Proof[] {
  return proofs.filter((proof) => proof !== undefined);
}

/**
 * The verdict, when the independent checker accepts every proof it rests on.
 *
 * @param where the claim and the reading, for the error
 * @throws Error when it does not: then the judge is wrong, and no verdict may leave it
 */
export function accepted(where: string, verdict: Verdict, check: typeof recheck = recheck): Verdict {
  const objections = proofsOf(verdict).flatMap((proof) => check(proof));
  if (objections.length === 0) return verdict;
  throw new Error(
    `${where}: every proof must be accepted by the independent checker, got ${objections.join('; ')}`,
  );
}
