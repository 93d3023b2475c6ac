/** What a subject may use. */
export interface Limits {
  /** Milliseconds of a call. */
  readonly time: number;
  /** Milliseconds until it has started. */
  readonly start: number;
  /** Milliseconds until it has ended after it was told to, or killed. */
  readonly stop: number;
  /** Milliseconds that are left to a good reply after a line that is none. */
  readonly more: number;
  /** Megabytes. */
  readonly memory: number;
  /** Bytes of one line, or of one result. */
  readonly line: number;
  /** How often it is started anew after it has broken off. */
  readonly restarts: number;
}

/** The start is that of the contract, and the end is left as much; a gigabyte holds the large frameworks; 16 MB of text are 800,000 numbers. */
export const defaultLimits: Limits = {
  time: 10_000,
  start: 10_000,
  stop: 10_000,
  more: 250,
  memory: 1024,
  line: 2 ** 24,
  restarts: 8,
};
