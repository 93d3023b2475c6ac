/** Text that Markdown shows as it is, on one line: also in a table cell. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|~$#]/g, '\\$&');
}

/** A code span. */
export function code(text: string): string {
  const fence = fenceOver(text, 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A code span in a table cell, which a pipe would end even inside of the span. */
export function cellCode(text: string): string {
  return code(text).replace(/\|/g, '\\|');
}

/** A block of lines shown as they are. */
export function block(language: string, text: string): string {
  const fence = fenceOver(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** More backticks than follow one another anywhere in the text. */
function fenceOver(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest < least ? least : longest + 1);
}

/** A table; its cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
