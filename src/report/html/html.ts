import { asciiScript } from './ascii.ts';

/** Text that is HTML already; only `html` and `trusted` make it, so that nothing else enters a page unescaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: text and numbers are escaped, HTML is kept, nothing is left out. */
export type Part = string | number | Html | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in an element or in a quoted attribute; control characters that HTML forbids become U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character]!)
    .replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : '\ufffd'));
}

/** A template of HTML: `html\`<p title="${text}">${parts}</p>\``. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, i) => (i === 0 ? '' : partText(parts[i - 1])) + text).join(''));
}

/** HTML that was made by our own build: typeset formulas, the style sheet, the script. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Data as a script of type application/json holds it: no `<` is left, so that no tag can begin or end in it. */
export function jsonInHtml(data: unknown): Html {
  return new Html(asciiScript(JSON.stringify(data).replace(/</g, '\\u003c')));
}

function partText(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(partText).join('');
  return escapeHtml(`${part}`);
}
