import { setting } from '#judge/beta-entry.ts';
import { type Html, html, type Part } from './html.ts';

/** What most proofs about every beta begin with. */
const shared = setting(1);
const id = 'setting';

/** An argument; a setting that many proofs share is told once, above all claims, and pointed to. */
export function argumentHtml(argument: string): Part {
  if (!argument.startsWith(shared)) return argument;
  return html`In the <a href="#${id}">setting of u</a>.${argument.slice(shared.length)}`;
}

/** The setting that some of these parts point to; nothing where none does. */
export function settingHtml(parts: readonly Html[]): Html | undefined {
  if (!parts.some(({ text }) => text.includes(`href="#${id}"`))) return undefined;
  return html`<p id="${id}" class="note"><b>Setting of u</b>, in which many proofs are. ${shared}</p>`;
}
