import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Decided } from '#judge/decided.ts';
import { html } from '#report/html/html.ts';
import { pageHtml } from '#report/html/page.ts';
import { pageData } from '#report/html/page-data.ts';
import type { PageParts } from '#report/html/page-parts.ts';
import { ledgerOf } from '#report/ledger.ts';
import { answerBreak } from '#report/play/answer.ts';
import { attend, curvesOf } from '#report/play/attention.ts';
import { attentionView, curveBetas, factsView } from '#report/play/attention-view.ts';
import { certifiedGivenAway } from '#report/play/certified.ts';
import { formatsAt } from '#report/play/formats.ts';
import { runLinear } from '#report/play/linear.ts';
import { linearFinding, linearView } from '#report/play/linear-view.ts';
import { runRecurrence } from '#report/play/recurrence.ts';
import { recurrenceFinding, recurrenceView } from '#report/play/recurrence-view.ts';
import { tokensOf } from '#report/play/tokens.ts';
import { pageParts } from '../../../src/report/page/build/page.mjs';
import { samples } from '../sample.ts';
import { keptLedger } from './kept-ledger.ts';

const chromiums = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = chromiums.find((path) => existsSync(path));
/** No sandbox, as in a container; nothing that would call home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screens = new URL('../../../reports/screens/', import.meta.url);
const ledger = keptLedger();
const data = pageData(ledger);
const folder = mkdtempSync(join(tmpdir(), 'counterclaim-page-'));
let parts: PageParts;
let written = '';
let browser: Browser;
/** The page as one reader keeps it open. */
let page: Page;
/** Errors of the page, and whatever it wrote to the console. */
let told: string[] = [];

beforeAll(async () => {
  parts = await pageParts();
  written = pageHtml(ledger, parts);
  writeFileSync(join(folder, 'index.html'), written);
  mkdirSync(screens, { recursive: true });
  if (executablePath === undefined) return;
  browser = await chromium.launch({ executablePath, args });
  page = await opened();
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  if (executablePath !== undefined) await browser.close();
});

afterEach(() => {
  expect(told).toEqual([]);
  told = [];
});

interface Reader {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly file?: string;
}

/** The page as a reader without a network opens it from disk, at a place. */
async function opened(
  fragment = '',
  { width = 1200, colorScheme = 'light', file = 'index.html' }: Reader = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    offline: true,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.on('console', (message) => told.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => told.push(error.message));
  page.on('dialog', (dialog) => told.push(dialog.message()));
  await page.goto(`${pathToFileURL(join(folder, file)).href}${fragment}`);
  return page;
}

/** Follows an address within the page that is open, as if nothing had been set there. */
async function goTo(fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment || '#top&none=1');
}

/** Leaves one claim of every verdict, and opens whatever is folded away. */
function keepOneOfAKind(): void {
  const seen = new Set<string>();
  for (const claim of document.querySelectorAll('.claim')) {
    if (seen.has(claim.className)) claim.remove();
    seen.add(claim.className);
  }
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** What axe holds against a page, run in it. */
async function violations(): Promise<readonly unknown[]> {
  type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  const found = await (globalThis as unknown as { axe: Axe }).axe.run();
  return found.violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html]);
}

/** What the browser makes of HTML that the library wrote. */
function asRead(page: Page, markup: string): Promise<string> {
  return page.evaluate((text) => {
    const box = document.createElement('div');
    box.innerHTML = text;
    return box.innerHTML;
  }, markup);
}

/** The HTML of a view, once it is as the library says; a table that scrolls may have been made focusable. */
async function expectView(page: Page, selector: string, markup: string): Promise<void> {
  const expected = await asRead(page, markup);
  await expect
    .poll(() => page.locator(selector).evaluate((box) => box.innerHTML.replaceAll(' tabindex="0"', '')), {
      timeout: 8000,
    })
    .toBe(expected);
}

test('the page is small, and the same bytes each time', async () => {
  expect(Buffer.byteLength(written)).toBeLessThan(500_000);
  expect(gzipSync(written).length).toBeLessThan(200_000);
  const again = await pageParts();
  expect(pageHtml(keptLedger(), again)).toBe(written);
});

