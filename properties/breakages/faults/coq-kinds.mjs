/** Faults of the theorems about beta, limits, thresholds, counts and biorthogonal vectors. */
export const faults = [
  {
    name: 'a coordinate is not divided by beta',
    file: 'src/coq/frames.ts',
    from: "scalars.div(space.dot(v, e), atom('beta'))",
    to: 'space.dot(v, e)',
    seenBy: ['properties/coq/frames.property.ts'],
  },
  {
    name: 'beta = 0 is no case of its own',
    file: 'src/coq/frame-proof.ts',
    from: "text.includes('/ beta') && zeroIncluded",
    to: 'zeroIncluded && parts < 0',
    seenBy: ['properties/coq/frame-proof.property.ts'],
  },
  {
    name: 'the twin of a proved inequality is the inequality',
    file: 'src/coq/beta.ts',
    from: 'related(left, alteredRelation[relation], right)',
    to: 'related(left, relation, right)',
    seenBy: ['properties/coq/beta.property.ts'],
  },
  {
    name: 'a wrong limit is stated as it is claimed',
    file: 'src/coq/limit.ts',
    from: 'if (wrong >= 0) return',
    to: 'if (wrong > 99) return',
    seenBy: ['properties/coq/limit.property.ts'],
  },
  {
    name: 'a threshold is stated with the same double on both sides',
    file: 'src/coq/threshold.ts',
    from: 'above: exactly(above),',
    to: 'above: exactly(below),',
    seenBy: ['properties/coq/threshold.property.ts'],
  },
  {
    name: 'a count is checked against no tallies but those of the fit',
    file: 'src/coq/cost.ts',
    from: 'const rows = [...evidence.fitted, ...evidence.checked];',
    to: 'const rows = [...evidence.fitted];',
    seenBy: ['properties/coq/cost.property.ts'],
  },
  {
    name: 'divisions are counted as multiplications',
    file: 'src/coq/loops.ts',
    from: "divisions: ['div']",
    to: "divisions: ['mul']",
    seenBy: ['properties/coq/loops.property.ts'],
  },
  {
    name: 'biorthogonal vectors need one dimension less',
    file: 'src/coq/biorthogonal.ts',
    from: 'statement: says(number),',
    to: 'statement: says(`pred ${number}`),',
    seenBy: ['properties/coq/biorthogonal.property.ts'],
  },
];
