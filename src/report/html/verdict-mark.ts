import { type VerdictWord, verdictWords } from '#judge/verdict.ts';
import { type Html, html, type Part } from './html.ts';

/** The shape of each verdict, told apart without colour; 24 units square, drawn by lines. */
const shapes: Readonly<Record<VerdictWord, Part>> = {
  definition: html`<path d="M5 9.5h14M5 14.5h14"/>`,
  proved: html`<path d="M5 12.8l4.6 4.7L19.2 7"/>`,
  conditional: html`<circle cx="12" cy="12" r="7"/><path d="M12 5a7 7 0 0 1 0 14z" fill="currentColor"/>`,
  refuted: html`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`,
  'ill-posed': html`<path d="M8.4 9.2a3.7 3.7 0 1 1 5.6 3.1c-1.3.8-2 1.5-2 3M12 19v.1"/>`,
  undecided: html`<path d="M6 12v.1M12 12v.1M18 12v.1"/>`,
};

/** The shapes once, for `verdictMark` to point to, and others of the kind. */
export function markShapes(...others: readonly Html[]): Html {
  return html`<svg class="chart unseen" aria-hidden="true">${others}${verdictWords.map(
    (word) => html`<symbol id="m-${word}" viewBox="0 0 24 24">${shapes[word]}</symbol>`,
  )}</svg>`;
}

/** The mark of a verdict; the word stands beside it or is said otherwise. */
export function verdictMark(word: VerdictWord): Html {
  return html`<svg aria-hidden="true"><use href="#m-${word}"></use></svg>`;
}
