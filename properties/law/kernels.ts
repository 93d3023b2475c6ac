import type { FloatFormat } from '#arithmetic/float-format.ts';
import { chunkwise } from '#kernel/linear-attention/chunkwise.ts';
import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import { reassociated } from '#kernel/linear-attention/reassociated.ts';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import { compensated } from '#kernel/rnn/compensated.ts';
import { lanes } from '#kernel/rnn/lanes.ts';
import { paired } from '#kernel/rnn/paired.ts';
import { scan } from '#kernel/rnn/scan.ts';
import { streaming, streamingStates } from '#kernel/rnn/streaming.ts';
import { naive } from '#kernel/softmax-attention/naive.ts';
import { online } from '#kernel/softmax-attention/online.ts';
import { tiled } from '#kernel/softmax-attention/tiled.ts';
import { twoPass } from '#kernel/softmax-attention/two-pass.ts';
import { linearSubject, softmaxSubject, stateSubject, statesSubject } from '#law/kernel-subject.ts';
import type { Subject } from '#law/subject.ts';

/** Every kernel of plain code as a subject in a format. */
export function kernelSubjects(format: FloatFormat): readonly Subject[] {
  return [
    ...[streaming, paired, lanes, compensated].map((kernel) => stateSubject(kernel, format)),
    ...[streamingStates, scan].map((kernel) => statesSubject(kernel, format)),
    ...[naive, twoPass, online, tiled].map((kernel) => softmaxSubject(kernel, format)),
    ...[quadratic, reassociated, recurrent].map((kernel) => linearSubject(kernel, format, 1)),
    ...[1, 2, 64].map((chunk) => linearSubject(chunkwise, format, chunk)),
  ];
}
