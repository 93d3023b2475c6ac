import { existsSync, readFileSync } from 'node:fs';
import type { PageParts } from '#report/html/page-parts.ts';

/**
 * The parts of the page that the build left beside the program.
 *
 * @returns undefined where there are none: sources that were not built write every report but the page
 */
export function readPageParts(file: URL = new URL('../page.json', import.meta.url)): PageParts | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PageParts) : undefined;
}
