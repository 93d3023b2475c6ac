import type { Claim } from '#claim/claim.ts';
import type { Io } from '#command/io.ts';
import type { Conforming, Deciding, Evaluating, Tools } from '#command/tools.ts';
import type { Decided } from '#judge/decided.ts';
import type { Budget } from '#judge/verdict.ts';
import { samples } from '../report/sample.ts';
import { sampleGrading } from './sample-grading.ts';

/** What a program was seen to do. */
export interface Seen {
  readonly out: string[];
  readonly err: string[];
  /** Presses Ctrl-C. */
  interrupt: () => void;
}

/** A world for a program to run in, watched. */
export function watchedIo(world: Partial<Io> & { readonly lines?: readonly string[] } = {}): {
  io: Io;
  seen: Seen;
} {
  const seen: Seen = { out: [], err: [], interrupt: () => undefined };
  let clock = 1_700_000_000_000;
  const io: Io = {
    out: (text) => seen.out.push(text) > 0,
    err: (text) => {
      seen.err.push(text);
    },
    env: {},
    columns: 80,
    colour: false,
    isTTY: false,
    stdin: linesOf(world.lines ?? []),
    onInterrupt: (handler) => {
      seen.interrupt = handler;
    },
    now: () => {
      clock += 100;
      return clock;
    },
    ...world,
  };
  return { io, seen };
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) {
    await Promise.resolve();
    yield line;
  }
}

/** Tools that decide as the samples of the report do, and answer a request with what was asked. */
export function toolsOf(
  decided: readonly Decided[] = samples,
  watch: (claim: Claim, budget: Budget) => void = () => undefined,
): Deciding & Evaluating & Conforming {
  return {
    version: '0.1.0',
    claims: decided.map(({ claim }) => claim),
    decide: (claim, budget) => {
      watch(claim, budget);
      return decided.find((row) => row.claim.id === claim.id)!;
    },
    evaluateLine: (line, lineNumber, digits) => `${lineNumber} ${digits} ${line}`,
    grading: sampleGrading().grading,
  };
}

/** The same, loaded when a command asks for them. */
export function loading(all: Deciding & Evaluating & Conforming): Tools {
  const load = (): Promise<typeof all> => Promise.resolve(all);
  return { version: all.version, listing: load, deciding: load, evaluating: load, conforming: load };
}
