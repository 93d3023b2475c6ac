import type { Law } from '#law/law.ts';
import { unrulyLinear, wrongLinear } from './linear-attention.ts';
import { unrulyRecurrences, wrongRecurrences } from './rnn.ts';
import { unrulySoftmax, wrongSoftmax } from './softmax-attention.ts';
import type { SubjectSpecimen } from './subject-specimen.ts';

/** A wrong implementation and the system that it is of. */
export type PlacedSpecimen = SubjectSpecimen & { readonly system: Law['system'] };

function placed(system: Law['system'], specimens: readonly SubjectSpecimen[]): PlacedSpecimen[] {
  return specimens.map((one) => ({ ...one, system }));
}

/** Every deliberately wrong implementation whose results tell, system by system. */
export const subjectSpecimens: readonly PlacedSpecimen[] = [
  ...placed('rnn', wrongRecurrences),
  ...placed('softmax-attention', wrongSoftmax),
  ...placed('linear-attention', wrongLinear),
];

/** Those that are wrong across calls only; the laws of behaviour that they name reject them. */
export const unrulySpecimens: readonly PlacedSpecimen[] = [
  ...placed('rnn', unrulyRecurrences),
  ...placed('softmax-attention', unrulySoftmax),
  ...placed('linear-attention', unrulyLinear),
];
