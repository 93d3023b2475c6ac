import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { html } from '#report/html/html.ts';
import { pageHtml } from '#report/html/page.ts';
import { pageData } from '#report/html/page-data.ts';
import { answerBreak } from '#report/play/answer.ts';
import { attend, curvesOf } from '#report/play/attention.ts';
import { attentionTables } from '#report/play/attention-tables.ts';
import { attentionView, curveBetas, factsView } from '#report/play/attention-view.ts';
import { certifiedGivenAway } from '#report/play/certified.ts';
import { formatsAt } from '#report/play/formats.ts';
import { runLinear } from '#report/play/linear.ts';
import { linearFinding, linearView } from '#report/play/linear-view.ts';
import { runRecurrence } from '#report/play/recurrence.ts';
import { recurrenceFinding, recurrenceView } from '#report/play/recurrence-view.ts';
import { tokensOf } from '#report/play/tokens.ts';
import { builtParts } from './built-parts.ts';
import { browsing, chromiums, executablePath, screen } from './chromium.ts';
import { keptLedger } from './kept-ledger.ts';

const ledger = keptLedger();
const data = pageData(ledger);
const { write, opened, told } = browsing();
/** The page as one reader keeps it open. */
let page: Page;

beforeAll(async () => {
  write('index.html', pageHtml(ledger, await builtParts()));
  if (executablePath !== undefined) page = await opened('index.html');
}, 120_000);

/** Follows an address within the page that is open, as if nothing had been set there. */
async function goTo(fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment || '#top&none=1');
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

if (executablePath === undefined) {
  test('the page was not opened: Chromium is absent', () => {
    process.stdout.write(
      `Chromium is absent (looked for ${chromiums.join(', ')}): the page was not opened\n`,
    );
  });
} else {
  test('a link to a claim opens it, also when it was filtered away', async () => {
    await goTo('#q2b-weights-diagonal-one');
    const claim = page.locator('#q2b-weights-diagonal-one');
    expect(await claim.getAttribute('open')).toBe('');
    expect(await claim.locator('> summary').isVisible()).toBe(true);
    await page.screenshot({ path: screen('claim-1200-light') });
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
    const again = await opened('index.html', await page.evaluate(() => location.hash));
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
      await expectView(page, '#attention .tables-view', attentionTables(attend(rows)).text);
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
    await page.locator('#break').screenshot({ path: screen('broken-1200-light') });
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

  test('words of the glossary are explained on focus, and Escape takes the hint away', async () => {
    await goTo('#guide');
    const word = page.locator('dfn').first();
    await word.focus();
    expect(await word.locator('[role=tooltip]').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await word.locator('[role=tooltip]').isVisible()).toBe(false);
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
    told.splice(0);
  });
}
