import { faults as biasedSums } from './faults/biased-sums.mjs';
import { faults as callsAhead } from './faults/calls-ahead.mjs';
import { faults as conformCommand } from './faults/conform-command.mjs';
import { faults as conformMore } from './faults/conform-more.mjs';
import { faults as coq } from './faults/coq.mjs';
import { faults as coqBatch } from './faults/coq-batch.mjs';
import { faults as coqKinds } from './faults/coq-kinds.mjs';
import { faults as exactBounds } from './faults/exact-bounds.mjs';
import { faults as gate } from './faults/gate.mjs';
import { faults as grade } from './faults/grade.mjs';
import { faults as isolation } from './faults/isolation.mjs';
import { faults as kernelInterface } from './faults/kernel-interface.mjs';
import { faults as linearVectors } from './faults/linear-vectors.mjs';
import { faults as page } from './faults/page.mjs';
import { faults as pageMore } from './faults/page-more.mjs';
import { faults as simdMore } from './faults/simd-more.mjs';
import { faults as softmaxBounds } from './faults/softmax-bounds.mjs';
import { faults as subjectLaws } from './faults/subject-laws.mjs';
import { faults as vectors } from './faults/vectors.mjs';
import { faults as writeUp } from './faults/write-up.mjs';

/** Every fault: what decides the write-up first, then kernels, bounds and laws from the ground up, the page, and the gate. */
export const faults = [
  ...writeUp,
  ...vectors,
  ...simdMore,
  ...biasedSums,
  ...linearVectors,
  ...kernelInterface,
  ...exactBounds,
  ...softmaxBounds,
  ...subjectLaws,
  ...isolation,
  ...callsAhead,
  ...grade,
  ...conformCommand,
  ...conformMore,
  ...coq,
  ...coqBatch,
  ...coqKinds,
  ...page,
  ...pageMore,
  ...gate,
];
