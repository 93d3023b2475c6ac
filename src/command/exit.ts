import type { Outcome } from '#report/graded.ts';

/** The codes with which the program ends. */
export const exit = {
  holds: 0,
  differs: 1,
  usage: 2,
  incomplete: 3,
  crashed: 4,
  interrupted: 130,
} as const;

/** The code of what became of a subject. */
export const exitOf: Readonly<Record<Outcome, number>> = {
  holds: exit.holds,
  broken: exit.differs,
  incomplete: exit.incomplete,
  unusable: exit.usage,
  'broke off': exit.crashed,
};
