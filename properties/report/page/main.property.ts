import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Decided } from '#judge/decided.ts';
import { gradePage } from '#report/html/grade-page.ts';
import { pageHtml } from '#report/html/page.ts';
import type { PageParts } from '#report/html/page-parts.ts';
import { ledgerOf } from '#report/ledger.ts';
import { pageParts } from '../../../src/report/page/build/page.mjs';
import { sampleSpecimens } from '../html/sample-specimens.ts';
import { samples } from '../sample.ts';
import { everyStatus, gradedOf, passed } from '../sample-grade.ts';
import { builtParts } from './built-parts.ts';
import { browsing, executablePath, screen } from './chromium.ts';
import { keptLedger } from './kept-ledger.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const attack = `</script><script>alert(1)</script><img src=x onerror="alert(2)">'"><svg onload=alert(3)>`;
const { write, opened } = browsing();
let parts: PageParts;
let written = '';
let page: Page;
let grade: Page;

beforeAll(async () => {
  parts = await builtParts();
  const measured = { node: 'v20.0.0', processor: 'a processor', growth: measuredGrowth };
  written = pageHtml(keptLedger(), { specimens: sampleSpecimens, measured, ...parts });
  write('index.html', written);
  const subject = { ...everyStatus.grade.subject, name: `mine ${attack}`, spec: `cmd:${attack}` };
  const hostile = { ...everyStatus, grade: { ...everyStatus.grade, subject, printed: attack } };
  write('grade.html', gradePage([hostile, gradedOf([passed])], parts));
  if (executablePath === undefined) return;
  page = await opened('index.html');
  grade = await opened('grade.html', '', { width: 320, colorScheme: 'dark' });
}, 120_000);

const measuredGrowth = ['reassociated', 'quadratic'].map((name, i) => ({
  name,
  factor: 2 * (i + 1),
  points: [12, 13, 14].map((exponent) => ({
    T: 2 ** exponent,
    seconds: 1e-4 * 2 ** ((i + 1) * (exponent - 12)),
  })),
}));

/** Leaves one claim of every verdict and a few of whatever else is many of a kind, and opens what is folded away. */
function keepOneOfAKind(): void {
  const seen = new Set<string>();
  for (const claim of document.querySelectorAll('.claim')) {
    if (seen.has(claim.className)) claim.remove();
    seen.add(claim.className);
  }
  const alike = [
    'tbody > tr:nth-child(n + 4)',
    '.strip li:nth-child(n + 9)',
    '.holding li:nth-child(n + 7)',
    'g > text:nth-child(n + 4)',
    'optgroup:nth-child(n + 3)',
  ];
  for (const one of document.querySelectorAll(alike.join())) one.remove();
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const section of document.querySelectorAll<HTMLElement>('.play'))
    section.style.contentVisibility = 'visible';
}

/** Marks one text of all that are alike in place, class and colours: what is readable of one is of the others. */
function markLooks(): void {
  const seen = new Set<string>();
  for (const element of document.body.querySelectorAll('*')) {
    const holdsText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    if (!holdsText) continue;
    const { color, fill, backgroundColor } = getComputedStyle(element);
    let look = [color, fill, backgroundColor].join();
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      look += ` ${at.tagName}.${at.getAttribute('class') ?? ''}`;
    }
    element.toggleAttribute('data-look', !seen.has(look));
    seen.add(look);
  }
}

/** What axe holds against a page, run in it: against contrast by the texts that are marked, or against all else. */
async function violations(contrast: boolean): Promise<readonly unknown[]> {
  type Run = (within: object, options: object) => Promise<{ violations: Violation[] }>;
  type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
  const { run } = (globalThis as unknown as { axe: { run: Run } }).axe;
  const resultTypes = ['violations'];
  const found = await (contrast
    ? run({ include: ['[data-look]'] }, { runOnly: ['color-contrast'], resultTypes })
    : run(document, { rules: { 'color-contrast': { enabled: false } }, resultTypes }));
  return found.violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html]);
}

/** Axe on a page, of which little is left; in both themes what another theme can change. */
async function expectAccessible(reader: Page): Promise<void> {
  await reader.setViewportSize({ width: 390, height: 900 });
  await reader.evaluate(keepOneOfAKind);
  // The policy keeps scripts out that are not the page's own, so axe comes by the debugger.
  await reader.evaluate(axe);
  expect(await reader.evaluate(violations, false)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await reader.emulateMedia({ colorScheme });
    await reader.evaluate(markLooks);
    expect(await reader.evaluate(violations, true)).toEqual([]);
  }
}

/** The width that a page takes with everything open, and laid out as if it were in sight. */
function widthOpen(): number {
  for (const section of document.querySelectorAll<HTMLElement>('.play'))
    section.style.contentVisibility = 'visible';
  const folded = [...document.querySelectorAll('details:not([open])')] as HTMLDetailsElement[];
  for (const details of folded) details.open = true;
  const { scrollWidth } = document.documentElement;
  for (const details of folded) details.open = false;
  return scrollWidth;
}

