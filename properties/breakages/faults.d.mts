/** A change of one line that the gate must see. */
export interface Fault {
  readonly name: string;
  /** From the root of the project. */
  readonly file: string;
  /** Found exactly once in the file. */
  readonly from: string;
  readonly to: string;
  /** The narrowest property files that see it. */
  readonly seenBy: readonly string[];
}

export declare const faults: readonly Fault[];
