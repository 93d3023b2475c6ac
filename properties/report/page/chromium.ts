import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

export const chromiums: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
export const executablePath: string | undefined = chromiums.find((path) => existsSync(path));

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

const screens = new URL('../../../reports/screens/', import.meta.url);

/** Where a screenshot of that name goes, for a person to look at. */
export function screen(name: string): string {
  return fileURLToPath(new URL(`${name}.png`, screens));
}

/** How a reader opens a file. */
interface Reader {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
}

/** A browser for the tests of one file, which fail by whatever a page tells of itself. */
export interface Browsing {
  /** Writes a file for readers to open. */
  readonly write: (file: string, text: string) => void;
  /** Opens it from disk, without a network, at a place. */
  readonly opened: (file: string, fragment?: string, reader?: Reader) => Promise<Page>;
  /** Errors of pages, and whatever they wrote to the console. */
  readonly told: string[];
}

/** Starts a browser before the tests of a file, and ends it after them. */
export function browsing(): Browsing {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-page-'));
  const told: string[] = [];
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(screens, { recursive: true });
    if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args });
  }, 60_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    if (executablePath !== undefined) await browser.close();
  });
  afterEach(() => {
    expect(told.splice(0)).toEqual([]);
  });
  return {
    told,
    write: (file, text) => {
      writeFileSync(join(folder, file), text);
    },
    opened: async (
      file,
      fragment = '',
      { width = 1200, colorScheme = 'light', javaScriptEnabled = true } = {},
    ) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        javaScriptEnabled,
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
    },
  };
}
