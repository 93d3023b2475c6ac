// What is timed: each work with who does it, and the figures read off it.

const attention = (T, d, format, extra = {}) => ({
  kind: 'attention',
  n: T,
  m: T,
  dk: d,
  dv: d,
  format,
  checkedRows: [0, T >> 1, T - 1],
  ...extra,
});

/** Every peer that does softmax attention. */
const attentionPeers = [
  'naive',
  'ml-matrix',
  'numpy',
  'torch',
  'torch fused',
  'onnxruntime-node',
  'onnxruntime-web',
  'tfjs-wasm',
];

/**
 * `rounds` and `slice` (seconds a contestant a round) say how it is timed; a figure is the median over rounds of
 * how many times longer the peer takes, `atLeast` what is asked and `aim` what is hoped for.
 */
export const works = [
  {
    name: 'attention, binary64, T 4096, d 64',
    work: attention(4096, 64, 'binary64'),
    ours: ['simd', 'relaxed'],
    peers: ['naive', 'ml-matrix', 'numpy', 'torch', 'torch fused', 'onnxruntime-node'],
    rounds: 5,
    slice: 0.25,
    figures: [
      { ours: 'simd', peer: 'naive', atLeast: 12, aim: 20 },
      { ours: 'simd', peer: 'ml-matrix', atLeast: 15, aim: 30 },
      { ours: 'simd', peer: 'numpy', atLeast: 1.2, aim: 2 },
      { ours: 'simd', peer: 'torch', atLeast: 1.2, aim: 2 },
    ],
  },
  {
    name: 'attention, binary32, T 512, d 64',
    work: attention(512, 64, 'binary32'),
    ours: ['simd', 'relaxed'],
    peers: ['naive', 'tfjs-wasm', 'onnxruntime-web', 'onnxruntime-node', 'torch', 'torch fused', 'numpy'],
    rounds: 31,
    slice: 0.03,
    figures: [
      { ours: 'simd', peer: 'tfjs-wasm', atLeast: 3, aim: 5 },
      { ours: 'simd', peer: 'onnxruntime-web', atLeast: 1.3, aim: 2 },
    ],
  },
  ...['binary64', 'binary32'].map((format) => ({
    name: `attention, ${format}, T 64, d 16`,
    work: attention(64, 16, format),
    ours: ['simd', 'relaxed'],
    peers: attentionPeers,
    rounds: 41,
    slice: 0.01,
    figures: attentionPeers.map((peer) => ({ ours: 'relaxed', peer, atLeast: 1.1, aim: 1.5 })),
  })),
  {
    name: 'linear attention, binary64, T 512, d 64',
    work: { ...attention(512, 64, 'binary64'), kind: 'linear' },
    ours: ['simd', 'relaxed'],
    peers: ['naive', 'ml-matrix', 'numpy', 'torch'],
    rounds: 31,
    slice: 0.02,
    figures: [],
  },
  {
    name: 'causal linear attention, binary64, T 10^6, d 16',
    work: {
      kind: 'causal linear',
      n: 1_000_000,
      m: 1_000_000,
      dk: 16,
      dv: 16,
      format: 'binary64',
      // In ordinary arrays, as a user has them: blocks are copied through scratch.
      resident: false,
      checkedRows: [0, 1000, 999_999],
    },
    ours: ['simd', 'relaxed'],
    peers: ['naive', 'numpy', 'torch'],
    rounds: 7,
    slice: 0.2,
    figures: [
      { ours: 'simd', peer: 'numpy', atLeast: 8, aim: 12 },
      { ours: 'simd', peer: 'torch', atLeast: 10, aim: 15 },
    ],
    // Bytes that the call took beyond its input and output.
    memoryBelow: 2 ** 20,
  },
  ...[
    { form: 'lanes', atLeast: 1.2, aim: 1.5 },
    // Both tiers have the same bits.
    { form: 'compensated', atLeast: 0.9, aim: 1.0 },
  ].map(({ form, ...figure }) => ({
    name: `recurrence of 10^7 inputs, binary64, ${form}`,
    work: { kind: 'recurrence', T: 10_000_000, format: 'binary64', form, checkedRows: [0] },
    ours: ['simd', 'relaxed'],
    peers: ['naive', 'numpy'],
    rounds: 21,
    slice: 0.05,
    figures: ['simd', 'relaxed'].map((ours) => ({ ours, peer: 'numpy', ...figure })),
  })),
  {
    name: 'all states of the recurrence, 10^7 inputs, binary64',
    work: { kind: 'states', T: 10_000_000, format: 'binary64', checkedRows: [0, 9_999_999] },
    ours: ['simd'],
    peers: ['numpy'],
    rounds: 11,
    slice: 0.05,
    figures: [],
  },
];

/** The same work on one core and on two. */
export const twoCores = {
  name: 'attention on two cores, binary64, T 4096, d 64',
  work: attention(4096, 64, 'binary64'),
  rounds: 9,
  slice: 0.25,
  figure: { atLeast: 1.8, aim: 1.95 },
};

/** What share of the peak probe's operations a second is reached; operations of the definition, exponentials apart. */
export const shares = [
  {
    name: 'linear attention, binary64, T 512, d 64, in cache',
    work: { ...attention(512, 64, 'binary64'), kind: 'linear' },
    flop: 4 * 512 * 64 * 64,
    atLeast: 0.65,
    aim: 0.8,
  },
  {
    name: 'softmax attention, binary64, T 512, d 64',
    work: attention(512, 64, 'binary64'),
    flop: 4 * 512 * 512 * 64,
    atLeast: 0.53,
    aim: 0.7,
  },
  {
    name: 'softmax attention, binary64, T 4096, d 64',
    work: attention(4096, 64, 'binary64'),
    flop: 4 * 4096 * 4096 * 64,
    atLeast: 0.53,
    aim: 0.7,
  },
  {
    name: 'softmax attention, binary32, T 512, d 64',
    work: attention(512, 64, 'binary32'),
    flop: 4 * 512 * 512 * 64,
  },
];

/** Time against T of each form of linear attention; growth is time at 2T over time at T. */
export const growth = {
  sizes: [12, 13, 14, 15, 16, 17, 18].map((exponent) => 2 ** exponent),
  dk: 4,
  dv: 4,
  format: 'binary64',
  forms: [
    { kind: 'linear', name: 'reassociated', from: 1.9, to: 2.2 },
    { kind: 'causal linear', name: 'recurrent', from: 1.9, to: 2.2 },
    { kind: 'quadratic', name: 'quadratic', from: 3.7, to: 4.3 },
  ],
};
