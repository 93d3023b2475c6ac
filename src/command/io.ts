/** What the program sees of the world it runs in. */
export interface Io {
  /** Writes to standard output; false when its reader has gone. */
  readonly out: (text: string) => boolean;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Width of the terminal, 80 without one. */
  readonly columns: number;
  readonly colour: boolean;
  /** A terminal watches: progress may be redrawn in place. */
  readonly isTTY: boolean;
  /** Lines of standard input, without their ends. */
  readonly stdin: AsyncIterable<string>;
  /** Calls back at the first Ctrl-C. */
  readonly onInterrupt: (handler: () => void) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
