import { type Availability, availabilityOf } from '#kernel/simd/tier.ts';
import { checkWord } from './arguments.ts';
import type { Tier } from './kernel.ts';
import type { Tokens } from './tokens.ts';

/** Whether the engine has a tier, and what that means, or why not. */
export interface TierState {
  readonly available: boolean;
  readonly why: string;
}

/** Every tier of kernels. */
export type Tiers = Readonly<Record<Tier, TierState>>;

const meaning: Readonly<Record<Tier, string>> = {
  plain: 'plain code on typed arrays, which every engine has',
  simd: 'vectors of 128 bits, every operation rounded: the same bits on every machine',
  relaxed: 'vectors of 128 bits, products fused into sums where the machine can: bits depend on it',
};

/** The tiers of an engine, by what it answers for each. */
export function tiersOf(ask: (tier: Tier) => Availability): Tiers {
  const state = (tier: Tier): TierState => {
    const answer = ask(tier);
    return { available: answer.available, why: answer.available ? meaning[tier] : answer.why };
  };
  return { plain: state('plain'), simd: state('simd'), relaxed: state('relaxed') };
}

let known: Tiers | undefined;

/**
 * Which tiers this engine has. It is asked anew: Node 20 has the relaxed tier after
 * `v8.setFlagsFromString('--experimental-wasm-relaxed-simd')`.
 *
 * @returns for each tier whether it is available, and what it means or why it is not
 */
export function tiers(): Tiers {
  known = undefined;
  return knownTiers();
}

/** The tiers of this engine as they were when it was last asked. */
export function knownTiers(): Tiers {
  known ??= tiersOf(availabilityOf);
  return known;
}

/** The tiers, by name. */
const tierNames: readonly Tier[] = ['plain', 'simd', 'relaxed'];

/** @throws TypeError or RangeError unless it is the name of a tier, or absent */
export function checkTier(where: string, tier: Tier | undefined): void {
  if (tier === undefined) return;
  checkWord(where, 'tier', tier, tierNames);
  // One that was missing may be there by now.
  if (!knownTiers()[tier].available) tiers();
}

/** Addresses of vector code reach 4 GiB, of which 16 MiB are left for blocks and tables. */
const REACH = 2 ** 32 - 2 ** 24;

/** Why a call is too large for vector code, if it is: by its size alone, so that the same call always has the same kernel. */
export function beyondReach(tokens: Tokens): string | undefined {
  const bytes = tokenBytes(tokens);
  return bytes > REACH ? `they reach 4 GiB, of which this call may take ${bytes} bytes` : undefined;
}

/**
 * The most bytes that tokens and outputs take: keys and values twice, rows of values filled up to 64 bytes, keys to a tile of
 * 512 bytes for each coordinate, and a block of 32 queries with their outputs.
 */
function tokenBytes({ q, n, m, dk, dv }: Tokens): number {
  return q.BYTES_PER_ELEMENT * (n * (dk + dv) + 2 * m * (dk + dv)) + 128 * m + 1024 * (dk + dv);
}
