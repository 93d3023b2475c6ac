import type { LinearKernel, LinearSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import type { Loops } from './loops.ts';
import { loops32 } from './loops32.ts';
import { loops64 } from './loops64.ts';

/** A form of linear attention, written once for both formats. */
export type Form = <A extends FloatArray>(
  loops: Loops<A>,
  tokens: Tokens<A>,
  settings: LinearSettings,
  out: A,
) => void;

/** Runs a form in the format that the tokens have. */
export function inTheirFormat(form: Form): LinearKernel['run'] {
  return (tokens, settings, out) => {
    if (tokens.v instanceof Float64Array) {
      form(loops64, tokens as Tokens<Float64Array>, settings, out as Float64Array);
    } else {
      form(loops32, tokens as Tokens<Float32Array>, settings, out as Float32Array);
    }
  };
}
