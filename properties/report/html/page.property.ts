import { expect, test } from 'vitest';
import { pageHtml } from '#report/html/page.ts';
import type { PageParts } from '#report/html/page-parts.ts';
import { ledgerOf } from '#report/ledger.ts';
import { samples } from '../sample.ts';

const parts: PageParts = {
  script: 'console.log("</p>=\\"x\\"")',
  scriptHash: 'sha256-script',
  style: 'p{content:"="}',
  styleHash: 'sha256-style',
  plainStyle: 'p{}',
  plainStyleHash: 'sha256-plain',
  formulas: {},
  shapes: '<path id=root-0 d="M0 0"/>',
};
const ids = samples.map(({ claim }) => claim.id);
const page = pageHtml(ledgerOf('0.1.0', 25, ids, samples), parts);

test('holds every claim, the script and the style sheet as they are', () => {
  for (const id of ids) expect(page).toContain(`id=${id} `);
  expect(page).toContain(`<script>${parts.script}</script>`);
  expect(page).toContain(`<style>${parts.style}</style>`);
});

test('lets nothing in but its own script and style sheet', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
  expect(policy.replaceAll('&#39;', "'")).toBe(
    "default-src 'none'; script-src 'sha256-script'; style-src 'sha256-style'; font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'",
  );
  expect(page).not.toMatch(/\sstyle=|\son\w+=|https?:\/\/(?!www\.w3\.org)/);
});

test('is the same bytes for the same ledger, and says when it is incomplete', () => {
  expect(pageHtml(ledgerOf('0.1.0', 25, ids, samples), parts)).toBe(page);
  expect(page).toContain('counterclaim 0.1.0, ');
  expect(pageHtml(ledgerOf('0.1.0', 25, ids, samples.slice(0, 2)), parts)).toContain(
    `Incomplete: 2 of ${ids.length} claims.`,
  );
  expect(
    pageHtml(
      ledgerOf('0.1.0', 25, ['q1-proved'], [samples.find(({ claim }) => claim.id === 'q1-proved')!]),
      parts,
    ),
  ).not.toContain('Incomplete');
});

test('says how many verdicts have theorems that Coq accepted, each told at its claim', () => {
  const accepted = (coq: string, id: string) =>
    [id, { coq, file: `proof/${id}.v`, readings: ['literal'] }] as const;
  const checked = new Map([accepted('8.20.0', 'q1-proved'), accepted('8.16.1', 'q1-refuted')]);
  const told = pageHtml(ledgerOf('0.1.0', 25, ids, samples), parts, checked);
  expect(told).toContain(' Coq 8.16.1, 8.20.0 has accepted theorems about 2 of the claims.</p>');
  expect(told.match(/>Theorems<\/a> of 1 reading accepted by Coq 8\./g)).toHaveLength(2);
  expect(page).not.toContain('Coq');
});

test('every link within the page leads somewhere', () => {
  const named = new Set([...page.matchAll(/\sid="?([^\s">]+)/g)].map(([, id]) => id));
  const links = [...page.matchAll(/href="?#([^\s">]+)/g)].map(([, id]) => id!);
  const away = new Set(samples.flatMap(({ repair }) => repair?.refersTo?.claim ?? []));
  expect(links.filter((id) => !named.has(id) && !away.has(id) && !/^q\d/.test(id))).toEqual([]);
});
