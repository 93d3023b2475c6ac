import { chunkwise } from '#kernel/linear-attention/chunkwise.ts';
import { chunkwiseRelaxed, chunkwiseSimd } from '#kernel/simd/linear-attention/chunkwise.ts';
import { causally } from '../../linear-attention/cases.ts';
import { type Twins, testLong, testTwins } from './twins.ts';

const twins: Twins = {
  plain: chunkwise,
  simd: chunkwiseSimd,
  relaxed: chunkwiseRelaxed,
  settings: [causally],
  spoils: () => (i, key) => key <= i,
  digest: '4598fb437a984e83',
};

testTwins(twins);
testLong(twins, { ...causally, chunk: 64 });
