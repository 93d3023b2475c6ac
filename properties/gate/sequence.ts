import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What begins first. To start a process takes a large process longer, so whatever starts many comes before what fills
 * the memory; then the longest, from the longest, because what is begun last must not be long, or one of two threads
 * idles. What needs every claim decided stands together: one thread decides them while the other waits for the page.
 */
export const longest: readonly string[] = [
  'properties/command/coqc.property.ts',
  'properties/command/certify.property.ts',
  'properties/command/proving.property.ts',
  'properties/vector/recheck.property.ts',
  'properties/specimen/examples.property.ts',
  'properties/specimen/hostile.property.ts',
  'properties/gate/decide-in-gate.property.ts',
  'properties/report/page/main.property.ts',
  'properties/coq/altered.property.ts',
  'properties/coq/certify.property.ts',
  'properties/coq/file.property.ts',
  'properties/coq/beta.property.ts',
  'properties/coq/limit.property.ts',
  'properties/report/page/form.property.ts',
  'properties/specimen/correct.property.ts',
  'properties/specimen/subject.property.ts',
  'properties/specimen/graded.property.ts',
  'properties/gate/softmax-attention.property.ts',
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
