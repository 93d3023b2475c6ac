import type { PageParts } from '#report/html/page-parts.ts';

/** What a page is assembled from, where what is in it does not matter. */
export const sampleParts: PageParts = {
  script: 's',
  scriptHash: 'h',
  style: 't',
  styleHash: 'i',
  plainStyle: 'u',
  plainStyleHash: 'k',
  formulas: {},
  shapes: '',
};
