import type { Case } from '#domain/case.ts';
import { checkRequest, parseObject, type Request } from '#evaluation/request.ts';
import type { Call } from '#law/subject-call.ts';
import type { Exhibit } from './graded-law.ts';
import { numberText, runLine } from './protocol.ts';

/** Letters of a command line beyond which a witness is replayed by its seed: systems take 128 KiB in one word. */
const LONGEST = 16_000;

/** The arguments of a call as the protocol writes them. */
export function argsOf(call: Call): unknown {
  return (JSON.parse(runLine(0, call)) as { readonly args: unknown }).args;
}

/** An exhibit of a law as JSON on one line. */
export function exhibitText(law: string, { calls, frozen, relation }: Exhibit): string {
  const parts = [`"law":${JSON.stringify(law)}`];
  if (relation === undefined) {
    parts.push(
      `"calls":[${calls.map((call) => `{"fn":"${call.fn}","args":${JSON.stringify(argsOf(call))}}`).join(',')}]`,
    );
  } else {
    parts.push(`"part":${relation.part}`, `"case":${caseText(relation.at)}`);
  }
  if (frozen) parts.push('"frozen":true');
  return `{${parts.join(',')}}`;
}

function caseText(at: Case): string {
  const text = (value: Case[string] | readonly number[]): string =>
    typeof value === 'number' ? numberText(value) : `[${value.map(text).join(',')}]`;
  return `{${Object.entries(at)
    .map(([name, value]) => `${JSON.stringify(name)}:${text(value)}`)
    .join(',')}}`;
}

/** The command that judges an exhibit again, or one that comes upon it again where it is too long for a command line. */
export function replayCommand(spec: string, law: string, exhibit: Exhibit, seed: number): string {
  const text = exhibitText(law, exhibit);
  const how = text.length > LONGEST ? `--laws ${law} --seed ${seed}` : `--replay ${quoted(text)}`;
  return `counterclaim conform ${quoted(spec)} ${how}`;
}

/** A word that a shell takes as it is. */
function quoted(word: string): string {
  return /^[\w:./@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * An exhibit from JSON.
 *
 * @throws RangeError naming what is wrong
 */
export function readExhibit(text: string): { readonly law: string; readonly exhibit: Exhibit } {
  const { law, calls, part, case: at, frozen } = parseObject(text);
  if (typeof law !== 'string')
    throw new RangeError(`law: must be the id of a law, got ${JSON.stringify(law)}`);
  if (at !== undefined) {
    if (!Number.isInteger(part))
      throw new RangeError(`part: must be a whole number, got ${JSON.stringify(part)}`);
    return { law, exhibit: { calls: [], relation: { part: part as number, at: readCase(at) } } };
  }
  if (!Array.isArray(calls) || calls.length === 0) {
    throw new RangeError(`calls: must be a list of at least one call, got ${JSON.stringify(calls)}`);
  }
  return { law, exhibit: { calls: calls.map(readCall), ...(frozen === true && { frozen }) } };
}

function readCall(value: unknown): Call {
  const { fn, args } = parseObject(JSON.stringify(value));
  const request = checkRequest(fn, args);
  if ('x' in request) return request;
  const { q, k, v } = request;
  const { options = {} } = args as { readonly options?: object };
  return { fn: request.fn, q, k, v, options: asked(request, Object.keys(options)) };
}

/** Those options of a request that were asked for. */
function asked(request: Request, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(request).filter(([name]) => names.includes(name)));
}

function readCase(value: unknown): Case {
  const entry = (x: unknown): unknown => {
    if (Array.isArray(x)) return x.map(entry);
    if (x === '-0') return -0;
    if (typeof x === 'number') return x;
    throw new RangeError(`case: must hold numbers and lists of them, got ${JSON.stringify(x)}`);
  };
  return Object.fromEntries(
    Object.entries(parseObject(JSON.stringify(value))).map(([name, x]) => [name, entry(x)]),
  ) as Case;
}
