import { type Html, html } from './html.ts';

/** Words that a reader may not know; shown on hover and on focus. */
const glossary: Readonly<Record<string, string>> = {
  claim: 'A sentence of the write-up made precise. It may be false.',
  reading: 'One way to make a sentence precise. The literal one gives the verdict.',
  witness: 'A counterexample made as small as it gets, with both sides enclosed and apart.',
  enclosure: 'Two decimals between which a real number certainly lies.',
  repair: 'The nearest true statement, decided and proved like any other.',
  obligation: 'A piece of a proof that can be checked by itself: an identity, a sign, a limit, a count.',
  kernel: 'A fast implementation on arrays of floating-point numbers.',
  reference: 'The definition itself, evaluated in fractions or enclosures.',
};

/** A word with its meaning on hover and on focus. */
export function term(word: string, shown: string = word): Html {
  return html`<dfn tabindex="0">${shown}<span role="tooltip">${glossary[word]}</span></dfn>`;
}

/** How to read the page: what verdicts mean is in the legend, here is what to trust. */
export function guideHtml(): Html {
  return html`<section id="guide"><h2>How to read this</h2><div class="columns"><p>A ${term('claim')} gets the verdict of its literal ${term('reading')}. Other readings are listed with theirs. A false claim names a ${term('repair')}.</p><p><b>What is trusted.</b> Proofs end in ${term('obligation', 'obligations')} that other code rechecks. Refutations rest on a ${term('witness')}: exact inputs at which both sides have disjoint ${term('enclosure', 'enclosures')}, so that no rounding can explain the gap. Each can be replayed from its file.</p><p><b>What is not.</b> No verdict rests on random search or on floating point. What you compute on this page runs a ${term('kernel')} in your browser beside the ${term('reference')}; it illustrates, and decides nothing. A search that finds nothing proves nothing.</p><p>This file needs no network and holds no date. The same version writes the same bytes, whatever the seed.</p></div></section>`;
}
