/** What a subject sees of the environment: where programs and libraries are, and where files may be put. */
const kept = [
  'PATH',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'PATHEXT',
];

/**
 * The environment of a subject: no home, no names, no keys of whoever grades it; text is UTF-8.
 *
 * @param env of the program
 */
export function environment(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const found = kept.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...(Object.fromEntries(found) as Record<string, string>), LANG: 'C.UTF-8' };
}
