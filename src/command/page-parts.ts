import { existsSync, readFileSync } from 'node:fs';
import type { Measured } from '#report/html/measured-times.ts';
import type { PageParts } from '#report/html/page-parts.ts';

/**
 * The parts of the page that the build left beside the program, and what the last benchmark left in the reports.
 *
 * @returns undefined where there are none: sources that were not built write every report but the page
 */
export function readPageParts(
  file: URL = new URL('../page.json', import.meta.url),
  bench: URL = new URL('../../reports/bench/bench.json', import.meta.url),
): PageParts | undefined {
  if (!existsSync(file)) return undefined;
  const measured = measuredIn(bench);
  const parts = JSON.parse(readFileSync(file, 'utf8')) as PageParts;
  return measured === undefined ? parts : { ...parts, measured };
}

/** A benchmark that was broken off left no file, or one of an earlier version: then nothing is shown of it. */
function measuredIn(file: URL): Measured | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { node, processor, growth } = JSON.parse(readFileSync(file, 'utf8')) as Measured;
    return Array.isArray(growth) ? { node, processor, growth } : undefined;
  } catch {
    return undefined;
  }
}
