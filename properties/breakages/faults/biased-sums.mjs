// Sums from a bias, plain and by vectors.
const plain = 'src/kernel/rnn/biased.ts';
const vectors = 'src/kernel/simd/rnn-biased.ts';
const seenByPlain = ['properties/kernel/rnn/biased.property.ts'];
const seenByVectors = ['properties/kernel/simd/rnn-biased.property.ts'];

export const faults = [
  {
    name: 'a bias is smaller than the inputs may make their sum',
    file: plain,
    from: 'const bias = 1.5 * powers[place];',
    to: 'const bias = (1.5 / 2 ** 9) * powers[place];',
    seenBy: seenByPlain,
  },
  {
    name: 'a bias is kept however much smaller the inputs have become',
    file: plain,
    from: 'power >= least && power <= 4 * least ? power : 2 * least',
    to: 'power >= least ? power : 2 * least',
    seenBy: seenByPlain,
  },
  {
    name: 'a logarithm that was rounded up is taken at its word',
    file: plain,
    from: 'return power > size ? power / 2 : power;',
    to: 'return power;',
    seenBy: seenByPlain,
  },
  {
    name: 'subnormal inputs have a bias',
    file: plain,
    from: 'if (size < smallest) return 0;',
    to: '',
    seenBy: seenByPlain,
  },
  {
    name: 'the largest sizes have a bias, which overflows',
    file: plain,
    from: 'if (!sizes.every((size) => size < tooLarge)) {',
    to: 'if (sizes.some(Number.isNaN)) {',
    seenBy: seenByPlain,
  },
  {
    name: 'sums are biased before their bound allows it',
    file: plain,
    from: 'const ENOUGH_BLOCKS = 2 ** 18;',
    to: 'const ENOUGH_BLOCKS = 2 ** 16;',
    seenBy: seenByPlain,
  },
  {
    name: 'a visit with wrong biases is not added again',
    file: vectors,
    from: 'when(anyOf(wrong.map(get)), [again]),',
    to: '',
    seenBy: seenByVectors,
  },
  {
    name: 'only the first vector of biases is looked at',
    file: vectors,
    from: 'when(anyOf(wrong.map(get)), [again]),',
    to: 'when(anyOf(wrong.slice(1).map(get)), [again]),',
    seenBy: seenByVectors,
  },
  {
    name: 'a new bias leaves no room for inputs that grow',
    file: vectors,
    from: 'v128.and(v.integerAdd(get(least), lastWords(v, one)), get(isNormal))',
    to: 'get(least)',
    seenBy: seenByVectors,
  },
  {
    name: 'the largest exponent for which there is a bias is one too many',
    file: vectors,
    from: 'all - (BIAS_ROOM + 1) * one',
    to: 'all - BIAS_ROOM * one',
    seenBy: seenByVectors,
  },
  {
    name: 'the sum of a visit joins without its error',
    file: vectors,
    from: 'set(error, v.add(loadAt(sums, AT.visitErrors, i), get(error))),',
    to: 'set(error, loadAt(sums, AT.visitErrors, i)),',
    seenBy: seenByVectors,
  },
  {
    name: 'inputs that visits have added are added once more',
    file: 'src/kernel/simd/rnn.ts',
    from: 'addAll(room, x.subarray(biased), addBlocksCompensated!, address);',
    to: 'addAll(room, x, addBlocksCompensated!, address);',
    seenBy: seenByVectors,
  },
  {
    name: 'words are compared with their sign',
    file: 'src/wasm/vector.ts',
    from: 'gtWords: binary(0x3c),',
    to: 'gtWords: binary(0x3b),',
    seenBy: ['properties/wasm/vector.property.ts'],
  },
];
