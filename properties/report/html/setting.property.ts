import { expect, test } from 'vitest';
import { setting } from '#judge/beta-entry.ts';
import { html } from '#report/html/html.ts';
import { argumentHtml, settingHtml } from '#report/html/setting.ts';

test('an argument in the shared setting points to it, any other is told whole', () => {
  expect(html`${argumentHtml(`${setting(1)} So it is.`)}`.text).toBe(
    'In the <a href="#setting">setting of u</a>. So it is.',
  );
  expect(argumentHtml(`${setting(2)} So it is.`)).toBe(`${setting(2)} So it is.`);
});

test('the setting is told where something points to it', () => {
  const pointing = html`<p>${argumentHtml(setting(1))}</p>`;
  expect(settingHtml([html`<p></p>`, pointing])!.text).toMatch(
    /^<p id="setting" class="note">.*every entry is a fraction of polynomials\.<\/p>$/,
  );
  expect(settingHtml([html`<p></p>`])).toBeUndefined();
});
