/** Faults of the grader: of its laws, its witnesses and what it says of them; see faults.mjs. */
export const faults = [
  {
    name: 'the same call may differ by any number of bounds',
    file: 'src/conformance/call-memory.ts',
    from: 'Math.abs(x - before) * (1 - 2 ** -50) > 2 * bound[i]!',
    to: 'Math.abs(x - before) * (1 - 2 ** -50) > 2e9 * bound[i]!',
    seenBy: ['properties/conformance/call-memory.property.ts'],
  },
  {
    name: 'a call after one that is like it is not judged',
    file: 'src/conformance/independence.ts',
    from: 'const PAIRS = 6;',
    to: 'const PAIRS = 0;',
    seenBy: ['properties/conformance/independence.property.ts'],
  },
  {
    name: 'a broken prerequisite blocks nothing',
    file: 'src/conformance/grade-subject.ts',
    from: "if (stage === 'shape' || stage === 'finite') this.#blocked.set(fn, id);",
    to: "if (stage === 'values') this.#blocked.set(fn, id);",
    seenBy: ['properties/conformance/grade-subject.property.ts'],
  },
  {
    name: 'a flaw that only an observer sees does not break the shape',
    file: 'src/conformance/prerequisites.ts',
    from: "if (flaw === undefined) return answered.outcome === 'fault'",
    to: "if (flaw === undefined || answered.outcome === 'answered') return answered.outcome === 'fault'",
    seenBy: ['properties/conformance/prerequisites.property.ts'],
  },
  {
    name: 'a failure is said to repeat when it does not',
    file: 'src/conformance/witness.ts',
    from: 'repeats: false,',
    to: 'repeats: true,',
    seenBy: ['properties/conformance/witness.property.ts'],
  },
  {
    name: 'values are dropped without their keys',
    file: 'src/conformance/smaller-calls.ts',
    from: 'v: left.map(([, value]) => value)',
    to: 'v',
    seenBy: ['properties/conformance/smaller-calls.property.ts'],
  },
  {
    name: 'arguments are not frozen',
    file: 'src/conformance/asker.ts',
    from: 'this.#in({ frozen, call }, ',
    to: 'this.#in({ frozen: false, call }, ',
    seenBy: ['properties/conformance/asker.property.ts', 'properties/conformance/behaviour-laws.property.ts'],
  },
  {
    name: 'a variant is told though it does not fit',
    file: 'src/conformance/looks-like.ts',
    from: 'agrees(variant, first, asker, 1) &&',
    to: '',
    seenBy: ['properties/conformance/looks-like.property.ts'],
  },
];
