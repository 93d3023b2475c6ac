import type { Specimens } from '#report/html/specimens.ts';

/** A little of everything that laws find in specimens. */
export const sampleSpecimens: Specimens = {
  laws: [
    { id: 'rnn-shape', system: 'rnn' },
    { id: 'r-state-within-bound', system: 'rnn' },
    { id: 'a-within-bound', system: 'softmax-attention' },
    { id: 'l-within-bound', system: 'linear-attention' },
    { id: 'x-rnn-is-retention', system: 'between' },
    { id: 'x-single-token', system: 'between' },
  ],
  specimens: [
    {
      system: 'rnn',
      wrong: 'starts from 0',
      named: 'r-state-within-bound',
      caughtBy: ['x-rnn-is-retention', 'r-state-within-bound'],
    },
    {
      system: 'rnn',
      wrong: 'returns <text>',
      named: 'rnn-shape',
      caughtBy: ['rnn-shape', 'r-state-within-bound'],
    },
    { system: 'softmax-attention', wrong: 'uncaught', named: 'a-within-bound', caughtBy: [] },
    {
      system: 'linear-attention',
      wrong: 'drops a row',
      named: 'l-within-bound',
      caughtBy: ['l-within-bound'],
    },
  ],
  hostile: [
    { kind: 'module', file: 'endless-call', named: 'time limit' },
    { kind: 'process', file: 'sleeps', named: 'time limit' },
    { kind: 'module', file: 'exit-call', named: 'exited' },
  ],
  correct: [
    { name: 'by pairs', system: 'rnn', format: 'binary64', share: 0.72 },
    { name: 'in binary64 for binary32', system: 'rnn', format: 'binary32', share: 0.018 },
  ],
  kernels: [
    { kernel: 'tiled', system: 'softmax-attention', tier: 'simd', format: 'binary32', share: 0.72134 },
    { kernel: 'lanes', system: 'rnn', tier: 'plain', format: 'binary64', share: 0.99 },
    { kernel: 'lanes', system: 'rnn', tier: 'relaxed', format: 'binary64', share: 0.9 },
  ],
};
