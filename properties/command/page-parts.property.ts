import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readPageParts } from '#command/page-parts.ts';
import { sampleParts as parts } from '../report/sample-parts.ts';
import { temporaryFolder } from './temporary.ts';

function files(): readonly [page: URL, bench: URL] {
  const folder = temporaryFolder();
  return [pathToFileURL(join(folder, 'page.json')), pathToFileURL(join(folder, 'bench.json'))];
}

test('reads what the build left beside the program, if anything', () => {
  const [file, bench] = files();
  expect(readPageParts(file, bench)).toBeUndefined();
  writeFileSync(file, JSON.stringify(parts));
  expect(readPageParts(file, bench)).toEqual(parts);
});

test('reads what the last benchmark measured, where there is one that can be read', () => {
  const [file, bench] = files();
  writeFileSync(file, JSON.stringify(parts));
  const measured = { node: 'v20', processor: 'p', growth: [] };
  writeFileSync(bench, JSON.stringify({ ...measured, works: [] }));
  expect(readPageParts(file, bench)).toEqual({ ...parts, measured });
  for (const broken of ['{', '{}', 'null']) {
    writeFileSync(bench, broken);
    expect(readPageParts(file, bench)).toEqual(parts);
  }
});

test('sources that were not built have none', () => {
  expect(readPageParts()).toBeUndefined();
});
