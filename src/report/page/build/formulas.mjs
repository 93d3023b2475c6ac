import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import katex from 'katex';
import subsetFont from 'subset-font';
import { parsed, tagRules, written } from './formula-tree.mjs';

const dist = dirname(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'));
const sheet = readFileSync(join(dist, 'katex.min.css'), 'utf8');

/** The fonts that go into the page. Blackboard letters and typewriter text are left to the reader's own fonts. */
const fonts = [
  ['KaTeX_Main', 'normal', 'KaTeX_Main-Regular.woff2'],
  ['KaTeX_Math', 'italic', 'KaTeX_Math-Italic.woff2'],
  ['KaTeX_Size1', 'normal', 'KaTeX_Size1-Regular.woff2'],
  ['KaTeX_Size2', 'normal', 'KaTeX_Size2-Regular.woff2'],
  ['KaTeX_Size3', 'normal', 'KaTeX_Size3-Regular.woff2'],
];

/** Headings of the page are set in the font of its formulas. */
const headings = 'abcdefghijklmnopqrstuvwxyzADEHLQSTW0123456789:,-’“”';

/**
 * Formulas typeset ahead: KaTeX's HTML with short names for its classes, a class for each inline style (a strict
 * policy allows no style attributes), and those of its rules and glyphs that are used.
 *
 * @param {readonly string[]} sources LaTeX
 * @returns {Promise<{ formulas: Record<string, string>, shapes: string, style: string }>} HTML by its source; the paths
 *   that it points to, once each; and its style sheet
 * @throws Error when a source is not LaTeX that KaTeX reads
 */
export async function typeset(sources) {
  const names = new Map();
  const styles = new Map();
  const shapes = new Map();
  const short = (table, key, prefix) => {
    if (!table.has(key)) table.set(key, prefix + table.size.toString(36));
    return table.get(key);
  };
  const italics = new Set();
  const renamed = {
    italic: (letters) => italics.add(letters),
    classes: (classes) => classes.filter((name) => read.has(name)).map((name) => short(names, name, 'k')),
    style: (style) => short(styles, style, 'z'),
    shape: (attributes) => short(shapes, attributes, 'root-'),
  };
  short(names, 'katex', 'k');
  const formulas = {};
  for (const source of [...new Set(sources)].sort()) {
    const html = katex.renderToString(source, { output: 'html', displayMode: true });
    formulas[source] = written(parsed(html), renamed);
  }
  const kept = rules(names);
  const text = Object.values(formulas)
    .join('')
    .replace(/<[^>]*>/g, '');
  const characters = (family) => (family === 'KaTeX_Math' ? [...italics].join('') : `<>${headings}${text}`);
  const faces = await Promise.all(
    fonts
      .filter(([family]) => kept.join().includes(family))
      .map((font) => fontFace(font, characters(font[0]))),
  );
  const drawn = [...shapes].map(
    ([attributes, name]) => `<path id=${name}${attributes.replaceAll('\n', '')}>`,
  );
  const style = [...faces, ...kept, ...styleRules(styles)].join('\n');
  return { formulas, shapes: drawn.join(''), style };
}

/** Classes that some rule of KaTeX's style sheet reads; the others only say what a part is. */
const read = new Set(
  [...sheet.matchAll(/([^{}]+)\{/g)].flatMap(([, selectors]) =>
    [...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name),
  ),
);

/** A font with the glyphs of these characters alone. */
async function fontFace([family, style, file], characters) {
  const whole = readFileSync(join(dist, 'fonts', file));
  const data = (await subsetFont(whole, characters, { targetFormat: 'woff2', noHinting: true })).toString(
    'base64',
  );
  return `@font-face{font-family:${family};font-style:${style};font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}

/** The rules of KaTeX's style sheet whose classes all occur, under the short names. */
function rules(names) {
  const found = [...sheet.matchAll(/([^{}@]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) => {
    const kept = selectors
      .split(',')
      .filter((selector) => selector.includes('.') && !body.includes('src:'))
      .filter((selector) => [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => names.has(name)))
      .map((selector) => selector.replace(/\.([\w-]+)/g, (_, name) => `.${names.get(name)}`))
      .map((selector) => selector.replace(/\bspan\b/g, 'i'));
    return kept.length === 0
      ? []
      : [`${kept.join(',')}{${body.replace(/KaTeX_Typewriter/g, 'ui-monospace')}}`];
  });
  const root = names.get('katex');
  return [
    `:where(.${root} i){font-style:normal}`,
    ...found,
    ...tagRules(root),
    `.${root}{display:block;text-align:center;white-space:nowrap}`,
  ];
}

function styleRules(styles) {
  return [...styles].map(([style, name]) => `.${name}{${style.replace(/;$/, '')}}`);
}
