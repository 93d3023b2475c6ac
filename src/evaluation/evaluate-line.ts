import { answer } from './evaluate.ts';
import { checkRequest, idOf, parseObject } from './request.ts';

/**
 * One request of `counterclaim evaluate` answered.
 *
 * @param line a JSON object `{ id, fn, args }`
 * @param lineNumber from 1, for messages
 * @param digits significant digits of every result, 1 to 1000
 * @returns a JSON object `{ id, result }` or `{ id, error }` on one line; the id is null when it could not be read
 */
export function evaluateLine(line: string, lineNumber: number, digits: number): string {
  let id: number | string | null = null;
  try {
    const request = parseObject(line);
    id = idOf(request);
    return JSON.stringify({ id, result: answer(checkRequest(request.fn, request.args), digits) });
  } catch (error) {
    return JSON.stringify({ id, error: `line ${lineNumber}: ${(error as Error).message}` });
  }
}
