import { chunkwise } from '#kernel/linear-attention/chunkwise.ts';
import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import { reassociated } from '#kernel/linear-attention/reassociated.ts';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import { compensated } from '#kernel/rnn/compensated.ts';
import { lanes } from '#kernel/rnn/lanes.ts';
import { paired } from '#kernel/rnn/paired.ts';
import { scan } from '#kernel/rnn/scan.ts';
import { streaming, streamingStates } from '#kernel/rnn/streaming.ts';
import type { Runner } from '#kernel/simd/job.ts';
import { chunkwiseRelaxed, chunkwiseSimd } from '#kernel/simd/linear-attention/chunkwise.ts';
import { quadraticBy, quadraticRelaxed, quadraticSimd } from '#kernel/simd/linear-attention/quadratic.ts';
import { reassociatedRelaxed, reassociatedSimd } from '#kernel/simd/linear-attention/reassociated.ts';
import { recurrentRelaxed, recurrentSimd } from '#kernel/simd/linear-attention/recurrent.ts';
import { compensatedRelaxed, compensatedSimd, lanesRelaxed, lanesSimd } from '#kernel/simd/rnn.ts';
import { tiledBy, tiledRelaxed, tiledSimd } from '#kernel/simd/softmax-attention.ts';
import { naive } from '#kernel/softmax-attention/naive.ts';
import { online } from '#kernel/softmax-attention/online.ts';
import { tiled } from '#kernel/softmax-attention/tiled.ts';
import { twoPass } from '#kernel/softmax-attention/two-pass.ts';
import type { LinearKernel, SoftmaxKernel, StateKernel, StatesKernel } from './kernel.ts';

/** Every kernel, by what it computes: of two that serve a call, the one that stands first is chosen. */
export interface Kernels {
  readonly recurrence: readonly StateKernel[];
  readonly states: readonly StatesKernel[];
  readonly softmaxAttention: readonly SoftmaxKernel[];
  readonly linearAttention: readonly LinearKernel[];
}

/**
 * The table of kernels. Those by vectors stand before those in plain code, and in plain code the fastest first; linear
 * attention prefers a form by its cost at the sizes that are asked for.
 */
export const kernels: Kernels = {
  recurrence: [
    lanesSimd,
    compensatedSimd,
    lanesRelaxed,
    compensatedRelaxed,
    lanes,
    streaming,
    paired,
    compensated,
  ],
  states: [streamingStates, scan],
  softmaxAttention: [tiledSimd, tiledRelaxed, twoPass, tiled, online, naive],
  linearAttention: [
    reassociatedSimd,
    reassociatedRelaxed,
    recurrentSimd,
    recurrentRelaxed,
    quadraticSimd,
    quadraticRelaxed,
    chunkwiseSimd,
    chunkwiseRelaxed,
    reassociated,
    recurrent,
    quadratic,
    chunkwise,
  ],
};

/** Kernels whose rows several threads can compute, each by the thread that it is called from and others: the same bits. */
export const shared: {
  readonly softmaxAttention: ReadonlyMap<SoftmaxKernel, (run: Runner) => SoftmaxKernel>;
  readonly linearAttention: ReadonlyMap<LinearKernel, (run: Runner) => LinearKernel>;
} = {
  softmaxAttention: new Map([
    [tiledSimd, (run) => tiledBy('deterministic', run)],
    [tiledRelaxed, (run) => tiledBy('relaxed', run)],
  ]),
  linearAttention: new Map([
    [quadraticSimd, (run) => quadraticBy('deterministic', run)],
    [quadraticRelaxed, (run) => quadraticBy('relaxed', run)],
  ]),
};
