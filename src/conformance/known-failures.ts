import type { LawGrade } from './grade.ts';
import { printable } from './printable.ts';

/** A law that a subject is known to break, and why it is let be. The list belongs to the subject. */
export interface KnownFailure {
  readonly law: string;
  readonly reason: string;
}

/** Letters of a name or reason that are shown. */
const longestShown = 200;

/**
 * Reads a list of known failures: `[{ "law": "...", "reason": "..." }]`.
 *
 * @param known the laws that there are
 * @throws when it is no such list, an entry has no reason, or a law is unknown or named twice
 */
export function parseKnownFailures(text: string, known: readonly string[]): readonly KnownFailure[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new Error('must be an array of { "law", "reason" }');
  const seen = new Set<string>();
  return list.map((entry: unknown, i) => {
    const { law, reason } = entryOf(entry, i);
    if (!known.includes(law)) throw new Error(`[${i}].law: must be a law, got '${law}'`);
    if (seen.has(law)) throw new Error(`[${i}].law: must be named once, got '${law}' again`);
    seen.add(law);
    return { law, reason };
  });
}

function entryOf(entry: unknown, i: number): KnownFailure {
  if (typeof entry !== 'object' || entry === null) throw new Error(`[${i}]: must be { "law", "reason" }`);
  const { law, reason, ...more } = entry as Readonly<Record<string, unknown>>;
  if (typeof law !== 'string') throw new Error(`[${i}].law: must be the name of a law`);
  if (typeof reason !== 'string' || reason.trim() === '') throw new Error(`[${i}].reason: must be given`);
  const [other] = Object.keys(more);
  if (other !== undefined)
    throw new Error(`[${i}]: must be { "law", "reason" }, got '${printable(other, longestShown)}'`);
  return { law: printable(law, longestShown), reason: printable(reason, longestShown) };
}

/** An entry that says of a subject what is not so. */
export interface StaleEntry extends KnownFailure {
  readonly why: string;
}

/**
 * The entries that no failure answers to: whose law holds, or was not judged.
 *
 * @param laws  what became of the laws
 * @param asked the laws that were asked for; an entry for another is let be
 */
export function staleEntries(
  entries: readonly KnownFailure[],
  laws: readonly LawGrade[],
  asked: readonly string[],
): readonly StaleEntry[] {
  return entries.flatMap((entry) => {
    if (!asked.includes(entry.law)) return [];
    const status = laws.find(({ law }) => law === entry.law)?.status;
    if (status === 'failed' || status === 'errored') return [];
    const why = status === 'passed' ? 'the law holds' : `the law is ${status ?? 'not of this subject'}`;
    return [{ ...entry, why }];
  });
}
