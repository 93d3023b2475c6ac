import type { NodeParts } from './node-parts.ts';

/** A function that refers to nothing but its parameters, the language, and the functions that travel with it. */
export type Travelling = (...args: never[]) => unknown;

/**
 * The text of a program for a thread of its own.
 *
 * A thread needs a program by itself. A file would have to be JavaScript, which the sources are not before they are
 * built; so the functions that run there travel by their text, the same from the sources and from the build, and the
 * properties call them in their own thread like any others. What travels together comes from one file, and calls the
 * rest through a record of `tools`.
 *
 * @param tools makers by name; of each list the first function is the maker, and what it calls follows it
 * @param main  called with the record of tools, the parts of Node (see node-parts.ts), and `import`
 */
export function programText(
  tools: Readonly<Record<string, readonly Travelling[]>>,
  main: readonly Travelling[],
): string {
  const entries = Object.entries(tools).map(([name, parts]) => `${JSON.stringify(name)}: ${scope(parts)}`);
  // Each is loaded when it is asked for: a thread that starts no process is spared what it takes to.
  const parts = Object.entries(nodeParts).map(
    ([name, module]) => `get ${name}() { return require('node:${module}'); }`,
  );
  const load = '(url) => import(url)';
  return `'use strict';\n(${scope(main)})({\n${entries.join(',\n')}\n}, { ${parts.join(', ')} }, ${load});\n`;
}

/** By the names of node-parts.ts. */
const nodeParts: Readonly<Record<keyof NodeParts, string>> = {
  processes: 'child_process',
  files: 'fs',
  modules: 'module',
  serialising: 'v8',
  threads: 'worker_threads',
};

/** An expression: the first function, in a scope that holds the others. */
function scope(parts: readonly Travelling[]): string {
  return `(() => {\n${parts.map(String).join('\n')}\nreturn ${parts[0]!.name};\n})()`;
}
