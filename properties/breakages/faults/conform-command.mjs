/** Faults of what a user sees of a grade; see faults.mjs. */
export const faults = [
  {
    name: 'a subject that broke off counts as one whose laws are broken',
    file: 'src/report/graded.ts',
    from: "return isUsage(failure) ? 'unusable' : 'broke off';",
    to: "return isUsage(failure) ? 'unusable' : 'broken';",
    seenBy: ['properties/report/graded.property.ts'],
  },
  {
    name: 'a stale entry of known failures is let be',
    file: 'src/report/graded.ts',
    from: 'firstBroken(graded) !== undefined || graded.stale.length > 0',
    to: 'firstBroken(graded) !== undefined',
    seenBy: ['properties/report/graded.property.ts', 'properties/command/conform.property.ts'],
  },
  {
    name: 'a known failure may be of a law that holds',
    file: 'src/conformance/known-failures.ts',
    from: "if (status === 'failed' || status === 'errored') return [];",
    to: "if (status !== 'skipped') return [];",
    seenBy: ['properties/conformance/known-failures.property.ts'],
  },
  {
    name: 'quotes stand in attributes of XML as they are',
    file: 'src/report/xml.ts',
    from: ".replace(/\"/g, '&quot;')",
    to: '.replace(/"/g, \'"\')',
    seenBy: ['properties/report/xml.property.ts'],
  },
  {
    name: 'a share above 1 is rounded to 1',
    file: 'src/report/law-text.ts',
    from: 'Math.ceil(share / step)',
    to: 'Math.round(share / step)',
    seenBy: ['properties/report/law-text.property.ts'],
  },
  {
    name: 'a system that is not offered gives its points away',
    file: 'src/report/grade-gradescope.ts',
    from: 'return !fns.some((fn) => subject.implements.includes(fn));',
    to: 'return fns.every((fn) => subject.implements.includes(fn));',
    seenBy: ['properties/report/grade-gradescope.property.ts'],
  },
  {
    name: 'how a subject ends is not part of its grade',
    file: 'src/command/conform-subject.ts',
    from: 'return ending === undefined || grade.failure !== undefined ? grade',
    to: 'return ending === undefined || grade.laws.length > 0 ? grade',
    seenBy: ['properties/command/conform-subject.property.ts', 'properties/command/conform.property.ts'],
  },
  {
    name: 'an output is written over what is there before the work',
    file: 'src/report/file.ts',
    from: "writeFileSync(beside, '');",
    to: "writeFileSync(path, ''), writeFileSync(beside, '');",
    seenBy: ['properties/report/file.property.ts'],
  },
];
