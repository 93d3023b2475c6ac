import { usualBudget } from '#judge/budget.ts';
import type { Budget } from '#judge/verdict.ts';
import type { Settings } from './settings.ts';

const seeds = 2 ** 32;

/** What the judge may spend under these settings, from now on. */
export function budgetOf(settings: Settings, now: () => number): Budget {
  const { digits = usualBudget.digits, runs = usualBudget.runs, timeLimit } = settings;
  const start = now();
  return {
    digits,
    mostDigits: Math.max(digits, usualBudget.mostDigits),
    runs,
    seed: settings.seed ?? Math.floor(start) % seeds,
    ...(timeLimit === undefined ? {} : { expired: () => now() - start >= 1000 * timeLimit }),
  };
}
