import type { Budget } from './verdict.ts';

/**
 * What deciding a claim may spend when nothing else is asked for.
 *
 * 25 digits decide every side that is well formed and 800 are twice what the hardest claim tried has needed; witnesses
 * come from the graded cases, so 200 random cases a grain only look for what those cannot reach.
 */
export const usualBudget: Budget = { digits: 25, mostDigits: 800, runs: 200, seed: 1 };
