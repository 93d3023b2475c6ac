import type { Claim } from '#claim/claim.ts';
import { suggestion } from './nearest.ts';
import type { Fault } from './settings.ts';

/** The claims of these ids in document order, each once; all of them when no id is given. */
export function selectClaims(claims: readonly Claim[], ids: readonly string[]): readonly Claim[] | Fault {
  const known = claims.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    return { fault: `claim: the id must be known, got '${unknown}'${suggestion(unknown, known)}` };
  }
  return ids.length === 0 ? claims : claims.filter(({ id }) => ids.includes(id));
}
