import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';

/** The formats that kernels compute in, by name. */
export type FormatName = 'binary64' | 'binary32';

/** Their names, the widest first. */
export const formatNames: readonly FormatName[] = ['binary64', 'binary32'];

/** A format by its name. */
export function formatNamed(name: FormatName): FloatFormat {
  return name === 'binary64' ? binary64 : binary32;
}
