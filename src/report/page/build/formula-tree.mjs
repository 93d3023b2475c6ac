/**
 * KaTeX's HTML as a tree, and the tree as shorter HTML that looks the same.
 *
 * @typedef {{ tag: string, attributes: string, classes: string[], style: string, children: (Node | string)[] }} Node
 */

/** Size of a script beside its base: of a base in full size, and of one that is a script itself. */
const scripts = [
  ['reset-size6', 'size3', 0.7],
  ['reset-size3', 'size1', 5 / 7],
];

/** What these classes do to an element is said by its style instead, so that one short class says both. */
const folded = {
  mspace: 'display:inline-block',
  'katex-strut': 'display:inline-block',
  mathnormal: 'font-family:KaTeX_Math;font-style:italic',
};

/** The spaces around relations and operations, after a comma, and letters: a tag says what they are. */
const tags = {
  'mspace margin-right:0.2778em;': 'u',
  'mspace margin-right:0.2222em;': 's',
  'mspace margin-right:0.1667em;': 'q',
  'mathnormal ': 'b',
};

/** Their rules, within a formula of the given class. */
export function tagRules(root) {
  const spaces = ['u', 's', 'q'].map(
    (tag, i) => `.${root} ${tag}{margin-right:${[0.2778, 0.2222, 0.1667][i]}em}`,
  );
  return [
    `.${root} :is(u,s,q){display:inline-block;text-decoration:none}`,
    `.${root} q:before,.${root} q:after{content:none}`,
    ...spaces,
    `.${root} b{font-family:KaTeX_Math;font-style:italic;font-weight:400}`,
  ];
}

/** Wrappers whose rules the page has for the formula as a whole, which is one line. */
const wrappers = ['katex-display', 'katex-html', 'katex-base'];

/** Their children, and the children of those, are placed by rules: none of them may go. */
const placing = ['vlist', 'mfrac', 'rlap', 'clap', 'llap', 'sqrt', 'mtable', 'svg-align'];

const blackboard = { R: 'ℝ', N: 'ℕ', Z: 'ℤ' };

/** @returns {Node} */
export function parsed(html) {
  const root = { tag: '', attributes: '', classes: [], style: '', children: [] };
  const open = [root];
  for (const [, closing, tag, attributes, text] of html.matchAll(/<(\/?)(\w+)((?: [^>]*)?)>|([^<]+)/g)) {
    if (text !== undefined) open.at(-1).children.push(text);
    else if (closing === '/') open.pop();
    else {
      const node = {
        tag,
        attributes: attributes.replace(/ (?:class|style|aria-hidden|xmlns)="[^"]*"/g, ''),
        classes: (/ class="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' ').filter((name) => name !== ''),
        style: / style="([^"]*)"/.exec(attributes)?.[1] ?? '',
        children: [],
      };
      open.at(-1).children.push(node);
      if (!attributes.endsWith('/')) open.push(node);
    }
  }
  return root;
}

/** The HTML of a tree; `renamed` gives short names to classes, styles and shapes, and hears of italic letters. */
export function written(node, renamed, placed = 0) {
  // A formula is one line, and as tall as what is in it.
  if (node.classes.includes('katex-base')) node.children.shift();
  const inside = (held, depth) =>
    held.children
      .map((child) => (typeof child === 'string' ? child : written(child, renamed, depth)))
      .join('');
  const script = node.classes.includes('msupsub') ? loneScript(node) : undefined;
  if (script !== undefined) return element('i', '', [renamed.style(script.style)], inside(script.content, 0));
  const depth = node.classes.some((name) => placing.includes(name)) ? 2 : Math.max(0, placed - 1);
  if (node.tag === '' || wrappers.some((name) => node.classes.includes(name))) return inside(node, depth);
  const style = [...node.classes.flatMap((name) => folded[name] ?? []), node.style]
    .filter((text) => text !== '')
    .join(';');
  const classes = [
    ...renamed.classes(node.classes.filter((name) => !(name in folded))),
    ...(style === '' ? [] : [renamed.style(style)]),
  ];
  if (node.classes.includes('mathnormal')) renamed.italic(node.children.join(''));
  const letter = node.classes.includes('mathbb') ? blackboard[node.children[0]] : undefined;
  if (letter !== undefined) return letter;
  const content = inside(node, depth);
  const brief =
    placed === 0 && node.classes.length <= 2 ? tags[`${node.classes.at(-1)} ${node.style}`] : undefined;
  if (brief !== undefined) return element(brief, '', [], content);
  if (classes.length === 0 && placed === 0 && node.tag === 'span') return content;
  if (node.tag === 'path') return `<use href=#${renamed.shape(node.attributes)} />`;
  return element(node.tag === 'span' ? 'i' : node.tag, node.attributes, classes, content);
}

function element(tag, attributes, classes, content) {
  const names =
    classes.length === 1 ? ` class=${classes[0]}` : classes.length > 1 ? ` class="${classes.join(' ')}"` : '';
  return `<${tag}${names}${attributes}>${content}</${tag}>`;
}

/** A single subscript or superscript, which KaTeX sets in a table, as one box that is moved by as much. */
function loneScript(node) {
  const [table] = node.children;
  const [row, depth] = table.children;
  const entries = row.children[0].children;
  if (entries.length !== 1 || (depth !== undefined && depth.children[0].children[0].children.length > 0))
    return undefined;
  const [strut, content] = entries[0].children;
  const [, , script] =
    scripts.find(([from, to]) => content.classes.includes(from) && content.classes.includes(to)) ?? [];
  if (script === undefined) return undefined;
  const lengths = Object.fromEntries(
    [...entries[0].style.matchAll(/([\w-]+):(-?[\d.]+)em/g)].map(([, name, length]) => [
      name,
      Number(length),
    ]),
  );
  const own = (length) => `${Number((length / script).toFixed(3))}em`;
  const shift = Number(/height:([\d.]+)em/.exec(strut.style)[1]) + lengths.top;
  const left = lengths['margin-left'] ? `margin-left:${own(lengths['margin-left'])};` : '';
  const style = `position:relative;font-size:${Number(script.toFixed(5))}em;top:${own(shift)};${left}margin-right:${own(lengths['margin-right'] ?? 0)}`;
  return { style, content };
}
