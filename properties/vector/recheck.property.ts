import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFloats } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { asCases } from '#judge/cases.ts';
import { decideInFloats } from '#judge/floats.ts';
import { refute } from '#judge/refute.ts';
import type { Witness } from '#judge/verdict.ts';
import { type WitnessFile, witnessFile } from '#judge/witness-file.ts';
import { ample } from '../judge/budget.ts';
import { aboutX, copies, diagonalWins, factorDropped } from '../judge/statements.ts';

const script = join(import.meta.dirname, 'recheck.py');
/** The interpreter itself: what stands under its name may be a script that looks for it each time. */
const asked = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
const python = asked.status === 0 ? asked.stdout.trim() : '';

/** Runs the script on a folder of files given by name. */
function recheck(files: Readonly<Record<string, unknown>>): {
  readonly status: number | null;
  readonly lines: string[];
} {
  const folder = mkdtempSync(join(tmpdir(), 'recheck-'));
  try {
    for (const [name, file] of Object.entries(files))
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(file));
    const { status, stdout } = spawnSync(python, [script, folder], { encoding: 'utf8' });
    return { status, lines: stdout.trimEnd().split('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const fileOf = (witness: Witness | undefined): WitnessFile =>
  witnessFile('claim', 'reading', 'statement', witness!);
const three = inputs({ name: 'a, b, c', layout: { a: [], b: [], c: [] }, sizes: {} });
const rounded = decideInFloats(
  inFloats({
    domain: three,
    left: (r, { a, b, c }) => [r.sqrt(r.div(r.exp(r.add(r.add(a, b), c)), r.of(3)))],
    right: (r, { a, b, c }) => [r.sqrt(r.div(r.exp(r.add(a, r.add(b, c))), r.of(3)))],
  }),
  ample,
) as { witness: Witness; otherFormats: readonly Witness[] };

const logistic = fileOf(refute(asCases(factorDropped), ample));
const strict = fileOf(
  refute(
    aboutX(
      (a, { x }) => [a.div(x, a.of(3))],
      '<',
      (a, { x }) => [a.mul(x, a.div(a.of(1), a.of(3)))],
    ),
    ample,
  ),
);
const root = fileOf(
  refute(
    aboutX(
      (a, { x }) => [a.sqrt(a.add(a.mul(x, x), a.of(1)))],
      '<=',
      (a, { x }) => [a.add(x, a.of(0.1))],
    ),
    ample,
  ),
);
const genuine: Readonly<Record<string, WitnessFile>> = {
  logistic,
  strict,
  root,
  weights: fileOf(refute(asCases(copies), ample)),
  longer: fileOf(refute(diagonalWins, ample)),
  powers: {
    ...strict,
    relation: '!=',
    left: { term: 'x^2 + 2*x + 1/3', lo: '0.3', hi: '0.4' },
    right: { term: '1/3', lo: '0.3', hi: '0.4' },
  },
  ...Object.fromEntries([rounded.witness, ...rounded.otherFormats].map((w) => [w.format!, fileOf(w)])),
};

test('the script is short and needs nothing but the standard library', () => {
  const text = readFileSync(script, 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(100);
  const imported = [...text.matchAll(/^(?:import (.+)|from (\w+) import .+)$/gm)].flatMap(([, all, one]) =>
    (all ?? one)!.split(', '),
  );
  expect(new Set(imported)).toEqual(
    new Set(['ast', 'json', 're', 'sys', 'fractions', 'functools', 'math', 'pathlib']),
  );
});

test.runIf(python !== '')('every genuine witness holds', () => {
  const { status, lines } = recheck(genuine);
  const names = Object.keys(genuine).toSorted();
  expect(lines).toEqual([
    ...names.map((name) => `holds  ${name}.json`),
    `${names.length} witnesses, 0 failed`,
  ]);
  expect(status).toBe(0);
});

test.runIf(python !== '')('every forged witness fails', () => {
  const { binary64, binary16 } = genuine as { binary64: WitnessFile; binary16: WitnessFile };
  const swapped = (file: WitnessFile): WitnessFile => ({
    ...file,
    left: { ...file.left, term: file.right.term },
    right: { ...file.right, term: file.left.term },
  });
  const forged = {
    'another format': { ...logistic, format: 'witness' },
    'another version': { ...logistic, version: 2 },
    'a bound above the value': { ...logistic, right: { ...logistic.right, lo: '0.7311' } },
    'a bound below the value': { ...logistic, right: { ...logistic.right, hi: '0.7310' } },
    'a gap too large': { ...logistic, gap: '0.26895' },
    'a name too few': { ...logistic, inputs: {} },
    'an input that is another double': {
      ...logistic,
      inputs: { ...logistic.inputs, x2: { decimal: '1', hex: '0x1.0000000000001p+0' } },
    },
    'another input': { ...logistic, inputs: { ...logistic.inputs, x2: { decimal: '2', hex: '0x1p+1' } } },
    'sides that overlap': { ...logistic, left: { ...logistic.left, lo: '0.1' } },
    'sides the wrong way round': swapped(root),
    'a relation that holds': { ...root, relation: '>=' },
    'an equality that holds': { ...strict, relation: '=' },
    'an equality that is none': { ...strict, relation: '<', right: { ...strict.right, term: '1/1000000' } },
    'a sign turned': { ...root, left: { ...root.left, term: root.left.term.replace('+', '-') } },
    'a divisor of zero': { ...strict, left: { ...strict.left, term: '1 / x' } },
    'a root of a negative number': { ...root, left: { ...root.left, term: 'sqrt(0 - 1)' } },
    'no term': { ...root, left: { ...root.left, term: '1 +' } },
    'a function of another name': { ...root, left: { ...root.left, term: 'print(x)' } },
    'a wider number format': { ...binary16, numberFormat: 'binary64' },
    'no number format': { ...binary16, numberFormat: undefined },
    'an input that is no number of the format': { ...binary64, numberFormat: 'binary16' },
    'overflow in the format': { ...binary16, left: { ...binary16.left, term: '65504 + 65504' } },
    'a narrower number format': { ...binary16, numberFormat: 'bfloat16' },
    'no object at all': [],
  };
  const { status, lines } = recheck(forged);
  expect(lines.filter((line) => line.startsWith('holds'))).toEqual([]);
  expect(lines.at(-1)).toBe(`${Object.keys(forged).length} witnesses, ${Object.keys(forged).length} failed`);
  expect(status).toBe(1);
});

test.runIf(python !== '')('no files and no folder are a mistake of the caller', () => {
  expect(recheck({}).status).toBe(2);
  expect(spawnSync(python, [script]).status).toBe(2);
  expect(spawnSync(python, [script, '/no/such/folder']).status).toBe(2);
});
