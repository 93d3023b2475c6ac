/** Words of the vitest command line that are no filter. */
const modes: readonly string[] = ['run', 'watch', 'dev', 'test'];
/** Flags that take no value, so that a word after them is a filter. */
const switches: readonly string[] = ['--coverage', '--run', '--watch', '-w', '--ui'];
/** Flags with which vitest runs part of the tests. */
const narrowing = /^(-t|--(testNamePattern|shard|bail|changed|related|project|dir|exclude))(=|$)/;

/**
 * Whether a vitest command line runs part of the properties, so that part of the code stays uncovered.
 *
 * @param argv what follows the name of the program
 */
export function seesPart(argv: readonly string[]): boolean {
  return argv.some((word, i) => {
    if (word.startsWith('-')) return narrowing.test(word);
    const before = argv[i - 1] ?? '';
    const value = before.startsWith('-') && !before.includes('=') && !switches.includes(before);
    return !value && !(i === 0 && modes.includes(word));
  });
}

/** Whether a vitest command line runs nothing, and merges what shards have reported. */
export function mergesReports(argv: readonly string[]): boolean {
  return argv.some((word) => /^--merge-?[rR]eports(=|$)/.test(word));
}
