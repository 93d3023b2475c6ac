import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest property files, from the longest: what is begun last must not be long, or one of two threads idles. */
export const longest: readonly string[] = [
  'properties/report/page/main.property.ts',
  'properties/coq/altered.property.ts',
  'properties/report/page/form.property.ts',
  'properties/gate/decide-in-gate.property.ts',
  'properties/specimen/correct.property.ts',
  'properties/specimen/subject.property.ts',
  'properties/specimen/hostile.property.ts',
  'properties/vector/recheck.property.ts',
  'properties/specimen/graded.property.ts',
  'properties/gate/softmax-attention.property.ts',
  'properties/coq/certify.property.ts',
  'properties/gate/twins.property.ts',
  'properties/law/kernel-subject.property.ts',
  'properties/arithmetic/float-format.property.ts',
  'properties/conformance/value-laws.property.ts',
  'properties/conformance/module-host.property.ts',
];

/** The place of a file among the longest; of any other, after them. */
export function placeOf(file: string): number {
  const place = longest.findIndex((one) => file.endsWith(`/${one}`));
  return place < 0 ? longest.length : place;
}

/** The longest files first, wherever vitest remembers no times: a fresh clone, and one that ran part of them. */
export default class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a.moduleId) - placeOf(b.moduleId));
  }
}
