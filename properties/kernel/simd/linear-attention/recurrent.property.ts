import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import { recurrentRelaxed, recurrentSimd } from '#kernel/simd/linear-attention/recurrent.ts';
import { causally } from '../../linear-attention/cases.ts';
import { type Twins, testLong, testTwins } from './twins.ts';

const twins: Twins = {
  plain: recurrent,
  simd: recurrentSimd,
  relaxed: recurrentRelaxed,
  settings: [causally],
  spoils: () => (i, key) => key <= i,
  digest: '87d41c70d53a8e01',
};

testTwins(twins);
testLong(twins, causally);
