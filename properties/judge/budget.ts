import type { Budget } from '#judge/verdict.ts';

/** A budget with which every claim of the write-up is decided. */
export const ample: Budget = { digits: 25, mostDigits: 800, runs: 100, seed: 1 };
