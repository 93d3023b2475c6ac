/** How a subject is named on the command line. */
export type SubjectSpec =
  | { readonly kind: 'module'; readonly file: string }
  | { readonly kind: 'process'; readonly command: string; readonly words: readonly string[] }
  | { readonly kind: 'builtin'; readonly name: string };

/** What is wrong with the name of a subject, in one line. */
export interface SpecFault {
  readonly fault: string;
}

/**
 * Reads `module:FILE`, `cmd:COMMAND` or `builtin:KERNEL`. A command is split into words as in {@link splitWords} and
 * started without a shell.
 */
export function readSubjectSpec(text: string): SubjectSpec | SpecFault {
  const [, prefix, rest = ''] = /^(module|cmd|builtin):(.*)$/s.exec(text) ?? [];
  const fault = (must: string): SpecFault => ({ fault: `subject: ${must}, got '${text}'` });
  if (prefix === undefined) return fault('must begin with module:, cmd: or builtin:');
  if (rest.trim() === '') return fault(`must name something after ${prefix}:`);
  if (prefix === 'module') return { kind: 'module', file: rest };
  if (prefix === 'builtin') return { kind: 'builtin', name: rest };
  const words = splitWords(rest);
  if (words === undefined) return fault('every quote must be closed');
  return words[0] === '' ? fault('must name a command') : { kind: 'process', command: rest, words };
}

/**
 * The words of a command. White space separates; '...' keeps all as it is; in "..." and outside of quotes a backslash
 * keeps a quote, a blank or a backslash that follows it, and is itself kept before anything else, so that paths of
 * Windows stay whole.
 *
 * @returns undefined when a quote is not closed
 */
export function splitWords(command: string): readonly string[] | undefined {
  const piece = /'([^']*)'|"((?:\\["\\]|\\(?!["\\])|[^"\\])*)"|\\(["'\\\s])|(["'])|(\s+)|([^\s"'\\]+|\\)/g;
  const words: string[] = [];
  let word: string | undefined;
  for (const [, single, double, kept, open, blank, bare] of command.matchAll(piece)) {
    if (open !== undefined) return undefined;
    if (blank !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + (single ?? double?.replace(/\\(["\\])/g, '$1') ?? kept ?? bare!);
    }
  }
  return word === undefined ? words : [...words, word];
}
