import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readPageParts } from '#command/page-parts.ts';
import { temporaryFolder } from './temporary.ts';

const parts = { script: 's', scriptHash: 'h', style: 't', styleHash: 'i', formulas: {}, shapes: '' };

test('reads what the build left beside the program, if anything', () => {
  const file = join(temporaryFolder(), 'page.json');
  expect(readPageParts(pathToFileURL(file))).toBeUndefined();
  writeFileSync(file, JSON.stringify(parts));
  expect(readPageParts(pathToFileURL(file))).toEqual(parts);
});

test('sources that were not built have none', () => {
  expect(readPageParts()).toBeUndefined();
});
