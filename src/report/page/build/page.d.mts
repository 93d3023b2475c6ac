import type { PageParts } from '../../html/page-parts.ts';

/** The parts of the page, the same bytes for the same sources. */
export function pageParts(): Promise<PageParts>;
