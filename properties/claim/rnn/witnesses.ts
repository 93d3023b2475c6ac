import type { Claim } from '#claim/claim.ts';
import { decideClaim } from '#judge/decide.ts';
import { ample } from '../../judge/budget.ts';

/** The witness of each refuted or conditional reading of a claim, as "name=value" in the order of its inputs. */
export function witnesses(claims: readonly Claim[], id: string): Readonly<Record<string, string>> {
  const { readings } = decideClaim(claims.find((claim) => claim.id === id)!, ample, claims);
  return Object.fromEntries(
    readings.flatMap(({ name, verdict }) => {
      if (verdict.verdict !== 'refuted' && verdict.verdict !== 'conditional') return [];
      if (verdict.witness === undefined) return [];
      return [[name, verdict.witness.inputs.map((input) => `${input.name}=${input.decimal}`).join(' ')]];
    }),
  );
}
