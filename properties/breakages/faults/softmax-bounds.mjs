/** Faults in the values of softmax attention and in its bound; of the shape of `../faults.mjs`. */
const arithmetic = ['properties/arithmetic/double-double.property.ts'];
const exponential = ['properties/arithmetic/double-double-exp.property.ts'];
const values = ['properties/evaluation/softmax-values.property.ts'];
const rows = ['properties/evaluation/softmax-row.property.ts'];
const scores = ['properties/bound/softmax-scores.property.ts'];
const bound = ['properties/bound/softmax-attention.property.ts'];

export const faults = [
  {
    name: 'the product of a high and a low part is left out of a product of double-doubles',
    file: 'src/arithmetic/double-double.ts',
    from: '(ah * bl + al * bh)',
    to: '(ah * bl)',
    seenBy: arithmetic,
  },
  {
    name: 'the low part of the dividend is forgotten',
    file: 'src/arithmetic/double-double.ts',
    from: 'ah - r + (al - low[0]!)',
    to: 'ah - r - low[0]!',
    seenBy: arithmetic,
  },
  {
    name: 'the series of the exponential ends a term too early',
    file: 'src/arithmetic/double-double-exp.ts',
    from: '(1 / 24 + r * (1 / 120))',
    to: '(1 / 24)',
    seenBy: exponential,
  },
  {
    name: 'ln 2 is taken to two parts only',
    file: 'src/arithmetic/double-double-exp.ts',
    from: '(l - k * LN2_LOW)',
    to: 'l',
    seenBy: exponential,
  },
  {
    name: 'what a score loses in its low part is not shifted',
    file: 'src/evaluation/softmax-values.ts',
    from: 'rest() + (row.low[j]! - mostLow)',
    to: 'rest()',
    seenBy: values,
  },
  {
    name: 'keys that are cut keep the low weight of another row',
    file: 'src/evaluation/softmax-values.ts',
    from: '      row.weightLow[j] = 0;\n',
    to: '',
    seenBy: values,
  },
  {
    name: 'keys that are cut add nothing to the radius',
    file: 'src/evaluation/softmax-values.ts',
    from: 'share += CUT_SHARE *',
    to: 'share += 0 *',
    seenBy: values,
  },
  {
    name: 'numbers out of range go through double-doubles',
    file: 'src/evaluation/softmax-values.ts',
    from: '(size >= LEAST && size <= GREATEST) || x === 0',
    to: 'size <= GREATEST || x === 0',
    seenBy: values,
  },
  {
    name: 'the radius of a ball is not rounded up',
    file: 'src/evaluation/softmax-row.ts',
    from: '{ mantissa: rad, exponent: exp }',
    to: '{ mantissa: 0n, exponent: exp }',
    seenBy: rows,
  },
  {
    name: 'a weight far below the others is an exact 0',
    file: 'src/evaluation/softmax-row.ts',
    from: '{ mid: 0n, rad: 1n, exp: -1_512_774 }',
    to: '{ mid: 0n, rad: 0n, exp: 0 }',
    seenBy: rows,
  },
  {
    name: 'the product itself rounds nothing',
    file: 'src/bound/softmax-scores.ts',
    from: 'gamma(1 + declares.additions(dk)',
    to: 'gamma(declares.additions(dk)',
    seenBy: scores,
  },
  {
    name: 'what underflows before the scale does is not scaled',
    file: 'src/bound/softmax-scores.ts',
    from: '(1 + Math.abs(scale)) * (dk + querySize',
    to: '(dk + querySize',
    seenBy: scores,
  },
  {
    name: 'a sum that may overflow the other way is certain to overflow',
    file: 'src/bound/softmax-scores.ts',
    from: '2 * format.largest && oneSided',
    to: '2 * format.largest',
    seenBy: bound,
  },
  {
    name: 'the rounding of a shifted score is left out',
    file: 'src/bound/softmax-attention.ts',
    from: 'errors[j]! + u * (gap + errors[j]! + uncertainty) + exponentials',
    to: 'errors[j]! + exponentials',
    seenBy: bound,
  },
  {
    name: 'the error of the exponential is left out',
    file: 'src/bound/softmax-attention.ts',
    from: 'const e = 2 * u * declares.expUlp;',
    to: 'const e = 0 * u * declares.expUlp;',
    seenBy: bound,
  },
  {
    name: 'the quotient rounds nothing',
    file: 'src/bound/softmax-attention.ts',
    from: '(declares.reciprocal ? 3 : 2)',
    to: '(declares.reciprocal ? 2 : 1)',
    seenBy: bound,
  },
  {
    name: 'the sum of the weights rounds nothing',
    file: 'src/bound/softmax-attention.ts',
    from: 'const phi = gamma(additions + rescalings, u);',
    to: 'const phi = gamma(0, u);',
    seenBy: bound,
  },
  {
    name: 'underflow of products is left out',
    file: 'src/bound/softmax-attention.ts',
    from: 'lost.output * (y + rounded) + lost.rest',
    to: 'lost.output * (y + rounded)',
    seenBy: bound,
  },
  {
    name: 'values near the largest number do not matter',
    file: 'src/bound/softmax-attention.ts',
    from: 'top * sizes <= declares.format.largest / 4',
    to: 'top * sizes <= 8 * declares.format.largest',
    seenBy: bound,
  },
  {
    name: 'a bound is twice as wide as it need be',
    file: 'src/bound/softmax-attention.ts',
    from: 'raised(rounded +',
    to: 'raised(2 * rounded +',
    seenBy: bound,
  },
];
