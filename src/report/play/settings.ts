import { type TokenSet, tokenSets } from './tokens.ts';

/** A setting by its name, as it stands in a field of a form or in the address. */
export type Given = (name: string) => string | undefined;

/** What the recurrence is run on. */
export interface RecurrenceSettings {
  readonly x: readonly number[];
  readonly h0: number;
  readonly gain: 1000 | 1;
  /** What could not be read as a number, if anything. */
  readonly fault?: string;
}

/** What attention is run on. */
export interface AttentionSettings {
  readonly tokens: TokenSet;
  readonly n: number;
  readonly beta: number;
}

/** Sizes of linear attention. */
export interface LinearSettings {
  readonly T: number;
  readonly dk: number;
  readonly dv: number;
}

/** What the inputs are before anything is set. */
export const startInputs = '1, 3, 2, 5';
/** Inputs that can be drawn step by step. */
export const mostInputs = 32;
export const mostTokens = 64;
/** The slider of beta, by its logarithm: e^(beta^2) is far beyond binary64 at its end. */
export const betaSpan: readonly [number, number] = [0.1, 100];

/** Reads the settings of the recurrence; what is no number is named, and left out. */
export function recurrenceSettings(given: Given): RecurrenceSettings {
  const words = (given('x') ?? startInputs).split(/[\s,;()]+/).filter((word) => word !== '');
  const unread = words.find((word) => !isNumber(word));
  const x = words.filter(isNumber).map(Number).slice(0, mostInputs);
  const h0 = given('h0') ?? '0';
  const gain = given('gain') === '1' ? 1 : 1000;
  const fault =
    unread !== undefined
      ? `inputs: must be numbers, got '${unread}'`
      : words.length > mostInputs
        ? `inputs: at most ${mostInputs} are drawn, got ${words.length}`
        : isNumber(h0)
          ? undefined
          : `h0: must be a number, got '${h0}'`;
  return { x, h0: isNumber(h0) ? Number(h0) : 0, gain, ...(fault !== undefined && { fault }) };
}

/** Reads the settings of attention; what is out of range is moved into it. */
export function attentionSettings(given: Given): AttentionSettings {
  const tokens = tokenSets.find((set) => set === given('tokens')) ?? 'written';
  const beta = Number(given('beta') ?? 1);
  return {
    tokens,
    n: integerIn(given('n'), 2, mostTokens, 3),
    beta: Number.isFinite(beta) && beta > 0 ? Math.min(Math.max(beta, betaSpan[0]), betaSpan[1]) : 1,
  };
}

/** Reads the sizes of linear attention. */
export function linearSettings(given: Given): LinearSettings {
  return {
    T: integerIn(given('T'), 1, 65536, 256),
    dk: integerIn(given('dk'), 1, 512, 64),
    dv: integerIn(given('dv'), 1, 512, 64),
  };
}

/** Beta for a place of its slider from 0 to 1000, in four digits; and the place for a beta. */
export function betaAt(place: number): number {
  const [from, to] = betaSpan;
  return Number((from * (to / from) ** (place / 1000)).toPrecision(4));
}

export function placeOfBeta(beta: number): number {
  const [from, to] = betaSpan;
  return Math.round((1000 * Math.log(beta / from)) / Math.log(to / from));
}

/** Inputs of a pattern, small integers. */
export function generated(pattern: string, length: number, seed: number): readonly number[] {
  const count = Math.min(Math.max(1, Math.trunc(length)), mostInputs);
  let state = Math.trunc(seed) >>> 0;
  return Array.from({ length: count }, (_, t) => {
    if (pattern === 'constant') return 1;
    if (pattern === 'alternating') return t % 2;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * 9) - 4;
  });
}

function isNumber(word: string): boolean {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word.trim()) && Number.isFinite(Number(word));
}

function integerIn(text: string | undefined, least: number, most: number, otherwise: number): number {
  const value = Math.round(Number(text ?? otherwise));
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : otherwise;
}
