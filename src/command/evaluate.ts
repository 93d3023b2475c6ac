import { exit } from './exit.ts';
import type { Io } from './io.ts';
import type { Settings } from './settings.ts';
import type { Evaluating } from './tools.ts';

/** Certified digits of a result, unless asked for others. */
const usualDigits = 40;

/** `counterclaim evaluate`: answers each line of standard input, until it ends or nobody reads the answers. */
export async function evaluateCommand(
  settings: Settings,
  io: Io,
  { evaluateLine }: Evaluating,
): Promise<number> {
  const { digits = usualDigits } = settings;
  let lineNumber = 0;
  for await (const line of io.stdin) {
    lineNumber++;
    if (line.trim() === '') continue;
    if (!io.out(`${evaluateLine(line, lineNumber, digits)}\n`)) break;
  }
  return exit.holds;
}
