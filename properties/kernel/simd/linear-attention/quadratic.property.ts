import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import { quadraticRelaxed, quadraticSimd } from '#kernel/simd/linear-attention/quadratic.ts';
import { causally, plain } from '../../linear-attention/cases.ts';
import { type Twins, testTwins } from './twins.ts';

const twins: Twins = {
  plain: quadratic,
  simd: quadraticSimd,
  relaxed: quadraticRelaxed,
  settings: [plain, causally],
  spoils:
    ({ causal }) =>
    (i, key) =>
      !causal || key <= i,
  digest: '3347376d6bbc53f1',
};

testTwins(twins);