if (executablePath === undefined) {
  test('the page was not opened: Chromium is absent', () => {
    process.stdout.write(
      `Chromium is absent (looked for ${chromiums.join(', ')}): the page was not opened\n`,
    );
  });
} else {
  test.each([
    ['light', 320],
    ['dark', 320],
    ['light', 1600],
    ['dark', 1600],
  ] as const)('needs no scrolling sideways, with everything open: %s, %i px', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    const shot = (name: string): string =>
      fileURLToPath(new URL(`${name}-${width}-${colorScheme}.png`, screens));
    await page.screenshot({ path: shot('glance') });
    if ((colorScheme === 'light') === (width === 1600)) {
      for (const id of ['recurrence', 'attention', 'linear', 'break', 'guide']) {
        await page.locator(`#${id}`).screenshot({ path: shot(id) });
      }
    }
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  });

  test('axe finds no fault, in light and dark', async () => {
    const reader = await opened('', { width: 390 });
    // A claim of every verdict stands for the others, with all that folds away in it.
    await reader.evaluate(keepOneOfAKind);
    // The policy keeps scripts out that are not the page's own, so axe comes by the debugger.
    await reader.evaluate(axe);
    expect(await reader.evaluate(violations)).toEqual([]);
    await reader.emulateMedia({ colorScheme: 'dark' });
    expect(await reader.evaluate(violations)).toEqual([]);
    await reader.context().close();
  });

  test('a link to a claim opens it, also when it was filtered away', async () => {
    await goTo('#q2b-weights-diagonal-one');
    const claim = page.locator('#q2b-weights-diagonal-one');
    expect(await claim.getAttribute('open')).toBe('');
    expect(await claim.locator('> summary').isVisible()).toBe(true);
    await page.screenshot({ path: fileURLToPath(new URL('claim-1200-light.png', screens)) });
    await page.locator('#filter select[name=question]').selectOption('Q1');
    expect(await claim.isVisible()).toBe(false);
    await page.locator('.tile[href="#q3-normalisation-step"]').click();
    await expect.poll(() => page.locator('#q3-normalisation-step').isVisible()).toBe(true);
    expect(await page.evaluate(() => location.hash)).toBe('#q3-normalisation-step');
  });

  test('claims are found by question, verdict, kind and words, and the address keeps it', async () => {
    await goTo('');
    const count = (): Promise<string | null> => page.locator('#filter output').textContent();
    expect(await count()).toBe('66 of 66');
    await page.locator('#filter select[name=question]').selectOption('Q2');
    await page.locator('#filter select[name=verdict]').selectOption('refuted');
    expect(await count()).toBe('16 of 66');
    await page.locator('#filter select[name=kind]').selectOption('value');
    await page.locator('#filter input').fill('OFFDIAGONAL zero');
    expect(await count()).toBe('1 of 66');
    expect((await page.evaluate(() => location.hash)).replace('none=1&', '')).toBe(
      '#claims&kind=value&question=Q2&search=OFFDIAGONAL+zero&verdict=refuted',
    );
    const again = await opened(await page.evaluate(() => location.hash));
    expect(await again.locator('#filter output').textContent()).toBe('1 of 66');
    await again.locator('#filter input').fill('nothing of the kind');
    await again.locator('[data-clear]').click();
    expect(await again.locator('#filter output').textContent()).toBe('66 of 66');
    await again.context().close();
  });

  test('the recurrence is what the library computes, set by the address, by hand and by pattern', async () => {
    await goTo('#recurrence&x=1,2,4&h0=0.5&gain=1');
    const expectRun = async (x: readonly number[], h0: number, gain: 1 | 1000): Promise<void> => {
      const settings = { x, h0, gain };
      const run = runRecurrence(settings);
      await expectView(page, '#recurrence .view', recurrenceView(settings, run).text);
      expect(await page.locator('#recurrence .finding').textContent()).toBe(recurrenceFinding(settings, run));
    };
    await expectRun([1, 2, 4], 0.5, 1);
    await page.locator('#recurrence [name=x]').fill('3 1');
    await page.locator('#recurrence [name=gain]').selectOption('1000');
    await expectRun([3, 1], 0.5, 1000);
    await page.locator('#recurrence [data-generate=alternating]').click();
    await expectRun([0, 1, 0, 1, 0, 1, 0, 1], 0.5, 1000);
    expect(await page.evaluate(() => location.hash)).toContain('#recurrence&h0=0.5&x=0,+1');
    await page.locator('#recurrence [name=x]').fill('<img src=x onerror=alert(1)>');
    await expect
      .poll(() => page.locator('#recurrence .finding').textContent())
      .toContain("must be numbers, got '<img'");
  });

  test('attention is what the library computes, by slider and by keyboard', async () => {
    await goTo('#attention&beta=2.5&tokens=overlapping&n=4');
    const expectAttention = async (
      tokens: 'overlapping' | 'written',
      n: number,
      beta: number,
    ): Promise<void> => {
      const settings = { tokens, n, beta };
      const rows = tokensOf(tokens, n, beta);
      const view = attentionView(
        settings,
        attend(rows),
        curvesOf(tokens, rows.length, curveBetas),
        data.thresholds,
      );
      await expectView(page, '#attention .quick-view', view.text);
      const facts = { certified: certifiedGivenAway(rows), formats: formatsAt(beta) };
      await expectView(page, '#attention .facts-view', html`${factsView(settings, facts, data)}`.text);
    };
    await expectAttention('overlapping', 4, 2.5);
    await page.locator('#attention [name=tokens]').selectOption('written');
    await expectAttention('written', 4, 2.5);
    expect(await page.locator('#attention [name=n]').isDisabled()).toBe(true);
    await page.locator('#attention [name=place]').focus();
    await page.keyboard.press('End');
    await expectAttention('written', 4, 100);
    expect(await page.locator('#attention [name=beta]').inputValue()).toBe('100');
    await page.locator('#attention [name=beta]').fill('1');
    expect(await page.locator('#attention [name=place]').inputValue()).toBe('333');
  });

  test('linear attention is what the library computes', async () => {
    await goTo('#linear&T=12&dk=3&dv=2');
    const settings = { T: 12, dk: 3, dv: 2 };
    const run = runLinear(settings);
    await expectView(page, '#linear .view', linearView(settings, run).text);
    expect(await page.locator('#linear .finding').textContent()).toBe(linearFinding(settings, run));
  });

  test('a search runs, ends with the witness that the library finds, and can be stopped', async () => {
    const target = 'q1-final-formula-odd-T/floor: sum to (T-1)/2';
    await goTo(`#break&seed=5&target=${encodeURIComponent(target)}`);
    await page.locator('#break [data-run]').click();
    const [claim = '', reading = ''] = target.split(/\/(.*)/s);
    const last = [...answerBreak({ claim, reading, seed: 5, cases: 120 })].at(-1)!;
    const finding = page.locator('#break .finding');
    await expect
      .poll(() => finding.textContent(), { timeout: 8000 })
      .toContain(last.kind === 'witness' ? last.inputs : 'nothing');
    expect(await page.locator('#break [data-run]').isEnabled()).toBe(true);
    await page
      .locator('#break')
      .screenshot({ path: fileURLToPath(new URL('broken-1200-light.png', screens)) });
    await page.evaluate(() => {
      for (const name of ['run', 'stop'])
        document.querySelector<HTMLElement>(`#break [data-${name}]`)!.click();
    });
    expect(await page.locator('#break [data-stop]').isDisabled()).toBe(true);
    expect(await finding.textContent()).not.toContain('The smallest');
  });

  test('inputs and commands can be copied', async () => {
    await goTo('#q1-dropped-factor-1000');
    const copied = async (what: string): Promise<string> => {
      await page.locator(`#q1-dropped-factor-1000 > .inside > p > code[data-copy=${what}] + button`).click();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('input')).toBe('h0 = 0, x = (0, 1)');
    expect(await copied('command')).toBe(
      'npx counterclaim replay reports/witness/q1-dropped-factor-1000.json',
    );
  });

  test('print has every claim open, and no controls', async () => {
    await goTo('');
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

  test('words of the glossary are explained on focus, and Escape takes the hint away', async () => {
    await goTo('#guide');
    const word = page.locator('dfn').first();
    await word.focus();
    expect(await word.locator('[role=tooltip]').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await word.locator('[role=tooltip]').isVisible()).toBe(false);
  });

  test('hostile texts stay texts, wherever they come from', async () => {
    const attack = `</script><script>alert(1)</script><img src=x onerror="alert(2)">'"><svg onload=alert(3)>`;
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
    writeFileSync(
      join(folder, 'hostile.html'),
      pageHtml(
        ledgerOf(
          attack,
          25,
          rows.map(({ claim }) => claim.id),
          rows,
        ),
        parts,
      ),
    );
    const page = await opened('#<img src=x onerror=alert(4)>&search=%3Cscript%3E', { file: 'hostile.html' });
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('img, svg[onload]').count()).toBe(0);
    expect(await page.locator('.claim').count()).toBe(rows.length);
    await page.context().close();
  });

  test('the policy of the page refuses what is not its own', async () => {
    await goTo('');
    const refused = await page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        seen.push(effectiveDirective),
      );
      const script = document.createElement('script');
      script.textContent = 'globalThis.hacked = true';
      const image = document.createElement('img');
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      document.body.append(script, image);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [...seen.sort(), 'hacked' in globalThis];
    });
    expect(refused).toEqual(['img-src', 'script-src-elem', false]);
    expect(told.length).toBeGreaterThan(0);
    told = [];
  });
}
