import type { Claim } from '#claim/claim.ts';
import type { Decided } from '#judge/decided.ts';

/** What became of a claim, without the claim: plain data that passes between threads and through files. */
export type GateRecord = Omit<Decided, 'claim'> & { readonly claim: string };

declare module 'vitest' {
  interface TaskMeta {
    decided?: GateRecord;
  }
}

/** The record of a decided claim, the same whether or not it passes through a file. */
export function recordOf({ claim, ...rest }: Decided): GateRecord {
  return JSON.parse(JSON.stringify({ ...rest, claim: claim.id })) as GateRecord;
}

/** The decided claim of a record; nothing when the claim is not one of these. */
export function decidedOf({ claim: id, ...rest }: GateRecord, claims: readonly Claim[]): readonly Decided[] {
  return claims.filter((claim) => claim.id === id).map((claim) => ({ claim, ...rest }));
}
