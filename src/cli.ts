import { writeUp } from '#claim/write-up.ts';
import type { Io } from '#command/io.ts';
import { grading } from '#command/own-grading.ts';
import { readPageParts } from '#command/page-parts.ts';
import { run } from '#command/run.ts';
import type { Tools } from '#command/tools.ts';
import { version } from '#command/version.ts';
import { evaluateLine } from '#evaluation/evaluate-line.ts';
import { decideClaim } from '#judge/decide.ts';

const tools: Tools = {
  version,
  claims: writeUp,
  decide: (claim, budget) => decideClaim(claim, budget, writeUp),
  pageParts: readPageParts,
  evaluateLine,
  grading,
};

/** Carries out a command line on the claims of the write-up; returns the exit code. */
export function main(argv: readonly string[], io: Io): Promise<number> {
  return run(argv, io, tools);
}
