import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { Tier } from '#kernel/kernel.ts';
import { kernels } from '#kernel/kernels.ts';
import { chunkwise } from '#kernel/linear-attention/chunkwise.ts';
import { linearSubject, softmaxSubject, stateSubject, statesSubject } from '#law/kernel-subject.ts';
import type { Subject } from '#law/subject.ts';
import { hasRelaxed } from '../wasm/relaxed.ts';

/** Whether this engine runs kernels of a tier. */
const runs = ({ tier }: { readonly tier: Tier }): boolean => hasRelaxed || tier !== 'relaxed';

/** Every kernel that this engine runs as a subject in a format; the chunkwise ones with several sizes of chunk. */
export function kernelSubjects(format: FloatFormat): readonly Subject[] {
  const chunks = (form: string): readonly number[] => (form === chunkwise.form ? [1, 2, 64] : [1]);
  return [
    ...kernels.recurrence.filter(runs).map((kernel) => stateSubject(kernel, format)),
    ...kernels.states.filter(runs).map((kernel) => statesSubject(kernel, format)),
    ...kernels.softmaxAttention.filter(runs).map((kernel) => softmaxSubject(kernel, format)),
    ...kernels.linearAttention
      .filter(runs)
      .flatMap((kernel) => chunks(kernel.form).map((chunk) => linearSubject(kernel, format, chunk))),
  ];
}
