import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Rooms by floor, the lowest first; rooms on one floor have no door. */
const floors: readonly (readonly string[])[] = [
  ['arithmetic', 'wasm'],
  ['reference', 'kernel'],
  ['evaluation', 'pool'],
  ['domain', 'bound'],
  ['claim', 'law'],
  ['judge', 'conformance'],
  ['coq'],
  ['report'],
  ['command'],
];
/** Files at the root that may import anything. */
const openers: readonly string[] = ['index.ts', 'kernel.ts', 'vitest.ts', 'cli.ts', 'bin.ts'];
/** What may use Node: everything else also runs in a browser. */
const onNode: readonly string[] = ['pool', 'conformance', 'report', 'command', ...openers];
const vague = /^(utils?|helpers?|common|core|misc)\b/;

/** An import as it is written in a file of `src`, by its path from there. */
interface Import {
  readonly from: string;
  readonly to: string;
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

/** The room of a file, or the file itself at the root. */
function roomOf(file: string): string {
  return file.split('/')[0]!;
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022);
}

/** Everything a file imports or re-exports, also by `import()`, also as a type. */
function importsOf(from: string, tree: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (to: ts.Node | undefined): void => {
    if (to !== undefined && ts.isStringLiteral(to)) found.push({ from, to: to.text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0]);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What is wrong with an import, if anything. */
function importFault({ from, to }: Import): string | undefined {
  const room = roomOf(from);
  if (to.startsWith('node:')) {
    return onNode.includes(room) ? undefined : `${from}: must not use Node, got '${to}'`;
  }
  if (to.startsWith('.') && !to.endsWith('.ts')) return `${from}: must name the file, got '${to}'`;
  if (to.startsWith('../')) return `${from}: must leave its folder by '#', got '${to}'`;
  if (openers.includes(room) || !to.startsWith('#')) return undefined;
  const target = roomOf(to.slice(1));
  if (floorOf(target) < 0) return `${from}: must import from a room of the house, got '${to}'`;
  if (dirname(to.slice(1)) === dirname(from))
    return `${from}: must reach its own folder by './', got '${to}'`;
  if (target === room) return undefined;
  return floorOf(target) < floorOf(room) ? undefined : `${from}: must import from a lower floor, got '${to}'`;
}

/** Whether a file has only types: nothing of it is left to run. */
function onlyTypes(tree: ts.SourceFile): boolean {
  return tree.statements.every(
    (statement) =>
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      (ts.isImportDeclaration(statement) &&
        statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ||
      (ts.isExportDeclaration(statement) && statement.isTypeOnly),
  );
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

const sources = filesOf('src').map((file) => ({
  file,
  tree: parse(readFileSync(join(root, 'src', file), 'utf8')),
}));
const imports = sources.flatMap(({ file, tree }) => importsOf(file, tree));

test('every source file is in a room of the house, or opens it', () => {
  const homeless = sources.filter(({ file }) => floorOf(roomOf(file)) < 0 && !openers.includes(file));
  expect(homeless.map(({ file }) => file)).toEqual([]);
});

test('every import goes to its own room or to a lower floor', () => {
  expect(imports.flatMap((one) => importFault(one) ?? [])).toEqual([]);
});

test('every import names a file that is there', () => {
  const lost = imports.filter(({ from, to }) => {
    if (to.startsWith('#')) return !existsSync(join(root, 'src', to.slice(1)));
    return to.startsWith('.') && !existsSync(join(root, 'src', dirname(from), to));
  });
  expect(lost).toEqual([]);
});

test.each([
  ['arithmetic/a.ts', "import { b } from '#judge/b.ts';", 'must import from a lower floor'],
  ['claim/a.ts', "import type { B } from '#law/b.ts';", 'must import from a lower floor'],
  ['judge/a.ts', "export { b } from '#attic/b.ts';", 'must import from a room of the house'],
  ['judge/a.ts', "import '#cli.ts';", 'must import from a room of the house'],
  ['judge/a.ts', "import { b } from '#judge/b.ts';", "must reach its own folder by './'"],
  ['judge/a.ts', "import { b } from '../claim/b.ts';", "must leave its folder by '#'"],
  ['claim/rnn/a.ts', "import { b } from '../claim.ts';", "must leave its folder by '#'"],
  ['judge/a.ts', "const b = await import('../claim/b.ts');", "must leave its folder by '#'"],
  ['judge/a.ts', "type B = import('../../elsewhere.ts').B;", "must leave its folder by '#'"],
  ['judge/a.ts', "import { b } from './b.js';", 'must name the file'],
  ['judge/a.ts', "import { readFileSync } from 'node:fs';", 'must not use Node'],
])('would find fault with %s if it held %s', (file, text, fault) => {
  expect(importsOf(file, parse(text)).map((one) => importFault(one))).toEqual([
    expect.stringContaining(fault),
  ]);
});

test.each([
  ['judge/a.ts', "import { b } from './b.ts';"],
  ['claim/rnn/a.ts', "import { b } from '#claim/claim.ts';"],
  ['judge/a.ts', "import { b } from '#claim/rnn/b.ts';"],
  ['judge/a.ts', "import fc from 'fast-check';"],
  ['report/a.ts', "import { readFileSync } from 'node:fs';"],
  ['cli.ts', "import { b } from '#command/b.ts';"],
])('finds no fault with %s for %s', (file, text) => {
  expect(importsOf(file, parse(text)).map((one) => importFault(one))).toEqual([undefined]);
});

test('no file has a name that would fit any file', () => {
  const files = [...filesOf('src'), ...filesOf('properties')];
  expect(files.filter((file) => file.split('/').some((part) => vague.test(part)))).toEqual([]);
  expect(['utils.ts', 'misc', 'helper.ts'].every((part) => vague.test(part))).toBe(true);
  expect(['commons.ts', 'score.ts'].some((part) => vague.test(part))).toBe(false);
});

/** What touches the document is tried as a whole, by the properties of the script that the page begins with. */
function isTriedInChromium(file: string): boolean {
  return dirname(file) === 'report/page' && file !== 'report/page/main.ts';
}

test('every source file with something to run has its property file', () => {
  const unwatched = sources.filter(
    ({ file, tree }) =>
      !['index.ts', 'bin.ts'].includes(file) &&
      !isTriedInChromium(file) &&
      !onlyTypes(tree) &&
      !existsSync(join(root, 'properties', file.replace(/\.ts$/, '.property.ts'))),
  );
  expect(unwatched.map(({ file }) => file)).toEqual([]);
});

test('every property file watches a source file, the house or the gate', () => {
  const free = ['house.property.ts', 'readme.property.ts'];
  const stray = filesOf('properties')
    .filter((file) => file.endsWith('.property.ts') && !free.includes(file))
    .filter((file) => !['breakages', 'gate', 'hunt', 'specimen', 'vector'].includes(roomOf(file)))
    .filter((file) => !existsSync(join(root, 'src', file.replace(/\.property\.ts$/, '.ts'))));
  expect(stray).toEqual([]);
});

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

/** Optional dependencies that a lock names and does not hold: `npm ci` fails by them on another platform. */
function missingFrom({ packages }: Lock): readonly string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !held(packages, path, name)),
  );
}

/** Whether `name` is found from `path` as Node finds it: in the nearest node_modules upwards. */
function held(packages: Lock['packages'], path: string, name: string): boolean {
  const parts = `/${path}`.split('/node_modules/').slice(1);
  const prefixes = parts.map((_, i) => `node_modules/${parts.slice(0, i + 1).join('/node_modules/')}/`);
  return ['', ...prefixes].some((prefix) => `${prefix}node_modules/${name}` in packages);
}

test('every optional dependency that the lock names is in the lock', () => {
  expect(missingFrom(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock)).toEqual([]);
});

test('an optional dependency that is not in the lock would be found', () => {
  const fits = { 'node_modules/a': { optionalDependencies: { b: '1', c: '1' } }, 'node_modules/b': {} };
  expect(missingFrom({ packages: fits })).toEqual(['c']);
  expect(missingFrom({ packages: { ...fits, 'node_modules/a/node_modules/c': {} } })).toEqual([]);
});
