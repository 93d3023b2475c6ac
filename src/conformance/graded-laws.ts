import { behaviourLaws } from './behaviour-laws.ts';
import type { GradedLaw } from './graded-law.ts';
import { prerequisiteLaws } from './prerequisites.ts';
import { relationLaws } from './relation-laws.ts';
import { valueLaws } from './value-laws.ts';

/** Every law that a subject is graded on, in the order of a grade. */
export const gradedLaws: readonly GradedLaw[] = [
  ...prerequisiteLaws,
  ...behaviourLaws,
  ...valueLaws,
  ...relationLaws,
];
