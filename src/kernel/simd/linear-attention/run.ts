import type { FloatFormat } from '#arithmetic/float-format.ts';
import { formatOf } from '#kernel/declaration.ts';
import type { LinearKernel, LinearSettings } from '#kernel/kernel.ts';
import type { Loaded } from '#kernel/simd/job.ts';
import { bytesOf, type Workspace, workspace } from '#kernel/simd/workspace.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import type { Rounding } from '#wasm/vector.ts';
import { loadLinear } from './module.ts';
import { widthOf } from './rows.ts';

/** What a form by vectors works with. */
export interface Run {
  readonly room: Workspace;
  readonly loaded: Loaded;
  readonly tokens: Tokens;
  readonly settings: LinearSettings;
  readonly out: FloatArray;
  readonly format: FloatFormat;
  /** Bytes of a row of queries or keys, of outputs, and of values as the module has them. */
  readonly keyBytes: number;
  readonly valueBytes: number;
  readonly width: number;
}

/** A kernel that is its plain twin by vectors: `attend` does the work where there are outputs, and its scratch is freed. */
export function byVectors(plain: LinearKernel, rounding: Rounding, attend: (run: Run) => void): LinearKernel {
  return {
    ...plain,
    tier: rounding === 'relaxed' ? 'relaxed' : 'simd',
    run: (tokens, settings, out) => {
      if (tokens.n * tokens.dv === 0) return;
      const format = formatOf(tokens.v);
      const loaded = loadLinear(format, rounding);
      const room = workspace();
      room.scratch(() => {
        // Written out: made of a spread, the object took longer than all that is done with a short sequence.
        attend({
          room,
          loaded,
          tokens,
          settings,
          out,
          format,
          keyBytes: tokens.dk * bytesOf(format),
          valueBytes: tokens.dv * bytesOf(format),
          width: widthOf(tokens, settings.normalize),
        });
      });
    },
  };
}
