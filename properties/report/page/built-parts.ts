import type { PageParts } from '#report/html/page-parts.ts';
import { pageParts } from '../../../src/report/page/build/page.mjs';

let built: Promise<PageParts> | undefined;

/** The parts of the page as the build makes them, once for all files that one thread runs. */
export function builtParts(): Promise<PageParts> {
  built ??= pageParts();
  return built;
}
