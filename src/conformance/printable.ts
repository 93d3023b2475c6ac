const esc = String.fromCodePoint(0x1b);
const bell = String.fromCodePoint(0x07);

/**
 * What a terminal obeys and does not show: control sequences (colours, cursor), strings (titles, links, up to their
 * end or that of the text), and single escapes. Source: ECMA-48, sections 5.3 to 5.6.
 */
const sequences = new RegExp(
  [
    `(?:${esc}\\[|\\u009b)[0-?]*[ -/]*[@-~]?`,
    `(?:${esc}[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^${bell}${esc}\\u009c]*(?:${bell}|${esc}\\\\|\\u009c)?`,
    `${esc}[ -/]*[0-~]?`,
  ].join('|'),
  'g',
);

/** Controls, invisible marks (also those that reverse the direction of writing), separators of lines, halves of pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Of a text longer than this many times its limit, no more is looked at. */
const margin = 8;

/**
 * What somebody else wrote, on one line, for any terminal or report: control sequences are gone, white space is one
 * space, and anything else that cannot be seen is written as `\u{...}`.
 *
 * @param limit letters kept; the rest is counted
 */
export function printable(text: string, limit: number): string {
  const shown = visible(
    text
      .slice(0, limit * margin)
      .replace(sequences, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return cut(shown, limit, text.length);
}

/** The same in lines: their ends and tabs are kept, and blank lines at the end are not. */
export function printableLines(text: string, limit: number): string {
  const lines = text
    .slice(0, limit * margin)
    .replace(sequences, '')
    .split(/\r?\n/);
  const shown = lines.map((line) => line.split('\t').map(visible).join('\t')).join('\n');
  return cut(shown.trimEnd(), limit, text.length);
}

function visible(text: string): string {
  return text.replace(invisible, (mark) => `\\u{${mark.codePointAt(0)!.toString(16)}}`);
}

/** The number of letters left out is that of the text before it was escaped, at least. */
function cut(shown: string, limit: number, length: number): string {
  if (shown.length <= limit && length <= limit * margin) return shown;
  const kept = shown.slice(0, limit).replace(/\p{Cs}/gu, '');
  return `${kept}... (${Math.max(length, shown.length) - kept.length} more)`;
}
