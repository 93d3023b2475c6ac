/**
 * Builds what the page of the reports is assembled from: the script of the page, its style sheet, and every formula of
 * the claims typeset ahead. Run as a program it writes them to `dist/page.json`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'fflate';
import { build, runnerImport } from 'vite';
import { typeset } from './formulas.mjs';
import { packed } from './packed.mjs';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const resolve = { conditions: ['source'] };
const config = { root, configFile: false, logLevel: 'warn', resolve, environments: { inline: { resolve } } };

/**
 * The parts of the page, the same bytes for the same sources.
 *
 * @returns {Promise<import('../../html/page-parts.ts').PageParts>}
 */
export async function pageParts() {
  const [{ script, style }, sources] = await Promise.all([bundle(), latex()]);
  const { formulas, shapes, style: formulaStyle } = await typeset(sources);
  const sheet = asciiStyle(`${style}\n${formulaStyle}\n`);
  return {
    script,
    scriptHash: hash(script),
    style: sheet,
    styleHash: hash(sheet),
    plainStyle: style,
    plainStyleHash: hash(style),
    formulas,
    shapes,
    ...specimens(),
  };
}

/**
 * The style sheet, and one script: that of the page, with that of its worker in it, deflated. What the worker needs is
 * four times as much as the page itself, and is not run before it is asked for anything.
 */
async function bundle() {
  const [worker] = await bundled(['worker.ts'], {});
  const text = packed(deflateSync(Buffer.from(worker.code), { level: 9 }));
  const output = await bundled(['main.ts', 'style.css'], { __WORKER__: '"__WORKER__"' });
  const page = output.find(({ name }) => name === 'main');
  const code = page.code.trim().replace(/(["'`])__WORKER__\1/, () => `"${text}"`);
  const { source: style } = output.find(({ type }) => type === 'asset');
  const { module } = await runnerImport(`${root}src/report/html/ascii.ts`, config);
  const whole = module.asciiScript(`(()=>{'use strict';${code}})();`);
  return { script: unclosing(whole), style: asciiStyle(`${style}`.trim()) };
}

async function bundled(entries, define) {
  const input = entries.map((entry) => `${root}src/report/page/${entry}`);
  const { output } = await build({
    ...config,
    define,
    plugins: [lean],
    build: {
      write: false,
      target: 'es2022',
      cssMinify: true,
      modulePreload: false,
      // Modules do nothing when they are loaded, but for the one that is asked for.
      rolldownOptions: {
        input,
        treeshake: { moduleSideEffects: input, propertyReadSideEffects: false },
      },
    },
  });
  return output;
}

/** The script without what the page holds already, the words of the claims, and what fast-check has beyond its use. */
const lean = {
  name: 'lean',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(`${root}src/`)) return undefined;
    const words = /\b(latex|says|domain):\s*'(?:[^'\\]|\\.)*'(?:\s*\+\s*'(?:[^'\\]|\\.)*')*/g;
    return (id.startsWith(`${root}src/claim/`) ? code.replace(words, "$1: ''") : code)
      .replace("import fc from 'fast-check'", "import * as fc from 'fast-check'")
      .replace('import fc, {', "import * as fc from 'fast-check';\nimport {");
  },
};

/** A style sheet whose characters beyond ASCII are escapes. */
function asciiStyle(style) {
  return style.replace(/[^\0-\x7f]/gu, (character) => `\\${character.codePointAt(0).toString(16)} `);
}

/** A script inside of HTML ends at the first `</script`, wherever that stands. */
function unclosing(script) {
  return script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

/** The LaTeX that the page shows: of the reading that gives a claim its verdict, and of its repair. */
async function latex() {
  const { module } = await runnerImport(`${root}src/claim/write-up.ts`, config);
  const { writeUp } = module;
  const readingOf = (claim, name) =>
    claim.readings.find((reading) => reading.name === name) ?? claim.readings[0];
  return writeUp.flatMap((claim) => {
    const { readings, repair } = claim;
    const literal = readings.find(({ name }) => name.startsWith('literal')) ?? readings[0];
    const other = repair && !('latex' in repair) && (writeUp.find(({ id }) => id === repair.claim) ?? claim);
    return [literal, other ? readingOf(other, repair.reading) : repair].flatMap(
      (shown) => shown?.latex ?? [],
    );
  });
}

/** What laws found in specimens, where that was written. */
function specimens() {
  const file = `${root}reports/specimens.json`;
  return existsSync(file) ? { specimens: JSON.parse(readFileSync(file, 'utf8')) } : {};
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(`${root}dist`, { recursive: true });
  writeFileSync(`${root}dist/page.json`, JSON.stringify(await pageParts()));
}
