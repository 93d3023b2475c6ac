import { reassociated } from '#kernel/linear-attention/reassociated.ts';
import { reassociatedRelaxed, reassociatedSimd } from '#kernel/simd/linear-attention/reassociated.ts';
import { plain } from '../../linear-attention/cases.ts';
import { type Twins, testTwins } from './twins.ts';

const twins: Twins = {
  plain: reassociated,
  simd: reassociatedSimd,
  relaxed: reassociatedRelaxed,
  settings: [plain],
  spoils: () => () => true,
  digest: '45a8dfcce72fb749',
};

testTwins(twins);
