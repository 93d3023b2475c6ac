import { createHash } from 'node:crypto';
import { binary32, binary64, type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { zerosLike } from '#kernel/declaration.ts';
import { exps } from '#kernel/exp.ts';
import type { LinearKernel, SoftmaxKernel, StateKernel, StatesKernel } from '#kernel/kernel.ts';
import { chunkwise } from '#kernel/linear-attention/chunkwise.ts';
import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import { reassociated } from '#kernel/linear-attention/reassociated.ts';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import { compensated } from '#kernel/rnn/compensated.ts';
import { lanes } from '#kernel/rnn/lanes.ts';
import { paired } from '#kernel/rnn/paired.ts';
import { scan } from '#kernel/rnn/scan.ts';
import { streaming, streamingStates } from '#kernel/rnn/streaming.ts';
import { tiledSimd } from '#kernel/simd/softmax-attention.ts';
import { naive } from '#kernel/softmax-attention/naive.ts';
import { online } from '#kernel/softmax-attention/online.ts';
import { tiled } from '#kernel/softmax-attention/tiled.ts';
import { twoPass } from '#kernel/softmax-attention/two-pass.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { arrayOf, unitNumbers } from '../kernel/softmax-attention/cases.ts';

/** Everything that a kernel computes from fixed inputs of a format. */
type Outputs = (format: FloatFormat) => readonly FloatArray[];

const causalities = [false, true];

/** Tokens of two ragged shapes, n above m and below it; nothing in them depends on a function of the engine. */
function tokensOf(format: FloatFormat): readonly Tokens[] {
  return [
    [70, 67, 5, 7],
    [9, 133, 3, 16],
  ].map(([n, m, dk, dv]) => {
    const unit = unitNumbers(n! * m!);
    const matrix = (length: number): FloatArray => arrayOf(format, length, () => 6 * unit() - 3);
    return { q: matrix(n! * dk!), k: matrix(m! * dk!), v: matrix(m! * dv!), n: n!, m: m!, dk: dk!, dv: dv! };
  });
}

function softmax(kernel: SoftmaxKernel): Outputs {
  return (format) =>
    tokensOf(format).flatMap((tokens) =>
      causalities.map((causal) => {
        const out = zerosLike(tokens.v, tokens.n * tokens.dv);
        kernel.run(tokens, { scale: roundDouble(format, 0.7), causal }, out);
        return out;
      }),
    );
}

function linear(kernel: LinearKernel): Outputs {
  return (format) =>
    tokensOf(format).flatMap((tokens) =>
      causalities
        .filter((causal) => (causal ? kernel.serves.causal : kernel.serves.whole))
        .flatMap((causal) =>
          (['identity', 'elu1'] as const).map((featureMap) => {
            const out = zerosLike(tokens.v, tokens.n * tokens.dv);
            kernel.run(tokens, { causal, normalize: featureMap === 'elu1', featureMap, chunk: 16 }, out);
            return out;
          }),
        ),
    );
}

/** Inputs of a few lengths, the longest beyond every block. */
function sequencesOf(format: FloatFormat): readonly FloatArray[] {
  const unit = unitNumbers(11);
  return [0, 1, 2, 33, 5000].map((length) => arrayOf(format, length, () => 2 * unit() - 1));
}

function state(kernel: StateKernel): Outputs {
  return (format) =>
    sequencesOf(format).map((x) => arrayOf(format, 1, () => kernel.run(x, roundDouble(format, 0.3))));
}

function states(kernel: StatesKernel): Outputs {
  return (format) =>
    sequencesOf(format).map((x) => {
      const out = zerosLike(x, x.length);
      kernel.run(x, roundDouble(format, 0.3), out);
      return out;
    });
}

const exponential: Outputs = (format) => {
  const unit = unitNumbers(5);
  const exp = exps(format);
  const spread = format === binary64 ? 1480 : 200;
  return [arrayOf(format, 5000, () => exp(roundDouble(format, spread * (unit() - 0.5))))];
};

/** A kernel whose bits are the same on every machine, and a hash of them. */
export interface Golden {
  readonly name: string;
  readonly outputs: Outputs;
  readonly hash: string;
}

function golden(name: string, outputs: Outputs, hash: string): Golden {
  return { name, outputs, hash };
}

/** One line a kernel. A hash changes only with the documented order of the kernel. */
export const goldens: readonly Golden[] = [
  golden('exp', exponential, 'fcfb506854c8f4d7'),
  golden('softmax attention, naive', softmax(naive), 'ae36c872ef56bd89'),
  golden('softmax attention, two-pass', softmax(twoPass), 'c555c2b0cb121834'),
  golden('softmax attention, online', softmax(online), '93b01583dc05d421'),
  golden('softmax attention, tiled', softmax(tiled), 'd8af152a5e9bb8bc'),
  golden('softmax attention, tiled, vectors', softmax(tiledSimd), '794ffce9089a826d'),
  golden('linear attention, quadratic', linear(quadratic), 'fe45b1b2db54ce26'),
  golden('linear attention, reassociated', linear(reassociated), '457965715e5ccc21'),
  golden('linear attention, recurrent', linear(recurrent), '0da321a4d514c170'),
  golden('linear attention, chunkwise', linear(chunkwise), '8ed793e63bb82d25'),
  golden('recurrence, streaming', state(streaming), '5871716a5f798ef2'),
  golden('recurrence, streaming, every state', states(streamingStates), '3745e414061eb285'),
  golden('recurrence, paired', state(paired), 'fb58f07366b8eb35'),
  golden('recurrence, lanes', state(lanes), '6664088ec2b56ef8'),
  golden('recurrence, compensated', state(compensated), '12f075bd5f988d17'),
  golden('recurrence, scan', states(scan), '73f8cfa7f49efdf5'),
];

/** A hash of the bits of all outputs in both formats; NaN of whatever bits is one NaN. */
export function hashOf(outputs: Outputs): string {
  const hash = createHash('sha256');
  for (const format of [binary64, binary32]) {
    for (const array of outputs(format)) {
      const { buffer } = array.map((entry) => (Number.isNaN(entry) ? Number.NaN : entry));
      hash.update(new Uint8Array(buffer));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
