import type { ForAllBeta } from '#claim/statement.ts';
import { writeUp } from '#claim/write-up.ts';

/** "Each token gives itself a weight of exactly 1", as the write-up has it. */
export const rowsOfDiagonal: ForAllBeta = writeUp.find(({ id }) => id === 'q2b-weights-diagonal-one')!
  .readings[0]!.statement as ForAllBeta;
