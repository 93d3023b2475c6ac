import { checkWord, shown, wrongValue } from './arguments.ts';
import type { Tier } from './kernel.ts';
import type { Tiers } from './tiers.ts';

/** What a kernel is chosen by. */
export interface Choosable {
  readonly form: string;
  readonly tier: Tier;
}

/** What a call asks for. */
export interface Wanted {
  readonly form: string | undefined;
  readonly tier: Tier | undefined;
  /** A form that is taken where none is asked for and the tier has it. */
  readonly preferred?: string;
  /** Why the call is better answered without vectors, where it is and no tier is asked for. */
  readonly without?: string | undefined;
}

/** A kernel, and what it was chosen from. */
export interface Chosen<K extends Choosable> {
  readonly kernel: K;
  /** Threads that share the call. */
  readonly threads: number;
  readonly table: readonly K[];
  readonly wanted: Wanted;
  readonly available: Tiers;
}

/** What answers a call. */
export interface ChosenKernel {
  readonly form: string;
  readonly tier: Tier;
  /** Threads that share the call: those of the pool where the form is one that can be shared, otherwise 1. */
  readonly threads: number;
  /** In a sentence: also that plain code stands in for vectors that the engine does not have. */
  readonly why: string;
}

/**
 * The kernel of a table that a call is answered by.
 *
 * Without a tier it is the first of a deterministic tier that the engine has: relaxed kernels are never chosen unless they
 * are asked for, and where the engine has no vectors plain code is.
 *
 * @throws RangeError when the tier is not there, or has no such form
 */
export function choose<K extends Choosable>(
  where: string,
  table: readonly K[],
  wanted: Wanted,
  available: Tiers,
): Chosen<K> {
  const { form, tier, preferred } = wanted;
  if (tier !== undefined && !available[tier].available) {
    throw new RangeError(
      `${where}: tier must be one that can answer here, got ${shown(tier)}: ${available[tier].why}`,
    );
  }
  const kernel =
    first(table, form ?? preferred, wanted, available) ??
    (form === undefined ? first(table, undefined, wanted, available) : undefined) ??
    refuse(where, table, wanted);
  return { kernel, threads: 1, table, wanted, available };
}

function first<K extends Choosable>(
  table: readonly K[],
  form: string | undefined,
  { tier, without }: Wanted,
  available: Tiers,
): K | undefined {
  for (const kernel of table) {
    if (form !== undefined && kernel.form !== form) continue;
    const usual =
      kernel.tier === 'plain' ||
      (kernel.tier === 'simd' && without === undefined && available.simd.available);
    if (tier === undefined ? usual : kernel.tier === tier) return kernel;
  }
  return undefined;
}

function refuse(where: string, table: readonly Choosable[], { form, tier }: Wanted): never {
  if (form !== undefined) checkWord(where, 'form', form, formsOf(table));
  const having = table.filter((kernel) => form === undefined || kernel.form === form);
  const those = [...new Set(having.map((kernel) => kernel.tier))].join(', ');
  return wrongValue(`${where}: tier`, `be one of ${those} for ${form ?? 'this call'}`, tier);
}

/** The forms of kernels, each once. */
export function formsOf(table: readonly Choosable[]): readonly string[] {
  return [...new Set(table.map((kernel) => kernel.form))];
}

/** A choice in words. */
export function inWords<K extends Choosable>(chosen: Chosen<K>): ChosenKernel {
  const { form, tier } = chosen.kernel;
  return { form, tier, threads: chosen.threads, why: whyChosen(chosen) };
}

function whyChosen<K extends Choosable>({ kernel, table, wanted, available }: Chosen<K>): string {
  const { why } = available[kernel.tier];
  if (wanted.tier !== undefined) return `tier ${wanted.tier} was asked for: ${why}`;
  if (kernel.tier === 'simd') return `the fastest deterministic tier: ${why}`;
  const simd = { ...available.simd, available: true };
  const elsewhere = choose('', table, { ...wanted, without: undefined }, { ...available, simd }).kernel;
  return elsewhere.tier === 'simd'
    ? `plain code instead of vectors: ${available.simd.available ? wanted.without! : available.simd.why}`
    : `no other deterministic tier has the ${kernel.form} form`;
}