test('the page is small, ASCII, and the same bytes each time', async () => {
  const page = pageHtml(keptLedger(), parts);
  expect(Buffer.byteLength(page)).toBeLessThan(500_000);
  expect(gzipSync(page).length).toBeLessThan(200_000);
  expect(/[^\0-\x7f]/.exec(page)?.[0]).toBeUndefined();
  expect(pageHtml(keptLedger(), await pageParts())).toBe(page);
});

if (executablePath !== undefined) {
  test.each([320, 1600])('needs no scrolling sideways, with everything open: %i px', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      await page.screenshot({ path: screen(`glance-${width}-${colorScheme}`) });
      if ((colorScheme === 'light') === (width === 1600)) {
        for (const id of ['attention', 'linear', 'subjects']) {
          await page.locator(`#${id}`).screenshot({ path: screen(`${id}-${width}-${colorScheme}`) });
        }
      }
    }
    expect(await page.evaluate(widthOpen)).toBe(width);
  });

  test('the page of a grade needs none either, and what a subject says stays text', async () => {
    expect(await grade.evaluate(widthOpen)).toBe(320);
    await grade.screenshot({ path: screen('grade-320-dark') });
    await grade.setViewportSize({ width: 1600, height: 900 });
    await grade.emulateMedia({ colorScheme: 'light' });
    expect(await grade.evaluate(widthOpen)).toBe(1600);
    await grade.screenshot({ path: screen('grade-1600-light') });
    expect(await grade.locator('script, img, svg[onload]').count()).toBe(0);
    expect(await grade.locator('h2').nth(1).textContent()).toBe(`mine ${attack}`);
  });

  test('every chart has a title and a description, and beside a chart that moves there is a table', async () => {
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll('svg[role=img]')]
        .filter(
          (chart) =>
            (chart.querySelector('title')?.textContent ?? '') === '' ||
            (chart.querySelector('desc')?.textContent ?? '') === '',
        )
        .map((chart) => chart.outerHTML.slice(0, 80)),
    );
    expect(bare).toEqual([]);
    const without = await page.evaluate(() =>
      ['recurrence', 'attention', 'linear', 'subjects'].filter(
        (id) => document.querySelector(`#${id} table`) === null,
      ),
    );
    expect(without).toEqual([]);
  });

  test('without a script every claim can be opened and read, and no control is there that does nothing', async () => {
    const reader = await opened('index.html', '', { javaScriptEnabled: false });
    const claim = reader.locator('#q2b-weights-diagonal-one');
    expect(await claim.locator('> .inside').isVisible()).toBe(false);
    await claim.locator('> summary').click();
    expect(await claim.locator('.formula').first().isVisible()).toBe(true);
    expect(await claim.locator('.statement').first().isVisible()).toBe(true);
    expect(await reader.locator('form:visible').count()).toBe(0);
    await reader.context().close();
  });

  test('print has every claim open, and no controls', async () => {
    await page.setViewportSize({ width: 1200, height: 900 });
    const open = await page.locator('details[open]').count();
    await page.emulateMedia({ media: 'print' });
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('.claim > .inside')].map(
        (inside) => inside.getBoundingClientRect().height,
      ),
    );
    expect(heights).toHaveLength(66);
    expect(Math.min(...heights)).toBeGreaterThan(20);
    expect(await page.locator('nav').isVisible()).toBe(false);
    const folded = async (): Promise<number> => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return page.locator('details:not([open])').count();
    };
    await expect.poll(folded).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('details[open]').count()).toBe(open);
    await page.emulateMedia({ media: 'screen' });
  });

  test('hostile texts stay texts, wherever they come from', async () => {
    const hostile = (value: unknown): unknown => {
      if (typeof value === 'string') return `${value}${attack}`;
      if (Array.isArray(value)) return value.map(hostile);
      if (typeof value !== 'object' || value === null) return value;
      const kept = ['verdict', 'kind', 'id', 'decimal', 'lo', 'hi', 'gap', 'statement', 'hex'];
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [
          key,
          kept.includes(key) && typeof entry === 'string' ? entry : hostile(entry),
        ]),
      );
    };
    const rows = samples
      .map((row) => hostile(row) as Decided)
      .map((row, i) => ({
        ...row,
        claim: { ...row.claim, id: `${samples[i]!.claim.id}${i === 0 ? attack : ''}` },
      }));
    const ids = rows.map(({ claim }) => claim.id);
    write('hostile.html', pageHtml(ledgerOf(attack, 25, ids, rows), parts));
    const reader = await opened('hostile.html', '#<img src=x onerror=alert(4)>&search=%3Cscript%3E');
    expect(await reader.locator('script').count()).toBe(2);
    expect(await reader.locator('img, svg[onload]').count()).toBe(0);
    expect(await reader.locator('.claim').count()).toBe(rows.length);
    await reader.context().close();
  });

  // Last, because it takes away what is there many times over.
  test.each([
    ['index.html', () => page],
    ['grade.html', () => grade],
  ] as const)('axe finds no fault in %s, in light and dark', async (_file, shown) => {
    await expectAccessible(shown());
  });
}
