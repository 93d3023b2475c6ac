import { setFlagsFromString } from 'node:v8';
import { supports } from '#wasm/engine.ts';

// Node 20 has the relaxed instructions behind a flag; later ones know no such flag, and need none.
if (!supports('relaxed', false)) setFlagsFromString('--experimental-wasm-relaxed-simd');

/** Whether this engine has the relaxed instructions; a title that says where they are missing. */
export const hasRelaxed: boolean = supports('relaxed', false);

/** The roundings that this engine has. */
export const roundings: readonly ('deterministic' | 'relaxed')[] = hasRelaxed
  ? ['deterministic', 'relaxed']
  : ['deterministic'];

/** What is said in a title of properties of the relaxed instructions. */
export const where: string = hasRelaxed ? '' : ' (absent from this engine)';
