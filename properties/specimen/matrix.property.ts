import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gradedLaws } from '#conformance/graded-laws.ts';
import { someSeed } from '../conformance/graded-stage.ts';
import { recorded } from '../hunt/recorded.mjs';
import { correctImplementations } from './correct/implementations.ts';
import {
  caught,
  kernelShares,
  type Matrix,
  matrixSeed,
  namedLaw,
  sharpest,
  systemOf,
  wrongImplementations,
} from './matrix.ts';
import { matrixJson, matrixText } from './matrix-text.ts';
import { seenByNone } from './seen-by-none.ts';

const reports = join(import.meta.dirname, '../../reports');
const text = readFileSync(join(reports, 'specimens.json'), 'utf8');
const matrix = JSON.parse(text) as Matrix;

/** What to do where one of these fails. */
const again = 'npm run matrix';

test('the matrix holds the laws, the specimens and the kernels that there are', () => {
  expect(matrix.laws, again).toEqual(gradedLaws.map(({ id, system }) => ({ id, system })));
  expect(
    matrix.specimens.map(({ system, wrong, named }) => [system, wrong, named]),
    again,
  ).toEqual(wrongImplementations.map((one) => [one.system, one.name, namedLaw(one)]));
  expect(
    matrix.correct.map(({ name, system, format }) => [name, system, format]),
    again,
  ).toEqual(correctImplementations.map((one) => [one.name, systemOf(one), one.format.name]));
  expect(matrix.kernels, again).toEqual(kernelShares(recorded()));
});

test('no two specimens of a system have one name', () => {
  const names = matrix.specimens.map(({ system, name }) => `${system} ${name}`);
  expect(new Set(names).size).toBe(names.length);
});

test('every specimen is caught by the law that it names', () => {
  const missed = matrix.specimens.filter(({ named, caughtBy }) => !caughtBy.includes(named));
  expect(missed.map(({ name }) => name)).toEqual([]);
});

test('every law catches a specimen, or says why it catches none', () => {
  const ids = gradedLaws.map(({ id }) => id);
  const idle = ids.filter((id) => !matrix.specimens.some(({ caughtBy }) => caughtBy.includes(id)));
  expect(idle).toEqual(ids.filter((id) => id in seenByNone));
});

test('no error of a correct implementation or a kernel is beyond its bound, and each system comes near to it', () => {
  const shares = [...matrix.correct, ...matrix.kernels];
  expect(shares.filter(({ share }) => share > 1)).toEqual([]);
  const largest = ['rnn', 'softmax-attention', 'linear-attention'].map((system) => {
    const of = matrix.correct.filter((one) => one.system === system);
    return [system, Math.max(...of.map(({ share }) => share))] as const;
  });
  console.info(
    `largest error over bound of correct implementations: ${largest.map(([system, share]) => `${system} ${share}`).join(', ')}`,
  );
  expect(largest.filter(([, share]) => share < 0.3)).toEqual([]);
});

test('some of it, graded again, is as it is kept', () => {
  const seed = someSeed();
  const other = seed % wrongImplementations.length;
  expect(caught(wrongImplementations[other]!, matrixSeed), again).toEqual(matrix.specimens[other]);
  const place = seed % correctImplementations.length;
  expect(sharpest(correctImplementations[place]!, matrixSeed), again).toEqual(matrix.correct[place]);
});

test('the files are what is written, small, and say the same', () => {
  expect(text).toBe(matrixJson(matrix));
  expect(readFileSync(join(reports, 'specimens.md'), 'utf8')).toBe(matrixText(matrix));
  expect(text.length).toBeLessThan(60_000);
  expect(deflateRawSync(text).length).toBeLessThan(8_000);
});
