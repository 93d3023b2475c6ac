import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { LinearSettings, SoftmaxSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';

/** An input of the hunt. */
export type HuntInput =
  | { readonly x: FloatArray; readonly h0: number }
  | { readonly tokens: Tokens; readonly settings: SoftmaxSettings | LinearSettings };

/** An input as it is kept: lists of numbers as text, sizes and settings. */
export type WrittenInput = Readonly<Record<string, unknown>>;

/** What the hunt has found: the sharpest case of a kernel, or one beyond its bound. */
export interface Recorded {
  readonly kernel: string;
  readonly share: number;
  readonly input: WrittenInput;
  readonly violation?: true;
}

export declare const recordedFile: string;
export declare function recorded(): readonly Recorded[];
export declare function record(examples: readonly Recorded[]): void;
export declare function written(input: HuntInput): WrittenInput;
export declare function read(example: WrittenInput, format: FloatFormat): HuntInput;
