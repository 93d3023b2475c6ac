import type { Io } from '#command/io.ts';
import { run } from '#command/run.ts';
import type { Tools } from '#command/tools.ts';
import { version } from '#command/version.ts';

const tools: Tools = {
  version,
  listing: async () => {
    const { writeUp } = await import('#claim/write-up.ts');
    return { claims: writeUp };
  },
  deciding: async () => {
    const [{ writeUp }, { decideClaim }, { readPageParts }] = await Promise.all([
      import('#claim/write-up.ts'),
      import('#judge/decide.ts'),
      import('#command/page-parts.ts'),
    ]);
    return {
      version,
      claims: writeUp,
      decide: (claim, budget) => decideClaim(claim, budget, writeUp),
      pageParts: readPageParts,
    };
  },
  evaluating: () => import('#evaluation/evaluate-line.ts'),
  conforming: async (operands) => {
    // The module under test is loaded in threads of its own while this one loads the laws.
    const { beginSubject } = await import('#conformance/begin-subject.ts');
    beginSubject(operands);
    const [{ ownGrading }, { readPageParts }] = await Promise.all([
      import('#command/own-grading.ts'),
      import('#command/page-parts.ts'),
    ]);
    return { version, grading: await ownGrading(operands), pageParts: readPageParts };
  },
};

/** Carries out a command line on the claims of the write-up; returns the exit code. */
export function main(argv: readonly string[], io: Io): Promise<number> {
  return run(argv, io, tools);
}
