import type { FloatFormat } from '#arithmetic/float-format.ts';
import { attentionFunctions } from '#kernel/simd/attend.ts';
import { ROWS } from '#kernel/simd/block.ts';
import { type Loaded, loader } from '#kernel/simd/job.ts';
import type { Rounding } from '#wasm/vector.ts';
import { addFunction, clearFunction, elu1Function, narrowFunction, widenFunction } from './layout.ts';
import { addKeysFunction, readStateFunction } from './state.ts';
import { stepsFunction } from './steps.ts';

const functionsBy = (rounding: Rounding): ((format: FloatFormat) => Loaded) =>
  loader('linear attention', rounding, (v) => [
    ...attentionFunctions(v, 'linear'),
    elu1Function(v),
    widenFunction(v),
    narrowFunction(v),
    addFunction(v),
    clearFunction(),
    addKeysFunction(v),
    readStateFunction(v, 'readState', ROWS),
    readStateFunction(v, 'readStateOne', 1),
    stepsFunction(v, 'stepsByTwo', 2),
    stepsFunction(v, 'steps', 1),
  ]);
const loaders = { deterministic: functionsBy('deterministic'), relaxed: functionsBy('relaxed') };

/** The functions of linear attention, of every form: attention whose scores weigh the values as they are, and states. */
export function loadLinear(format: FloatFormat, rounding: Rounding): Loaded {
  return loaders[rounding](format);
}
