import type { Call } from '#law/subject-call.ts';

/** The functions of the public contract. */
export const functionNames = ['alternatingSum', 'output', 'softmaxAttention', 'linearAttention'] as const;

/** A function of the public contract by its name. */
export type FunctionName = (typeof functionNames)[number];

/** The formats a subject may declare. */
export const formatNames = ['float64', 'float32'] as const;

/** A format by the name that the contract has for it. */
export type FormatName = (typeof formatNames)[number];

/** What a subject says of itself when it starts. */
export interface About {
  readonly name: string;
  /** Empty where the subject does not say. */
  readonly language: string;
  readonly format: FormatName;
  /** In the order of the contract. */
  readonly implements: readonly FunctionName[];
}

/** The arguments of a call in the order in which a function takes them. */
export function argumentsOf(call: Call): readonly unknown[] {
  return 'x' in call ? [call.x, call.h0] : [call.q, call.k, call.v, call.options];
}

/** Whether a word names a format of the contract. */
export function isFormatName(word: unknown): word is FormatName {
  return formatNames.some((name) => name === word);
}
